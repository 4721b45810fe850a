import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import {
  cidOfBytes,
  deviceKeyFromPrivateKey,
  type DeviceKey,
  generateDeviceKey,
  type Random,
  type Transport,
  type WorkMessage,
  type WorkStream,
} from '@gristmill/protocol';
import { afterEach, describe, expect, it } from 'vitest';

export const systemRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) };

export interface TransportUnderTest {
  /** Joins one more device to the network under test; a listening one has an address to dial. */
  join: (options: { key: DeviceKey; listening: boolean; onError?: (error: Error) => void }) => Promise<Transport>;
}

/** A message that says which one it is. */
export function numbered(index: number, message = ''): WorkMessage {
  return { type: 'decline', attemptId: String(index), code: 'TEST', message };
}

/** A large message (about `bytes` long) that says which one it is. */
export function large(index: number, bytes: number): WorkMessage {
  return { type: 'received', attemptIds: [String(index), 'x'.repeat(bytes)] };
}

export async function collect(messages: AsyncIterable<WorkMessage>, count = Infinity): Promise<WorkMessage[]> {
  const collected: WorkMessage[] = [];
  for await (const message of messages) {
    collected.push(message);
    if (collected.length === count) break;
  }
  return collected;
}

/** The next work stream that a transport is given. */
export function nextStream(transport: Transport): Promise<WorkStream> {
  return new Promise((resolve) => transport.onWorkStream(resolve));
}

