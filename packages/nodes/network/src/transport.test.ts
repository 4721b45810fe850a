import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { noise } from '@chainsafe/libp2p-noise';
import {
  BLOB_PROTOCOL,
  cidOfBytes,
  type Clock,
  encode,
  generateDeviceKey,
  type PeerId,
  type Transport,
  WORK_PROTOCOL,
  type WorkMessage,
  type WorkStream,
} from '@gristmill/protocol';
import { generateKeyPair, privateKeyFromRaw } from '@libp2p/crypto/keys';
import type { Stream } from '@libp2p/interface';
import { peerIdFromPrivateKey } from '@libp2p/peer-id';
import { tcp } from '@libp2p/tcp';
import { yamux } from '@libp2p/yamux';
import { multiaddr } from '@multiformats/multiaddr';
import { createLibp2p, type Libp2p } from 'libp2p';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerBlobRequest } from './blob-exchange.ts';
import { createFrameReader, frame } from './frame.ts';
import { keepConnected } from './keep-connected.ts';
import { startNode } from './node.ts';
import { shareReads } from './shared-reads.ts';
import { createTransport, type CreateTransportOptions } from './transport.ts';
import { collect, large, nextStream, numbered, systemRandom, transportConformance } from './transport.conformance.ts';

const LOOPBACK = '/ip4/127.0.0.1/tcp/0';

transportConformance('libp2p over TCP', {
  join: ({ key, listening, ...rest }) => createTransport({ key, listen: listening ? [LOOPBACK] : [], ...rest }),
});

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(cleanUps.splice(0).map((cleanUp) => cleanUp()));
});

async function transport(options: Partial<CreateTransportOptions> = {}): Promise<Transport> {
  const made = await createTransport({ key: generateDeviceKey(systemRandom), listen: [], ...options });
  cleanUps.push(() => made.stop());
  return made;
}

/** A libp2p node that is not ours, to see and to say what our own code never would. */
async function stranger(type: 'secp256k1' | 'Ed25519' = 'secp256k1', listen: string[] = []): Promise<Libp2p> {
  const node = await createLibp2p({
    privateKey: await (type === 'Ed25519' ? generateKeyPair('Ed25519') : generateKeyPair('secp256k1')),
    addresses: { listen },
    transports: [tcp()],
    connectionEncrypters: [noise()],
    streamMuxers: [yamux()],
  });
  cleanUps.push(async () => node.stop());
  return node;
}

/** A provider with a work stream to a peer that speaks no blob protocol until it is taught. */
async function connected(): Promise<{ provider: Transport; node: Libp2p; peer: PeerId }> {
  const node = await stranger('secp256k1', [LOOPBACK]);
  await node.handle(WORK_PROTOCOL, () => {});
  const provider = await transport();
  const { peer } = await provider.openWorkStream(node.getMultiaddrs()[0]!.toString());
  return { provider, node, peer };
}

/** A peer that answers every blob request with the same frames. */
async function answering(...payloads: Uint8Array[]): Promise<{ provider: Transport; peer: PeerId }> {
  const { provider, node, peer } = await connected();
  await node.handle(BLOB_PROTOCOL, (stream) => {
    stream.addEventListener('message', () => {
      for (const payload of payloads) stream.send(frame(payload));
      void stream.close();
    });
  });
  return { provider, peer };
}

/** Everything a stream brings until it ends. */
async function readAll(stream: Stream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk.subarray());
  return Buffer.concat(chunks);
}

describe('identity', () => {
  it('has the peer id that libp2p gives to the same key', () => {
    for (let i = 0; i < 20; i++) {
      const key = generateDeviceKey(systemRandom);
      expect(peerIdFromPrivateKey(privateKeyFromRaw(key.privateKey)).toString()).toBe(key.peerId);
    }
  });

  it('does not talk to whoever has the address but not the key', async () => {
    const hub = await transport({ listen: [LOOPBACK] });
    const provider = await transport();
    const address = hub.addresses[0]!.replace(hub.peer, generateDeviceKey(systemRandom).peerId);
    const error: unknown = await provider.openWorkStream(address).catch((raised: unknown) => raised);
    expect(error).toMatchObject({ code: 'PEER_UNVERIFIED' });
    expect((error as Error).message).toContain(address);
  });

  it('lets no peer in whose key is not also an EVM address', async () => {
    const hub = await transport({ listen: [LOOPBACK] });
    const node = await stranger('Ed25519');
    await expect(node.dialProtocol(multiaddr(hub.addresses[0]), WORK_PROTOCOL)).rejects.toThrow();
  });
});

