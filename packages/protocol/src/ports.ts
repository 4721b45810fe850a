import type { Cid } from './canonical.ts';
import type { Address, PeerId } from './identity.ts';
import type { SignedVoucher } from './voucher.ts';
import type { WorkMessage } from './work.ts';

/** One event to be written: `stream` groups events that are read together, `type` names what happened. */
export interface NewJournalEvent {
  stream: string;
  type: string;
  /** Anything dag-cbor can carry; the reader parses it with its own schema. */
  data: unknown;
}

/** An event as it stands in the journal: `hash` covers this event and, through `previous`, all before it. */
export interface JournalEvent extends NewJournalEvent {
  /** Position in the journal, from 0. */
  sequence: number;
  recordedAtMs: number;
  /** sha-256, 32 bytes. */
  previous: Uint8Array;
  hash: Uint8Array;
}

/** The append-only journal. Fulfilled by `storage`. */
export interface Journal {
  /** Resolves once the events are on disk, in order, all or none; then they survive `kill -9`. */
  append(events: readonly NewJournalEvent[]): Promise<JournalEvent[]>;
  /** Events from `from` (default 0) on, oldest first, as they stand now. */
  read(options?: { from?: number; stream?: string }): Iterable<JournalEvent>;
  readonly size: number;
  close(): Promise<void>;
}

/** Content by name. Fulfilled by `storage` (disk) and by `network` (peers). */
export interface BlobStore {
  /** Resolves once the bytes are on disk. */
  put(content: Uint8Array): Promise<Cid>;
  get(name: Cid): Promise<Uint8Array | null>;
}

/** One end of a work stream. */
export interface WorkStream {
  readonly peer: PeerId;
  /** Queues messages; what is queued in one turn of the event loop leaves as one frame. Throws `STREAM_CLOSED`. */
  send(...messages: WorkMessage[]): void;
  /** Messages as they come, parsed; ends when the stream closes, throws when the peer breaks the protocol. */
  messages(): AsyncIterable<WorkMessage>;
  close(): Promise<void>;
}

/** The network, as services see it. Fulfilled by `network` over libp2p. */
export interface Transport {
  readonly peer: PeerId;
  /** Addresses others can dial, as multiaddrs that end in `/p2p/<peer>`. */
  readonly addresses: readonly string[];
  /** @throws GristmillError `PEER_UNREACHABLE` */
  openWorkStream(address: string, options?: { signal?: AbortSignal }): Promise<WorkStream>;
  onWorkStream(handler: (stream: WorkStream) => void): void;
  /**
   * Asks a connected peer for content and checks it against its name. Who knows how long it must be says so in
   * `bytesMax`, and no more is taken in. @throws `BLOB_NOT_FOUND`, `BLOB_CORRUPT`, `BLOB_TOO_LARGE`
   */
  fetchBlob(peer: PeerId, name: Cid, options?: { signal?: AbortSignal; bytesMax?: number }): Promise<Uint8Array>;
  /** Answers other peers' requests from here on. */
  serveBlobs(source: Pick<BlobStore, 'get'>): void;
  stop(): Promise<void>;
}

/** What a coordinator needs of a chain. Fulfilled by `settlement` over EVM. */
export interface Settlement {
  readonly chainId: number;
  readonly escrow: Address;
  /** Whose signature this coordinator's vouchers carry. */
  readonly signer: Address;
  /** All that vouchers of `signer` on behalf of `payer` can ever draw, what they have drawn included, in minor units. */
  fundedUnits(payer: Address): Promise<bigint>;
  /**
   * Of that, what is kept for one payee alone, by payee, what it has drawn included. Nobody else's voucher is paid from
   * it; `promisableUnits` says what follows for a new promise.
   */
  reservedUnits(payer: Address): Promise<ReadonlyMap<Address, bigint>>;
  signVoucher(promise: { payer: Address; payee: Address; cumulative: bigint }): Promise<SignedVoucher>;
}
