import {
  asGristmillError,
  BLOB_PROTOCOL,
  type DeviceKey,
  GristmillError,
  type PeerId,
  type Transport,
  WORK_PROTOCOL,
  type WorkStream,
} from '@gristmill/protocol';
import type { Connection, Libp2p, Stream } from '@libp2p/interface';
import { peerIdFromString } from '@libp2p/peer-id';
import { parseDialAddress } from './address.ts';
import { answerBlobRequest, askForBlob } from './blob-exchange.ts';
import {
  blobNotFound,
  messageOf,
  peerUnreachable,
  peerUnverified,
  protocolUnsupported,
  transportStopped,
} from './errors.ts';
import { OPEN_TIMEOUT_MS, startNode } from './node.ts';
import { shareReads } from './shared-reads.ts';
import { createSlots, type Slots } from './slots.ts';
import { createWorkStream } from './work-stream.ts';

/** Blobs on their way at a time in each direction of a connection; further ones wait their turn. */
const BLOBS_MAX = 8;
/** Well above that: the answerer may still count streams that the asker has closed. */
const BLOB_STREAMS_MAX = 64;
/** One is used at a time; the others leave room for a stream that has not quite closed when its successor opens. */
const WORK_STREAMS_MAX = 8;

export interface CreateTransportOptions {
  key: DeviceKey;
  /** Multiaddrs to listen on, such as `/ip4/127.0.0.1/tcp/0`; none for a device that only dials. */
  listen: readonly string[];
  /** Connections above which the hub turns new ones away. */
  connectionsMax?: number;
  /** Unsent bytes above which a work stream is cut, because its peer does not read. */
  queuedBytesMax?: number;
  /** Told what failed in the background: a handler that threw, a blob source that could not read. */
  onError?: (error: GristmillError) => void;
}

/**
 * Joins the network: libp2p over TCP, secured with Noise, multiplexed with Yamux. The libp2p identity is the device key.
 *
 * @throws GristmillError `ADDRESS_MALFORMED`, `LISTEN_FAILED`
 */
export async function createTransport(options: CreateTransportOptions): Promise<Transport> {
  const { key, listen, connectionsMax = 2_000, queuedBytesMax = 64 * 1_048_576, onError = warn } = options;
  let onWorkStream: ((stream: WorkStream) => void) | null = null;
  let readContent = shareReads({ get: async () => null });
  let stopped = false;
  const workStreams = new Set<WorkStream>();
  const fetchSlots = slotsByConnection();
  const answerSlots = slotsByConnection();
  const node = await startNode({ key, listen, connectionsMax });

  function toWorkStream(stream: Stream, connection: Connection): WorkStream {
    const peer = connection.remotePeer.toString() as PeerId;
    const workStream = createWorkStream({ stream, peer, queuedBytesMax });
    workStreams.add(workStream);
    stream.addEventListener('close', () => workStreams.delete(workStream), { once: true });
    return workStream;
  }

  await node.handle(
    WORK_PROTOCOL,
    (stream, connection) => {
      if (onWorkStream === null) {
        stream.abort(new Error('this device takes no work streams'));
        return;
      }
      const workStream = toWorkStream(stream, connection);
      try {
        onWorkStream(workStream);
      } catch (error) {
        onError(asGristmillError(error));
        void workStream.close();
      }
    },
    { maxInboundStreams: WORK_STREAMS_MAX, maxOutboundStreams: WORK_STREAMS_MAX },
  );
  await node.handle(
    BLOB_PROTOCOL,
    (stream, connection) => {
      const answered = answerSlots(connection).run(() => answerBlobRequest(stream, readContent));
      answered.catch((error: unknown) => onError(asGristmillError(error)));
    },
    { maxInboundStreams: BLOB_STREAMS_MAX, maxOutboundStreams: BLOB_STREAMS_MAX },
  );

  /** Opens a stream and puts each way it can fail into our words. `where` is for the reader of the message. */
  async function open(
    protocol: string,
    where: string,
    connect: (signal: AbortSignal) => Promise<Connection>,
    signal?: AbortSignal,
  ): Promise<{ stream: Stream; connection: Connection }> {
    if (stopped) throw transportStopped();
    signal?.throwIfAborted();
    const inTime = AbortSignal.timeout(OPEN_TIMEOUT_MS);
    const either = signal === undefined ? inTime : AbortSignal.any([signal, inTime]);
    let connection: Connection | undefined;
    try {
      connection = await connect(either);
      return { connection, stream: await connection.newStream(protocol, { signal: either }) };
    } catch (cause) {
      if (stopped) throw transportStopped();
      signal?.throwIfAborted();
      if (cause instanceof GristmillError) throw cause;
      if (inTime.aborted) {
        // A connection that opens no stream is dead, whatever it says; the next try shall not find it again.
        connection?.abort(new Error('it opened no stream in time'));
        throw peerUnreachable(where, `no answer within ${OPEN_TIMEOUT_MS / 1000} s.`, cause);
      }
      if (cause instanceof Error && cause.name === 'UnsupportedProtocolError') {
        throw protocolUnsupported(where, protocol, cause);
      }
      // libp2p gives every failed handshake one name; only Noise's words tell a wrong key from a lost connection.
      if (/does not match expected/.test(messageOf(cause))) throw peerUnverified(where, cause);
      throw peerUnreachable(where, messageOf(cause), cause);
    }
  }

  return {
    peer: key.peerId,
    addresses: node.getMultiaddrs().map(String),

    async openWorkStream(address, { signal } = {}) {
      const target = parseDialAddress(address);
      const connect = (inTime: AbortSignal): Promise<Connection> => node.dial(target, { signal: inTime });
      const { stream, connection } = await open(WORK_PROTOCOL, address, connect, signal);
      return toWorkStream(stream, connection);
    },

    onWorkStream(handler) {
      onWorkStream = handler;
    },

    async fetchBlob(peer, name, { signal, bytesMax } = {}) {
      const connection = openConnection(node, peer);
      return fetchSlots(connection).run(async () => {
        const opening = open(BLOB_PROTOCOL, peer, async () => connection, signal);
        // A peer that serves no blobs at all does not have this one either.
        const { stream } = await opening.catch((error: unknown) => {
          throw isUnsupported(error) ? blobNotFound(name, peer) : error;
        });
        return askForBlob(stream, { peer, name, signal, bytesMax });
      }, signal);
    },

    serveBlobs(source) {
      readContent = shareReads(source);
    },

    async stop() {
      stopped = true;
      await Promise.all([...workStreams].map((stream) => stream.close()));
      await node.stop();
    },
  };
}

function slotsByConnection(): (connection: Connection) => Slots {
  const slots = new WeakMap<Connection, Slots>();
  return (connection) => {
    const known = slots.get(connection) ?? createSlots(BLOBS_MAX);
    slots.set(connection, known);
    return known;
  };
}

/** @throws GristmillError `PEER_UNREACHABLE` when no connection to the peer is open: blobs are asked of peers at hand. */
function openConnection(node: Libp2p, peer: PeerId): Connection {
  const open = node.getConnections(peerIdFromString(peer)).filter(({ status }) => status === 'open');
  // The newest: after a change of networks the peer is back before its old connection is known to be dead.
  const [newest] = open.toSorted((a, b) => b.timeline.open - a.timeline.open);
  if (newest === undefined) throw peerUnreachable(peer, 'there is no connection to this peer.');
  return newest;
}

function isUnsupported(error: unknown): boolean {
  return error instanceof GristmillError && error.code === 'PROTOCOL_UNSUPPORTED';
}

function warn(error: GristmillError): void {
  process.emitWarning(error);
}