describe('listening and dialling', () => {
  it('says which address it cannot listen on', async () => {
    const hub = await transport({ listen: [LOOPBACK] });
    const taken = hub.addresses[0]!.replace(/\/p2p\/.*/, '');
    await expect(transport({ listen: [taken] })).rejects.toMatchObject({
      code: 'LISTEN_FAILED',
      message: expect.stringContaining(taken),
    });
    await expect(transport({ listen: ['127.0.0.1:0'] })).rejects.toMatchObject({ code: 'ADDRESS_MALFORMED' });
  });

  it('gives up on a port where something else listens and says nothing, when told to', async () => {
    const server = createServer();
    const connected = once(server, 'connection');
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    cleanUps.push(async () => server.close());
    const { port } = server.address() as { port: number };
    const provider = await transport();
    const control = new AbortController();
    const { peerId } = generateDeviceKey(systemRandom);
    const opening = provider.openWorkStream(`/ip4/127.0.0.1/tcp/${port}/p2p/${peerId}`, { signal: control.signal });
    const settled = expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    const [socket] = (await connected) as [{ destroy(): void }];
    control.abort();
    await settled;
    socket.destroy();
  });

  it('says so when the peer does not speak the work protocol', async () => {
    const node = await stranger('secp256k1', [LOOPBACK]);
    const provider = await transport();
    const opening = provider.openWorkStream(node.getMultiaddrs()[0]!.toString());
    await expect(opening).rejects.toMatchObject({ code: 'PROTOCOL_UNSUPPORTED' });
  });

  it('takes many devices from one address at once', async () => {
    const hub = await transport({ listen: [LOOPBACK] });
    const devices = 40;
    let greeted = 0;
    const all = Promise.withResolvers<void>();
    async function greet(stream: WorkStream): Promise<void> {
      await collect(stream.messages(), 1);
      greeted += 1;
      if (greeted === devices) all.resolve();
    }
    hub.onWorkStream((stream) => void greet(stream));
    await Promise.all(
      Array.from({ length: devices }, async (_, i) => {
        const stream = await (await transport()).openWorkStream(hub.addresses[0]!);
        stream.send(numbered(i));
      }),
    );
    await all.promise;
    expect(greeted).toBe(devices);
  });
});

