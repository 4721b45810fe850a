import { noise } from '@chainsafe/libp2p-noise';
import { type DeviceKey, peerId } from '@gristmill/protocol';
import { privateKeyFromRaw } from '@libp2p/crypto/keys';
import { identify } from '@libp2p/identify';
import { tcp } from '@libp2p/tcp';
import { yamux } from '@libp2p/yamux';
import { createLibp2p, type Libp2p } from 'libp2p';
import { parseListenAddress } from './address.ts';
import { listenFailed } from './errors.ts';
import { endWhenSilent, HEARTBEAT_MS } from './silence.ts';

/** Dialling, the Noise handshake and choosing the protocol, all together. */
export const OPEN_TIMEOUT_MS = 10_000;
/** A stream's window is also what it may have stored while its reader is behind, so both are one number. */
const STREAM_WINDOW_BYTES_MAX = 4 * 1_048_576;

export interface StartNodeOptions {
  key: DeviceKey;
  listen: readonly string[];
  connectionsMax: number;
}

/**
 * A running libp2p node with the limits of a hub, each set on purpose.
 *
 * @throws GristmillError `ADDRESS_MALFORMED`, `LISTEN_FAILED`
 */
export async function startNode({ key, listen, connectionsMax }: StartNodeOptions): Promise<Libp2p> {
  for (const address of listen) parseListenAddress(address);
  try {
    const node = await createLibp2p({
      privateKey: privateKeyFromRaw(key.privateKey),
      addresses: { listen: [...listen] },
      transports: [tcp()],
      connectionEncrypters: [noise()],
      streamMuxers: [
        endWhenSilent(
          yamux({
            // Its ping (every 30 s) keeps the sockets of idle streams from timing out after two minutes.
            enableKeepAlive: true,
            streamOptions: {
              maxStreamWindowSize: STREAM_WINDOW_BYTES_MAX,
              maxReadBufferLength: STREAM_WINDOW_BYTES_MAX,
            },
          }),
        ),
      ],
      services: { identify: identify() },
      connectionGater: {
        // Who is paid is read from the peer id, so only peers whose key is also an EVM address may come in.
        denyInboundEncryptedConnection: (peer) => !peerId.safeParse(peer.toString()).success,
      },
      connectionManager: {
        maxConnections: connectionsMax,
        // libp2p's defaults, 5 new connections a second from one host and 10 in handshake, are made for strangers on
        // the open internet. A lab's devices come from one address, and all at once when their hub is back.
        inboundConnectionThreshold: connectionsMax,
        maxIncomingPendingConnections: connectionsMax,
        inboundUpgradeTimeout: 3 * OPEN_TIMEOUT_MS,
        dialTimeout: OPEN_TIMEOUT_MS,
        addressDialTimeout: OPEN_TIMEOUT_MS,
      },
      // It makes every peer that is alive say something; silence.ts judges those that do not.
      connectionMonitor: { pingInterval: HEARTBEAT_MS, abortConnectionOnPingFailure: false },
    });
    // What libp2p learnt of a peer is of no use without it, and any stranger may come with a new name each time.
    node.addEventListener('peer:disconnect', ({ detail: peer }) => {
      // Whatever could not be forgotten only takes memory.
      node.peerStore.delete(peer).catch(() => {});
    });
    return node;
  } catch (cause) {
    throw listenFailed(listen, cause);
  }
}
