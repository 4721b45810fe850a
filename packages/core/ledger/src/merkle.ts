import { count, GristmillError } from '@gristmill/protocol';
import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { equalBytes } from './bytes.ts';

const HASH_BYTES = 32;
const PATH_LENGTH_MAX = 64;

const hash = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.length === HASH_BYTES,
  'not a 32-byte hash',
);
const path = z.array(hash).max(PATH_LENGTH_MAX);

/** That an entry is at `index` in the tree of `size` entries: the hashes beside its way up to the root. */
export const inclusionProof = z.strictObject({ index: count, size: count, path });
export type InclusionProof = z.infer<typeof inclusionProof>;

/** That the tree of `secondSize` entries starts with the `firstSize` entries of an earlier one. */
export const consistencyProof = z.strictObject({ firstSize: count, secondSize: count, path });
export type ConsistencyProof = z.infer<typeof consistencyProof>;

// The first byte tells a leaf from a node, so that neither can pass for the other (RFC 9162, 2.1.1).
function leafHash(entry: Uint8Array): Uint8Array {
  const prefixed = new Uint8Array(1 + entry.length);
  prefixed.set(entry, 1);
  return sha256(prefixed);
}

function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  const prefixed = new Uint8Array(1 + 2 * HASH_BYTES);
  prefixed[0] = 1;
  prefixed.set(left, 1);
  prefixed.set(right, 1 + HASH_BYTES);
  return sha256(prefixed);
}

/** The root of the tree without entries: the hash of nothing. */
const EMPTY_ROOT = sha256(new Uint8Array(0));

/**
 * The Merkle tree hash of a list of entries (RFC 9162, 2.1.1; the same tree as in RFC 6962). Memory grows with the
 * logarithm of their number only.
 */
export function merkleRoot(entries: Iterable<Uint8Array>): Uint8Array {
  // Roots of full subtrees, larger ones first: their sizes are the binary digits of the number of entries so far.
  const peaks: { size: number; root: Uint8Array }[] = [];
  for (const entry of entries) {
    let size = 1;
    let root = leafHash(entry);
    for (let left = peaks.at(-1); left?.size === size; left = peaks.at(-1)) {
      root = nodeHash(left.root, root);
      size *= 2;
      peaks.pop();
    }
    peaks.push({ size, root });
  }
  let root = peaks.pop()?.root ?? EMPTY_ROOT;
  for (let left = peaks.pop(); left !== undefined; left = peaks.pop()) root = nodeHash(left.root, root);
  return root;
}

/** Hashes side by side in blocks, so that a million of them cost 32 MB and no copying as they grow. */
class HashColumn {
  static readonly #blockHashes = 1024;
  readonly #blocks: Uint8Array[] = [];
  length = 0;

  push(value: Uint8Array): void {
    const offset = this.length % HashColumn.#blockHashes;
    if (offset === 0) this.#blocks.push(new Uint8Array(HashColumn.#blockHashes * HASH_BYTES));
    this.#blocks.at(-1)!.set(value, offset * HASH_BYTES);
    this.length += 1;
  }

  at(i: number): Uint8Array {
    const offset = (i % HashColumn.#blockHashes) * HASH_BYTES;
    return this.#blocks[Math.floor(i / HashColumn.#blockHashes)]!.slice(offset, offset + HASH_BYTES);
  }
}

/**
 * An append-only Merkle tree (RFC 9162, 2.1) that answers for its present and for every earlier size.
 * It keeps the hash of each full subtree, about 64 bytes an entry; roots and proofs cost O(log n) hashes, or O(log^2 n)
 * where a tree's right edge is ragged.
 */
export class MerkleLog {
  /** `#levels[k]` holds the roots of the full subtrees of 2^k entries, from left to right. */
  readonly #levels: HashColumn[] = [];

  get size(): number {
    return this.#levels[0]?.length ?? 0;
  }