describe('work stream', () => {
  it('puts what is queued in one turn of the event loop into one frame', async () => {
    const node = await stranger('secp256k1', [LOOPBACK]);
    const frames: Uint8Array[] = [];
    const received = Promise.withResolvers<void>();
    await node.handle(WORK_PROTOCOL, (stream) => {
      const reader = createFrameReader({ frameBytesMax: 10_000_000 });
      stream.addEventListener('message', ({ data }) => {
        frames.push(...reader.push(data.subarray()));
        if (frames.length === 2) received.resolve();
      });
    });
    const provider = await transport();
    const stream = await provider.openWorkStream(node.getMultiaddrs()[0]!.toString());
    const batch = Array.from({ length: 2_000 }, (_, i) => numbered(i));
    for (const message of batch.slice(0, 1_000)) stream.send(message);
    await Promise.resolve();
    stream.send(...batch.slice(1_000));
    await new Promise((resolve) => setImmediate(resolve));
    stream.send(numbered(2_000));
    await received.promise;
    expect(frames.map((payload) => Buffer.from(payload))).toEqual(
      [batch, [numbered(2_000)]].map((messages) => Buffer.from(encode(messages))),
    );
  });

  it.each([
    ['not dag-cbor', frame(Uint8Array.of(0xff, 0x00)), 'PROTOCOL_VIOLATION'],
    ['an empty frame', frame(new Uint8Array()), 'PROTOCOL_VIOLATION'],
    ['a frame without a message', frame(encode([])), 'PROTOCOL_VIOLATION'],
    [
      'a million items',
      frame(encode([{ type: 'revoke', attemptIds: Array.from({ length: 1_000_000 }, () => 0) }])),
      'PROTOCOL_VIOLATION',
    ],
    ['a value that is not a list', frame(encode({ type: 'ready' })), 'PROTOCOL_VIOLATION'],
    ['an unknown message', frame(encode([{ type: 'gossip' }])), 'PROTOCOL_VIOLATION'],
    ['a field of the wrong kind', frame(encode([{ type: 'ready', slots: -1 }])), 'PROTOCOL_VIOLATION'],
    ['a padded length', Uint8Array.of(0x80, 0x00), 'PROTOCOL_VIOLATION'],
    ['a length above the limit', Uint8Array.of(0xff, 0xff, 0xff, 0x7f), 'FRAME_TOO_LARGE'],
    ['a length without end', new Uint8Array(100).fill(0xff), 'FRAME_TOO_LARGE'],
  ])('throws on %s, after what was right, tells the peer and closes', async (_, bad, code) => {
    const hub = await transport({ listen: [LOOPBACK] });
    const accepted = nextStream(hub);
    const node = await stranger();
    const raw = await node.dialProtocol(multiaddr(hub.addresses[0]), WORK_PROTOCOL);
    const answer = readAll(raw);
    raw.send(frame(encode([numbered(1)])));
    raw.send(bad);
    const stream = await accepted;
    const got: WorkMessage[] = [];
    const reading = (async () => {
      for await (const message of stream.messages()) got.push(message);
    })();
    await expect(reading).rejects.toMatchObject({ code });
    expect(got).toEqual([numbered(1)]);
    expect(() => stream.send(numbered(2))).toThrow(expect.objectContaining({ code: 'STREAM_CLOSED' }));
    await expect(collect(stream.messages())).rejects.toMatchObject({ code });
    const told = Buffer.from(await answer).toString('latin1');
    expect(told).toContain('refusal');
    expect(told).toContain(code);
  });

  it('drops a frame that its peer did not finish', async () => {
    const hub = await transport({ listen: [LOOPBACK] });
    const accepted = nextStream(hub);
    const node = await stranger();
    const raw = await node.dialProtocol(multiaddr(hub.addresses[0]), WORK_PROTOCOL);
    raw.send(frame(encode([numbered(1)])));
    raw.send(frame(encode([numbered(2)])).subarray(0, 20));
    await raw.close();
    expect(await collect((await accepted).messages())).toEqual([numbered(1)]);
  });

  it('lets others have their turn while a peer floods it with small frames', async () => {
    const hub = await transport({ listen: [LOOPBACK] });
    const accepted = nextStream(hub);
    const node = await stranger();
    const raw = await node.dialProtocol(multiaddr(hub.addresses[0]), WORK_PROTOCOL);
    const count = 5_000;
    const one = frame(encode([numbered(0)]));
    raw.send(new Uint8Array(Buffer.alloc(count * one.length, one)));
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 0);
    expect(await collect((await accepted).messages(), count)).toHaveLength(count);
    clearInterval(turning);
    expect(turns).toBeGreaterThan(10);
  });

  it('stores no more than a window of what it has not been asked for', async () => {
    const hub = await transport({ listen: [LOOPBACK] });
    hub.serveBlobs({ get: async () => new Uint8Array() });
    const accepted = nextStream(hub);
    const node = await stranger();
    const raw = await node.dialProtocol(multiaddr(hub.addresses[0]), WORK_PROTOCOL);
    const count = 300;
    for (let i = 0; i < count; i++) raw.send(frame(encode([large(i, 100_000)])));
    const stream = await accepted;
    // Round trips on the same connection, during which the hub could take in everything if nothing held it back.
    for (let i = 0; i < 60; i++) {
      const other = await node.dialProtocol(multiaddr(hub.addresses[0]), BLOB_PROTOCOL);
      other.send(frame(encode(cidOfBytes(new Uint8Array()))));
      await readAll(other);
      await other.close();
    }
    expect(raw.writeBufferLength).toBeGreaterThan(count * 100_000 - 8 * 1_048_576);
    const all = await collect(stream.messages(), count);
    expect(all.map((message) => (message.type === 'received' ? Number(message.attemptIds[0]) : null))).toEqual(
      Array.from({ length: count }, (_, i) => i),
    );
  });

  it('cuts a peer that does not read', async () => {
    const hub = await transport({ listen: [LOOPBACK], queuedBytesMax: 2_000_000 });
    const accepted = nextStream(hub);
    const node = await stranger();
    const raw = await node.dialProtocol(multiaddr(hub.addresses[0]), WORK_PROTOCOL);
    raw.pause();
    const stream = await accepted;
    await expect(
      (async () => {
        for (let i = 0; i < 10_000; i++) {
          stream.send(large(i, 100_000));
          await new Promise((resolve) => setImmediate(resolve));
        }
      })(),
    ).rejects.toMatchObject({ code: 'SEND_QUEUE_FULL' });
    expect(() => stream.send(numbered(0))).toThrow(expect.objectContaining({ code: 'STREAM_CLOSED' }));
    await expect(collect(stream.messages())).rejects.toMatchObject({ code: 'SEND_QUEUE_FULL' });
  });
});

