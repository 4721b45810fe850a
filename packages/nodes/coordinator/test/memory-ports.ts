import { chainEvents, EMPTY_HEAD, verifyChain } from '@gristmill/ledger';
import {
  type Address,
  address,
  type BlobStore,
  type Cid,
  cidOfBytes,
  cidOfDigest,
  type Clock,
  type DeviceKey,
  digestOf,
  type FaultVerdict,
  GristmillError,
  type Journal,
  type JournalEvent,
  type NewJournalEvent,
  matchesCid,
  type PeerId,
  type Settlement,
  sign,
  type SignedFaultVerdict,
  signerOf,
  type Transport,
  type WorkMessage,
  type WorkStream,
} from '@gristmill/protocol';
import type { Bonds } from '../src/index.ts';

/** A disk that outlives its coordinators, and can lose its cable at any append. */
export interface MemoryDisk {
  readonly events: JournalEvent[];
  /** A journal over the disk; once severed, nothing it is asked ever comes back. */
  open(): Journal & { sever(): void };
  /** Called at each append with how many there were: `before` or `after` the write, the cable breaks there. */
  breakAt: (append: number, added: readonly NewJournalEvent[]) => 'before' | 'after' | null;
  onBreak: () => void;
}

export function createMemoryDisk(clock: Clock): MemoryDisk {
  const events: JournalEvent[] = [];
  let head = EMPTY_HEAD;
  let appends = 0;
  const disk: MemoryDisk = {
    events,
    breakAt: () => null,
    onBreak: () => {},
    open() {
      let isSevered = false;
      const never = new Promise<never>(() => {});
      return {
        get size() {
          return events.length;
        },
        async append(added) {
          await Promise.resolve();
          if (isSevered) return never;
          appends += 1;
          const fate = disk.breakAt(appends, added);
          if (fate !== 'before') {
            const chained = chainEvents(head, added, clock.now());
            head = verifyChain(chained, head);
            events.push(...chained);
            if (fate === null) return chained;
          }
          disk.onBreak();
          return never;
        },
        read: ({ from = 0, stream } = {}) =>
          events.slice(from).filter((event) => stream === undefined || event.stream === stream),
        close: async () => {},
        sever() {
          isSevered = true;
        },
      };
    },
  };
  return disk;
}

export function createMemoryBlobs(): BlobStore & { readonly contents: Map<Cid, Uint8Array> } {
  const contents = new Map<Cid, Uint8Array>();
  return {
    contents,
    async put(content) {
      const name = cidOfBytes(content);
      contents.set(name, content);
      return name;
    },
    // A canonical value lies under the name of its bytes.
    get: async (name) => contents.get(cidOfDigest(digestOf(name))) ?? null,
  };
}

/** One hub at a time, and whoever dials it. */
export interface MemoryNetwork {
  /** Plugs a hub in. Its transport works until `unplug`, which ends every stream. */
  hub(peer: PeerId): { transport: Transport; unplug(): void };
  /** A stream to the hub, or null when there is none. `source` answers the hub's requests for content. */
  dial(peer: PeerId, source: Pick<BlobStore, 'get'>): WorkStream | null;
}

export function createMemoryNetwork(): MemoryNetwork {
  let current: { handler: (stream: WorkStream) => void; ends: Set<() => void>; peer: PeerId } | null = null;
  const sources = new Map<PeerId, Pick<BlobStore, 'get'>>();

  return {
    hub(peer) {
      const ends = new Set<() => void>();
      let isPlugged = true;
      const transport: Transport = {
        peer,
        addresses: [`/memory/hub/p2p/${peer}`],
        openWorkStream: () => Promise.reject(new Error('the hub dials nobody')),
        onWorkStream(handler) {
          current = { handler, ends, peer };
        },
        async fetchBlob(from, name, { bytesMax = Infinity } = {}) {
          const content = isPlugged
            ? ((await sources.get(from)?.get(name)) ?? null)
            : await new Promise<never>(() => {});
          if (content === null) throw blobError('BLOB_NOT_FOUND', name);
          if (content.length > bytesMax) throw blobError('BLOB_TOO_LARGE', name);
          if (!matchesCid(name, content)) throw blobError('BLOB_CORRUPT', name);
          return content;
        },
        serveBlobs: () => {},
        stop: async () => {},
      };
      return {
        transport,
        unplug() {
          isPlugged = false;
          current = null;
          for (const end of ends) end();
        },
      };
    },
    dial(peer, source) {
      if (current === null) return null;
      sources.set(peer, source);
      const [mine, theirs, end] = streamPair(peer, current.peer);
      current.ends.add(end);
      current.handler(theirs);
      return mine;
    },
  };
}

function blobError(code: string, name: Cid): GristmillError {
  return new GristmillError(code, `${name} could not be had.`, { hint: 'Ask again.', fault: 'peer' });
}