  append(entry: Uint8Array): void {
    let node = leafHash(entry);
    for (let level = 0; ; level += 1) {
      const column = (this.#levels[level] ??= new HashColumn());
      column.push(node);
      if (column.length % 2 === 1) return;
      node = nodeHash(column.at(column.length - 2), node);
    }
  }

  /** @throws GristmillError `MERKLE_OUT_OF_RANGE` when the log does not have that many entries. */
  root(size: number = this.size): Uint8Array {
    this.#checkSize(size);
    return size === 0 ? EMPTY_ROOT.slice() : this.#subtree(0, size);
  }

  /** RFC 9162, 2.1.3.1. @throws GristmillError `MERKLE_OUT_OF_RANGE` */
  inclusionProof(index: number, size: number = this.size): InclusionProof {
    this.#checkSize(size);
    if (!Number.isInteger(index) || index < 0 || index >= size) {
      throw outOfRange(`Entry ${index} is not in the tree of ${size} entries.`);
    }
    return { index, size, path: this.#inclusionPath(index, 0, size) };
  }

  /** RFC 9162, 2.1.4.1. @throws GristmillError `MERKLE_OUT_OF_RANGE` */
  consistencyProof(firstSize: number, secondSize: number = this.size): ConsistencyProof {
    this.#checkSize(secondSize);
    if (!Number.isInteger(firstSize) || firstSize < 0 || firstSize > secondSize) {
      throw outOfRange(`A tree of ${secondSize} entries has no earlier size ${firstSize}.`);
    }
    const path = firstSize === 0 ? [] : this.#consistencyPath(firstSize, 0, secondSize, true);
    return { firstSize, secondSize, path };
  }

  #checkSize(size: number): void {
    if (!Number.isInteger(size) || size < 0 || size > this.size) {
      throw outOfRange(`The log has ${this.size} entries; there is no tree of ${size}.`);
    }
  }

  /** The hash over the `size` entries from `start`, where `start` is a multiple of each full subtree in it. */
  #subtree(start: number, size: number): Uint8Array {
    const level = levelOf(size);
    if (size === 2 ** level) return this.#levels[level]!.at(start / size);
    const left = splitOf(size);
    return nodeHash(this.#subtree(start, left), this.#subtree(start + left, size - left));
  }

  #inclusionPath(index: number, start: number, size: number): Uint8Array[] {
    if (size === 1) return [];
    const left = splitOf(size);
    return index < left
      ? [...this.#inclusionPath(index, start, left), this.#subtree(start + left, size - left)]
      : [...this.#inclusionPath(index - left, start + left, size - left), this.#subtree(start, left)];
  }

  /** SUBPROOF of the RFC: `isWhole` while the subtree is all of the first tree, whose root the verifier has. */
  #consistencyPath(firstSize: number, start: number, size: number, isWhole: boolean): Uint8Array[] {
    if (firstSize === size) return isWhole ? [] : [this.#subtree(start, size)];
    const left = splitOf(size);
    return firstSize <= left
      ? [...this.#consistencyPath(firstSize, start, left, isWhole), this.#subtree(start + left, size - left)]
      : [...this.#consistencyPath(firstSize - left, start + left, size - left, false), this.#subtree(start, left)];
  }
}

/** The largest power of two in `size`, as an exponent. A log in memory stays far below 2^32 entries. */
function levelOf(size: number): number {
  return 31 - Math.clz32(size);
}

/** Where a tree of two or more entries divides: the largest power of two smaller than its size. */
function splitOf(size: number): number {
  return 2 ** levelOf(size - 1);
}

function outOfRange(message: string): GristmillError {
  return new GristmillError('MERKLE_OUT_OF_RANGE', message, { hint: 'Ask within the present size of the log.' });
}

/** Whether `proof` shows that `entry` is in the tree with this root (RFC 9162, 2.1.3.2). */
export function verifyInclusion(entry: Uint8Array, { index, size, path }: InclusionProof, root: Uint8Array): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  let position = index;
  let last = size - 1;
  let hash = leafHash(entry);
  for (const sibling of path) {
    if (last === 0 || sibling.length !== HASH_BYTES) return false;
    if (isOdd(position) || position === last) {
      hash = nodeHash(sibling, hash);
      // A right edge without a sibling rises as it is, up to the level where it is a right child.
      while (!isOdd(position) && position !== 0) [position, last] = [half(position), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [position, last] = [half(position), half(last)];
  }
  return last === 0 && equalBytes(hash, root);
}

/** Whether `proof` shows that the second tree is the first one with entries appended (RFC 9162, 2.1.4.2). */
export function verifyConsistency(
  { firstSize, secondSize, path }: ConsistencyProof,
  firstRoot: Uint8Array,
  secondRoot: Uint8Array,
): boolean {
  if (!isCount(firstSize) || !isCount(secondSize) || firstSize > secondSize) return false;
  if (firstSize === secondSize) return path.length === 0 && equalBytes(firstRoot, secondRoot);
  // Every log starts with nothing; the RFC leaves this case out.
  if (firstSize === 0) return path.length === 0 && equalBytes(firstRoot, EMPTY_ROOT);
  if (path.some((node) => node.length !== HASH_BYTES)) return false;

  let position = firstSize - 1;
  let last = secondSize - 1;
  while (isOdd(position)) [position, last] = [half(position), half(last)];
  // Where the first tree is one full subtree, its root is the start of the path and the proof leaves it out.
  const [start, ...siblings] = position === 0 ? [firstRoot, ...path] : path;
  if (start === undefined || start.length !== HASH_BYTES) return false;
  let first = start;
  let second = start;
  for (const sibling of siblings) {
    if (last === 0) return false;
    if (isOdd(position) || position === last) {
      first = nodeHash(sibling, first);
      second = nodeHash(sibling, second);
      while (!isOdd(position) && position !== 0) [position, last] = [half(position), half(last)];
    } else {
      second = nodeHash(second, sibling);
    }
    [position, last] = [half(position), half(last)];
  }
  return last === 0 && equalBytes(first, firstRoot) && equalBytes(second, secondRoot);
}

// Sizes in a proof from outside may pass 2^32, where JavaScript's bit operators wrap: hence plain arithmetic.
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);