describe('blobs', () => {
  const name = cidOfBytes(Uint8Array.of(1, 2, 3));

  it.each([
    ['too long a blob', [encode(256 * 1_048_576 + 1)], 'BLOB_TOO_LARGE'],
    ['more than it announced', [encode(2), Uint8Array.of(1, 2, 3)], 'PROTOCOL_VIOLATION'],
    ['less than it announced', [encode(3), Uint8Array.of(1, 2)], 'PEER_UNREACHABLE'],
    ['an empty chunk', [encode(3), Uint8Array.of()], 'PROTOCOL_VIOLATION'],
    ['nonsense', [encode('yes')], 'PROTOCOL_VIOLATION'],
    ['not even dag-cbor', [Uint8Array.of(0xff)], 'PROTOCOL_VIOLATION'],
    ['another content', [encode(3), Uint8Array.of(3, 2, 1)], 'BLOB_CORRUPT'],
  ])('refuses a peer that answers with %s', async (_, payloads, code) => {
    const { provider, peer } = await answering(...payloads);
    await expect(provider.fetchBlob(peer, name)).rejects.toMatchObject({ code });
  });

  it('takes chunks of any size', async () => {
    const { provider, peer } = await answering(encode(3), Uint8Array.of(1), Uint8Array.of(2, 3));
    expect(await provider.fetchBlob(peer, name)).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('asks in vain where nothing serves blobs', async () => {
    const { provider, peer } = await connected();
    await expect(provider.fetchBlob(peer, name)).rejects.toMatchObject({ code: 'BLOB_NOT_FOUND' });
  });

  it.each([
    ['not a CID', frame(encode('hello'))],
    ['not dag-cbor', frame(Uint8Array.of(0xff))],
    ['too long', frame(new Uint8Array(300_000))],
  ])('cuts off a request that is %s', async (_, request) => {
    const hub = await transport({ listen: [LOOPBACK] });
    hub.serveBlobs({ get: async () => Uint8Array.of(1) });
    const node = await stranger();
    const raw = await node.dialProtocol(multiaddr(hub.addresses[0]), BLOB_PROTOCOL);
    const cutOff = once(raw, 'close');
    raw.send(request);
    await cutOff;
    expect(raw.status).toBe('reset');
  });
});

describe('many and odd peers', () => {
  it('are forgotten when they are gone', async () => {
    const node = await startNode({ key: generateDeviceKey(systemRandom), listen: [LOOPBACK], connectionsMax: 10 });
    cleanUps.push(async () => node.stop());
    await node.handle(WORK_PROTOCOL, (stream) => {
      stream.addEventListener('remoteCloseWrite', () => void stream.close());
    });
    for (let i = 0; i < 3; i++) {
      const peer = await transport();
      await peer.openWorkStream(node.getMultiaddrs()[0]!.toString());
      expect((await node.peerStore.all()).map(({ id }) => id.toString())).toContain(peer.peer);
      await peer.stop();
    }
    await vi.waitFor(async () => expect(await node.peerStore.all()).toEqual([]), 10_000);
  });

  it('are asked for blobs on their newest connection, for the one before may be dead already', async () => {
    const hub = await transport({ listen: [LOOPBACK] });
    const content = systemRandom.bytes(1000);
    const key = generateDeviceKey(systemRandom);
    const wire = await breakableWire(hub.addresses[0]!);
    const before = await transport({ key });
    await before.openWorkStream(wire.address);
    before.serveBlobs({ get: async () => content });
    wire.freeze();
    // The device is back from another network, and its first connection is still open as far as the hub can tell.
    const after = await transport({ key });
    await after.openWorkStream(hub.addresses[0]!);
    after.serveBlobs({ get: async () => content });
    expect(await hub.fetchBlob(key.peerId, cidOfBytes(content))).toEqual(content);
  });

  it('take no memory of a hub by reading slowly', async () => {
    const node = await stranger('secp256k1', [LOOPBACK]);
    const answering = Promise.withResolvers<Stream>();
    const content = new Uint8Array(24 * 1_048_576);
    await node.handle(BLOB_PROTOCOL, (stream) => {
      answering.resolve(stream);
      void answerBlobRequest(stream, shareReads({ get: async () => content }));
    });
    const asker = await stranger();
    const raw = await asker.dialProtocol(node.getMultiaddrs()[0]!, BLOB_PROTOCOL);
    let waiting = 0;
    let received = 0;
    raw.addEventListener('message', ({ data }) => {
      received += data.byteLength;
      void answering.promise.then((stream) => {
        waiting = Math.max(waiting, stream.writeBufferLength);
      });
    });
    const ended = once(raw, 'remoteCloseWrite');
    raw.send(frame(encode(cidOfBytes(content))));
    await ended;
    expect(received).toBeGreaterThan(content.length);
    expect(waiting).toBeGreaterThan(0);
    expect(waiting).toBeLessThan(1_048_576);
  });

  it('may send a blob byte by byte', async () => {
    const content = systemRandom.bytes(3_000);
    const { provider, peer } = await answering(
      encode(content.length),
      ...Array.from(content, (byte) => Uint8Array.of(byte)),
    );
    expect(await provider.fetchBlob(peer, cidOfBytes(content))).toEqual(content);
  });
});

/** A wire to an address that can be cut without either end being told. */
async function breakableWire(address: string): Promise<{ address: string; freeze: () => void }> {
  const [, port] = /\/tcp\/(\d+)\//.exec(address)!;
  const sockets: Socket[] = [];
  const wire = createServer((near) => {
    const far = connect(Number(port), '127.0.0.1');
    near.pipe(far).pipe(near);
    sockets.push(near, far);
    for (const socket of [near, far]) socket.on('error', () => {});
  });
  cleanUps.push(async () => {
    for (const socket of sockets) socket.destroy();
    wire.close();
  });
  await once(wire.listen(0, '127.0.0.1'), 'listening');
  return {
    address: address.replace(`/tcp/${port}/`, `/tcp/${(wire.address() as AddressInfo).port}/`),
    freeze: () => {
      for (const socket of sockets) socket.unpipe();
    },
  };
}

async function kill(hub: ChildProcess): Promise<void> {
  if (hub.exitCode !== null || hub.signalCode !== null) return;
  const exited = once(hub, 'exit');
  hub.kill('SIGKILL');
  await exited;
}

describe('a hub that crashes', () => {
  const fixture = fileURLToPath(new URL('hub.fixture.ts', import.meta.url));
  const clock: Clock = {
    now: () => Date.now(),
    sleep: (ms, signal) => sleep(ms, undefined, signal === undefined ? {} : { signal }).catch(() => {}),
  };

  async function startHub(privateKeyHex: string, listen: string): Promise<{ hub: ChildProcess; address: string }> {
    const hub = spawn(
      process.execPath,
      ['--conditions=@gristmill/source', '--disable-warning=ExperimentalWarning', fixture, privateKeyHex, listen],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    cleanUps.push(() => kill(hub));
    for await (const line of createInterface(hub.stdout)) return { hub, address: line };
    throw new Error('the hub printed no address');
  }

  it('ends messages() when it is killed, and is found again at the same port', async () => {
    const privateKeyHex = Buffer.from(systemRandom.bytes(32)).toString('hex');
    const first = await startHub(privateKeyHex, LOOPBACK);
    const listen = first.address.replace(/\/p2p\/.*/, '');
    const provider = await transport();
    const control = new AbortController();
    const retries: { code: string; attempt: number; delayMs: number }[] = [];
    const greetings: WorkMessage[] = [];
    let hubs = 1;

    await keepConnected({
      transport: provider,
      address: first.address,
      signal: control.signal,
      clock,
      random: systemRandom,
      onRetry: ({ code }, attempt, delayMs) => retries.push({ code, attempt, delayMs }),
      onStream: async (stream) => {
        for await (const message of stream.messages()) {
          greetings.push(message);
          if (hubs === 2) return control.abort();
          await kill(first.hub);
          // From here the loop ends only because the dead hub's stream does.
        }
        hubs += 1;
        await startHub(privateKeyHex, listen);
      },
    });

    expect(greetings).toHaveLength(2);
    expect(greetings[0]).not.toEqual(greetings[1]);
    expect(retries[0]).toMatchObject({ code: 'STREAM_CLOSED', attempt: 1 });
    for (const { delayMs } of retries) expect(delayMs).toBeLessThanOrEqual(5_000);
  });

  it('is reported at every failed try, until its caller gives up', async () => {
    const hub = await transport({ listen: [LOOPBACK] });
    await hub.stop();
    const attempts: number[] = [];
    const keeping = keepConnected({
      transport: await transport(),
      address: hub.addresses[0]!,
      signal: new AbortController().signal,
      clock: { now: () => 0, sleep: async () => {} },
      random: systemRandom,
      onRetry: (error, attempt) => {
        attempts.push(attempt);
        if (attempt === 3) throw error;
      },
      onStream: async () => {},
    });
    await expect(keeping).rejects.toMatchObject({ code: 'PEER_UNREACHABLE' });
    expect(attempts).toEqual([1, 2, 3]);
  });
});