/** What every `Transport` does, whatever carries it: run it against each implementation. */
export function transportConformance(name: string, { join }: TransportUnderTest): void {
  describe(`transport: ${name}`, () => {
    const joined: Transport[] = [];

    async function device(options: { listening?: boolean; onError?: (error: Error) => void } = {}): Promise<Transport> {
      const { listening = false, ...rest } = options;
      const transport = await join({ key: generateDeviceKey(systemRandom), listening, ...rest });
      joined.push(transport);
      return transport;
    }

    /** A hub, a device, and both ends of a work stream between them. */
    async function pair(options: { onError?: (error: Error) => void } = {}) {
      const hub = await device({ listening: true, ...options });
      const provider = await device();
      const accepted = nextStream(hub);
      const near = await provider.openWorkStream(hub.addresses[0]!);
      return { hub, provider, near, far: await accepted };
    }

    afterEach(async () => {
      await Promise.all(joined.splice(0).map((transport) => transport.stop()));
    });

    it('is known by its device key, and says where it can be dialled', async () => {
      const key = deviceKeyFromPrivateKey(systemRandom.bytes(32));
      const hub = await join({ key, listening: true });
      joined.push(hub);
      expect(hub.peer).toBe(key.peerId);
      expect(hub.addresses.length).toBeGreaterThan(0);
      for (const address of hub.addresses) expect(address).toMatch(new RegExp(`/p2p/${key.peerId}$`));
      const dialOnly = await device();
      expect(dialOnly.addresses).toEqual([]);
    });

    it('tells each end of a work stream who the other is', async () => {
      const { hub, provider, near, far } = await pair();
      expect(near.peer).toBe(hub.peer);
      expect(far.peer).toBe(provider.peer);
    });

    it('carries thousands of messages both ways, in order', async () => {
      const { near, far } = await pair();
      const count = 5_000;
      const echo = (async () => {
        for await (const message of far.messages()) far.send(message);
      })();
      const sent = Array.from({ length: count }, (_, i) => numbered(i));
      for (const message of sent) near.send(message);
      expect(await collect(near.messages(), count)).toEqual(sent);
      await near.close();
      await echo;
    });

    it('lets messages() be left and taken up again', async () => {
      const { near, far } = await pair();
      near.send(numbered(0), numbered(1), numbered(2));
      expect(await collect(far.messages(), 1)).toEqual([numbered(0)]);
      expect(await collect(far.messages(), 2)).toEqual([numbered(1), numbered(2)]);
    });

    it('holds a sender back for a slow reader and loses nothing', async () => {
      const { near, far } = await pair();
      const count = 48;
      for (let i = 0; i < count; i++) near.send(large(i, 512 * 1024));
      const read: string[] = [];
      for await (const message of far.messages()) {
        if (message.type === 'received') read.push(message.attemptIds[0]!);
        if (read.length === count) break;
        for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
      }
      expect(read).toEqual(Array.from({ length: count }, (_, i) => String(i)));
    });

    it('delivers what was sent before a close, then ends at both ends', async () => {
      const { near, far } = await pair();
      const nearEnds = collect(near.messages());
      near.send(...Array.from({ length: 100 }, (_, i) => numbered(i)));
      await near.close();
      expect(await collect(far.messages())).toHaveLength(100);
      expect(await nearEnds).toEqual([]);
      await far.close();
      for (const end of [near, far]) {
        expect(() => end.send(numbered(0))).toThrow(expect.objectContaining({ code: 'STREAM_CLOSED' }));
      }
    });

    it('ends its streams when it stops, and opens no more', async () => {
      const { hub, provider, far } = await pair();
      await provider.stop();
      expect(await collect(far.messages())).toEqual([]);
      await expect(provider.openWorkStream(hub.addresses[0]!)).rejects.toMatchObject({ code: 'TRANSPORT_STOPPED' });
    });

    it('opens a new stream after the old one closed', async () => {
      const { hub, provider, near } = await pair();
      await near.close();
      const accepted = nextStream(hub);
      const again = await provider.openWorkStream(hub.addresses[0]!);
      again.send(numbered(7));
      expect(await collect((await accepted).messages(), 1)).toEqual([numbered(7)]);
    });

    it('refuses to send a message that no receiver would take, and stays usable', async () => {
      const { near, far } = await pair();
      expect(() => near.send(large(0, 9 * 1_048_576))).toThrow(expect.objectContaining({ code: 'MESSAGE_TOO_LARGE' }));
      near.send(numbered(1));
      expect(await collect(far.messages(), 1)).toEqual([numbered(1)]);
    });

    it('says which address nothing answers at', async () => {
      const hub = await device({ listening: true });
      const address = hub.addresses[0]!;
      await hub.stop();
      const provider = await device();
      const error: unknown = await provider.openWorkStream(address).catch((raised: unknown) => raised);
      expect(error).toMatchObject({ code: 'PEER_UNREACHABLE', hint: expect.stringContaining('hub is running') });
      expect((error as Error).message).toContain(address);
    });

    it.each(['', 'localhost:4001', '/ip4/127.0.0.1/tcp/4001', '/ip4/127.0.0.1/tcp/4001/p2p/nobody', '/ip4/999.0.0.1'])(
      'refuses the address "%s"',
      async (address) => {
        const provider = await device();
        await expect(provider.openWorkStream(address)).rejects.toMatchObject({ code: 'ADDRESS_MALFORMED' });
      },
    );

    it('gives up opening when told to', async () => {
      const hub = await device({ listening: true });
      const provider = await device();
      const reason = new Error('changed my mind');
      const opening = provider.openWorkStream(hub.addresses[0]!, { signal: AbortSignal.abort(reason) });
      await expect(opening).rejects.toBe(reason);
    });

    it.each([0, 1, 5 * 1_048_576])('fetches a blob of %i bytes, in either direction', async (length) => {
      const { hub, provider } = await pair();
      const content = systemRandom.bytes(length);
      const name = cidOfBytes(content);
      const source = { get: async (asked: string) => (asked === name ? content : null) };
      hub.serveBlobs(source);
      const fetched = await provider.fetchBlob(hub.peer, name);
      expect(Buffer.compare(fetched, content)).toBe(0);
      provider.serveBlobs(source);
      expect(cidOfBytes(await hub.fetchBlob(provider.peer, name))).toBe(name);
    });

    it('fetches many blobs at once over one connection', async () => {
      const { hub, provider } = await pair();
      const blobs = new Map(
        Array.from({ length: 80 }, () => systemRandom.bytes(20_000)).map((content) => [cidOfBytes(content), content]),
      );
      hub.serveBlobs({ get: async (name) => blobs.get(name) ?? null });
      const fetched = await Promise.all([...blobs.keys()].map((name) => provider.fetchBlob(hub.peer, name)));
      expect(fetched.map(cidOfBytes)).toEqual([...blobs.keys()]);
    });

    it('says when a peer does not have a blob, has another one under its name, or is not connected', async () => {
      const { hub, provider } = await pair();
      const content = systemRandom.bytes(300_000);
      const name = cidOfBytes(content);
      await expect(provider.fetchBlob(hub.peer, name)).rejects.toMatchObject({ code: 'BLOB_NOT_FOUND' });
      const damaged = content.slice();
      damaged[299_999]! ^= 1;
      hub.serveBlobs({ get: async () => damaged });
      await expect(provider.fetchBlob(hub.peer, name)).rejects.toMatchObject({ code: 'BLOB_CORRUPT' });
      hub.serveBlobs({ get: async () => new Uint8Array() });
      await expect(provider.fetchBlob(hub.peer, name)).rejects.toMatchObject({ code: 'BLOB_CORRUPT' });
      const stranger = generateDeviceKey(systemRandom).peerId;
      await expect(provider.fetchBlob(stranger, name)).rejects.toMatchObject({ code: 'PEER_UNREACHABLE' });
      hub.serveBlobs({ get: async () => content });
      expect(cidOfBytes(await provider.fetchBlob(hub.peer, name))).toBe(name);
    });

    it('takes in no more of a blob than its asker said it may have', async () => {
      const { hub, provider } = await pair();
      const content = systemRandom.bytes(300_000);
      const name = cidOfBytes(content);
      hub.serveBlobs({ get: async () => content });
      await expect(provider.fetchBlob(hub.peer, name, { bytesMax: 299_999 })).rejects.toMatchObject({
        code: 'BLOB_TOO_LARGE',
      });
      expect(await provider.fetchBlob(hub.peer, name, { bytesMax: 300_000 })).toHaveLength(300_000);
    });

    it('fails the fetch and tells its owner when a blob source fails', async () => {
      const errors: Error[] = [];
      const { hub, provider } = await pair({ onError: (error) => errors.push(error) });
      hub.serveBlobs({
        get: async () => {
          throw new Error('disk on fire');
        },
      });
      const fetching = provider.fetchBlob(hub.peer, cidOfBytes(Uint8Array.of(1)));
      await expect(fetching).rejects.toMatchObject({ code: 'PEER_UNREACHABLE' });
      expect(errors.map((error) => error.message)).toEqual(['disk on fire']);
    });

    it('gives up a fetch when told to', async () => {
      const { hub, provider } = await pair();
      const asked = new EventTarget();
      const isAsked = once(asked, 'asked');
      hub.serveBlobs({
        get: () => {
          asked.dispatchEvent(new Event('asked'));
          return new Promise(() => {});
        },
      });
      const control = new AbortController();
      const fetching = provider.fetchBlob(hub.peer, cidOfBytes(Uint8Array.of(1)), { signal: control.signal });
      await isAsked;
      const reason = new Error('changed my mind');
      control.abort(reason);
      await expect(fetching).rejects.toBe(reason);
    });

    it('tells its owner when the handler of a new stream throws, and closes that stream', async () => {
      const errors: Error[] = [];
      const hub = await device({ listening: true, onError: (error) => errors.push(error) });
      const provider = await device();
      hub.onWorkStream(() => {
        throw new Error('no room');
      });
      const stream = await provider.openWorkStream(hub.addresses[0]!);
      expect(await collect(stream.messages())).toEqual([]);
      expect(errors.map((error) => error.message)).toEqual(['no room']);
    });
  });
}