/** Both ends of a work stream: the provider's, the hub's, and a way to cut it. */
function streamPair(provider: PeerId, hub: PeerId): [WorkStream, WorkStream, () => void] {
  const toHub = createChannel();
  const toProvider = createChannel();
  const end = (): void => {
    toHub.end();
    toProvider.end();
  };
  const side = (peer: PeerId, out: Channel, into: Channel): WorkStream => ({
    peer,
    send: (...messages) => out.push(...messages),
    messages: () => into.read(),
    close: async () => end(),
  });
  return [side(hub, toHub, toProvider), side(provider, toProvider, toHub), end];
}

interface Channel {
  push(...messages: WorkMessage[]): void;
  end(): void;
  read(): AsyncGenerator<WorkMessage>;
}

function createChannel(): Channel {
  const queue: WorkMessage[] = [];
  let isEnded = false;
  let arrival = Promise.withResolvers<void>();
  const announce = (): void => {
    arrival.resolve();
    arrival = Promise.withResolvers();
  };
  return {
    push(...messages) {
      if (isEnded) throw new GristmillError('STREAM_CLOSED', 'The stream is closed.', { hint: 'Open another.' });
      // What crosses a network is a copy.
      queue.push(...messages.map((message) => structuredClone(message)));
      announce();
    },
    end() {
      isEnded = true;
      announce();
    },
    async *read() {
      for (;;) {
        const next = queue.shift();
        if (next !== undefined) yield next;
        else if (isEnded) return;
        else await arrival.promise;
      }
    },
  };
}

/** A settlement whose vouchers are signed by a device key; the real one is tested in `settlement`. */
export function createMemorySettlement(key: DeviceKey, fundedUnits: bigint): Settlement {
  const escrow = address.parse(`0x${'e5'.repeat(20)}`);
  return {
    chainId: 31_337,
    escrow,
    signer: key.address,
    fundedUnits: async () => fundedUnits,
    reservedUnits: async () => new Map(),
    async signVoucher(promise) {
      const voucher = { ...promise, chainId: 31_337, escrow, signer: key.address };
      return { voucher, signature: sign(key, 'request', voucher) };
    },
  };
}

/** A stake contract in memory: bonds as the test sets them, three jurors of whom two make a quorum. */
export interface MemoryBonds extends Bonds {
  readonly bonded: Map<Address, bigint>;
  /** What verdicts took, by their evidence. */
  readonly taken: Map<Cid, bigint>;
  readonly jurors: readonly DeviceKey[];
  sign(juror: DeviceKey, verdict: FaultVerdict): SignedFaultVerdict;
  /** Called before each answer: throw to be a chain that is away. */
  onAsk: () => void;
}

export function createMemoryBonds(jurors: readonly DeviceKey[]): MemoryBonds {
  const carriedOut = new Map<string, Cid>();
  const self: MemoryBonds = {
    stake: address.parse(`0x${'57'.repeat(20)}`),
    quorum: 2,
    bonded: new Map(),
    taken: new Map(),
    jurors,
    onAsk: () => {},
    async bondOf(provider) {
      self.onAsk();
      const units = self.bonded.get(provider) ?? 0n;
      return { bondedUnits: units, securedUnits: units };
    },
    sign: (juror, verdict) => ({ verdict, juror: juror.address, signature: sign(juror, 'request', verdict) }),
    async checkVerdict({ verdict, juror, signature }) {
      const isJuror = jurors.some(({ address: known }) => known === juror);
      if (isJuror && signerOf('request', verdict, signature) === juror) return;
      throw new GristmillError('VERDICT_SIGNATURE_INVALID', 'No juror signed this.', {
        hint: 'Sign it.',
        fault: 'peer',
      });
    },
    async takenUnits(verdict) {
      self.onAsk();
      const by = carriedOut.get(faultOf(verdict));
      return by === undefined || by === verdict.evidence ? (self.taken.get(verdict.evidence) ?? 0n) : null;
    },
    async slash(signed) {
      self.onAsk();
      const { verdict } = signed[0]!;
      if (new Set(signed.map(({ juror }) => juror)).size < self.quorum) throw new Error('no quorum');
      const before = self.taken.get(verdict.evidence) ?? 0n;
      const bonded = self.bonded.get(verdict.provider) ?? 0n;
      const due = verdict.units - before;
      const units = due < bonded ? due : bonded;
      if (units === 0n || (carriedOut.get(faultOf(verdict)) ?? verdict.evidence) !== verdict.evidence) {
        throw new Error('nothing to slash');
      }
      carriedOut.set(faultOf(verdict), verdict.evidence);
      self.bonded.set(verdict.provider, bonded - units);
      self.taken.set(verdict.evidence, before + units);
      return { transactionHash: `0x${verdict.evidence}` };
    },
  };
  return self;
}

/** What a bond is slashed for at most once. */
function faultOf({ provider, task }: FaultVerdict): string {
  return `${provider} ${task}`;
}
