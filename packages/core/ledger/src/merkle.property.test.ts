import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MerkleLog, merkleRoot, verifyConsistency, verifyInclusion } from './merkle.ts';

/** The definition of RFC 9162, 2.1.1, word for word. */
function definition(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length === 0) return sha256(new Uint8Array(0));
  if (entries.length === 1) return sha256(concatBytes(Uint8Array.of(0), entries[0]!));
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return sha256(concatBytes(Uint8Array.of(1), definition(entries.slice(0, split)), definition(entries.slice(split))));
}

function logOf(entries: readonly Uint8Array[]): MerkleLog {
  const log = new MerkleLog();
  for (const entry of entries) log.append(entry);
  return log;
}

const entry = fc.uint8Array({ maxLength: 40 });
const entries = fc.array(entry, { minLength: 1, maxLength: 70 });
const place = fc.nat();

function flipBit(value: Uint8Array, bit: number): Uint8Array {
  const at = bit % (value.length * 8);
  return value.map((byte, i) => (i === at >> 3 ? byte ^ (1 << (at & 7)) : byte));
}

describe('Merkle log', () => {
  it('invariant 4: the root at each size is the tree hash of the first entries', () => {
    fc.assert(
      fc.property(entries, place, (list, at) => {
        const size = at % (list.length + 1);
        const expected = definition(list.slice(0, size));
        expect(logOf(list).root(size)).toEqual(expected);
        expect(merkleRoot(list.slice(0, size))).toEqual(expected);
      }),
    );
  });

  it('invariant 5: an inclusion proof holds for its entry, place, size and root, and for nothing else', () => {
    fc.assert(
      fc.property(entries, place, place, place, entry, (list, at, atSize, bit, stranger) => {
        const log = logOf(list);
        const size = 1 + (atSize % list.length);
        const index = at % size;
        const proof = log.inclusionProof(index, size);
        const root = log.root(size);
        const own = list[index]!;
        expect(verifyInclusion(own, proof, root)).toBe(true);

        if (!Buffer.from(stranger).equals(own)) expect(verifyInclusion(stranger, proof, root)).toBe(false);
        expect(verifyInclusion(own, proof, flipBit(root, bit))).toBe(false);
        expect(verifyInclusion(own, { ...proof, path: [...proof.path, root] }, root)).toBe(false);
        expect(verifyInclusion(own, { ...proof, path: [root, ...proof.path] }, root)).toBe(false);
        for (const [i, sibling] of proof.path.entries()) {
          const path = proof.path.with(i, flipBit(sibling, bit));
          expect(verifyInclusion(own, { ...proof, path }, root)).toBe(false);
          expect(verifyInclusion(own, { ...proof, path: proof.path.toSpliced(i, 1) }, root)).toBe(false);
        }
        for (const other of [index - 1, index + 1, index ^ 2]) {
          if (list[other] !== undefined && Buffer.from(list[other]).equals(own)) continue;
          expect(verifyInclusion(own, { ...proof, index: other }, root)).toBe(false);
        }
        expect(verifyInclusion(own, { ...proof, size: 2 * size }, root)).toBe(false);
        expect(verifyInclusion(own, { ...proof, size: index }, root)).toBe(false);
      }),
    );
  });

  it('invariant 6: a consistency proof holds for logs that only grew', () => {
    fc.assert(
      fc.property(entries, place, place, place, (list, atFirst, atSecond, bit) => {
        const log = logOf(list);
        const secondSize = atSecond % (list.length + 1);
        const firstSize = atFirst % (secondSize + 1);
        const proof = log.consistencyProof(firstSize, secondSize);
        const first = log.root(firstSize);
        const second = log.root(secondSize);
        expect(verifyConsistency(proof, first, second)).toBe(true);

        expect(verifyConsistency(proof, flipBit(first, bit), second)).toBe(false);
        if (firstSize > 0) expect(verifyConsistency(proof, first, flipBit(second, bit))).toBe(false);
        expect(verifyConsistency({ ...proof, path: [...proof.path, first] }, first, second)).toBe(false);
        for (const [i, node] of proof.path.entries()) {
          const path = proof.path.with(i, flipBit(node, bit));
          expect(verifyConsistency({ ...proof, path }, first, second)).toBe(false);
          expect(verifyConsistency({ ...proof, path: proof.path.toSpliced(i, 1) }, first, second)).toBe(false);
        }
        if (firstSize === 0) return;

        const rewritten = logOf(list.with(bit % firstSize, Uint8Array.from({ length: 41 })));
        const forged = rewritten.consistencyProof(firstSize, secondSize);
        expect(verifyConsistency(forged, first, rewritten.root(secondSize))).toBe(false);
      }),
    );
  });

  it('holds for every pair of sizes up to 40', () => {
    const list = Array.from({ length: 40 }, (_, i) => Uint8Array.of(i));
    const log = logOf(list);
    for (let size = 1; size <= list.length; size += 1) {
      for (let index = 0; index < size; index += 1) {
        expect(verifyInclusion(list[index]!, log.inclusionProof(index, size), log.root(size))).toBe(true);
        expect(verifyConsistency(log.consistencyProof(index, size), log.root(index), log.root(size))).toBe(true);
      }
    }
  });
});
