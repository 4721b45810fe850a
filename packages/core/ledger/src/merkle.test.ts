import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import {
  consistencyProof,
  inclusionProof,
  MerkleLog,
  merkleRoot,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';

// The test vectors of Certificate Transparency for RFC 6962, as in google/certificate-transparency
// (merkletree/merkle_tree_test.cc) and transparency-dev/merkle (testonly). RFC 9162 keeps the same tree.
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const INCLUSION = [
  { index: 0, size: 1, path: [] },
  {
    index: 0,
    size: 8,
    path: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    index: 5,
    size: 8,
    path: [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  {
    index: 2,
    size: 3,
    path: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  },
  {
    index: 1,
    size: 5,
    path: [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
];
const CONSISTENCY = [
  { firstSize: 1, secondSize: 1, path: [] },
  {
    firstSize: 1,
    secondSize: 8,
    path: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    firstSize: 6,
    secondSize: 8,
    path: [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  {
    firstSize: 2,
    secondSize: 5,
    path: [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
];

const entryOf = (i: number): Uint8Array => Uint8Array.of(i, i >> 8, i >> 16);
const entries = ENTRIES.map(hexToBytes);
const rootOf = (size: number): Uint8Array => hexToBytes(ROOTS[size]!);

function logOf(list: Iterable<Uint8Array>): MerkleLog {
  const log = new MerkleLog();
  for (const entry of list) log.append(entry);
  return log;
}

describe('the vectors of Certificate Transparency', () => {
  const log = logOf(entries);

  it('has the root of each size', () => {
    for (const [size, root] of ROOTS.entries()) {
      expect(bytesToHex(merkleRoot(entries.slice(0, size)))).toBe(root);
      expect(bytesToHex(log.root(size))).toBe(root);
    }
  });

  it.each(INCLUSION)('proves entry $index of $size', ({ index, size, path }) => {
    const proof = log.inclusionProof(index, size);
    expect(proof.path.map(bytesToHex)).toEqual(path);
    expect(verifyInclusion(entries[index]!, proof, rootOf(size))).toBe(true);
  });

  it.each(CONSISTENCY)('proves that $firstSize grew to $secondSize', ({ firstSize, secondSize, path }) => {
    const proof = log.consistencyProof(firstSize, secondSize);
    expect(proof.path.map(bytesToHex)).toEqual(path);
    expect(verifyConsistency(proof, rootOf(firstSize), rootOf(secondSize))).toBe(true);
  });
});

describe('MerkleLog', () => {
  it('answers only for sizes and entries it has', () => {
    const log = logOf(entries);
    const outOfRange = expect.objectContaining({ code: 'MERKLE_OUT_OF_RANGE' });
    expect(() => log.root(9)).toThrow(outOfRange);
    expect(() => log.root(-1)).toThrow(outOfRange);
    expect(() => log.root(1.5)).toThrow(outOfRange);
    expect(() => log.inclusionProof(3, 3)).toThrow(outOfRange);
    expect(() => log.inclusionProof(0, 9)).toThrow(outOfRange);
    expect(() => log.consistencyProof(5, 4)).toThrow(outOfRange);
  });

  it('gives hashes that are the reader’s to keep', () => {
    const log = logOf(entries);
    log.root().fill(0);
    log.inclusionProof(0).path[0]!.fill(0);
    new MerkleLog().root().fill(0);
    expect(bytesToHex(log.root())).toBe(ROOTS[8]);
    expect(bytesToHex(log.inclusionProof(0).path[0]!)).toBe(INCLUSION[1]!.path[0]);
    expect(bytesToHex(new MerkleLog().root())).toBe(ROOTS[0]);
  });

  it('serves a hundred thousand entries without recomputing the tree', () => {
    const count = 100_000;
    const log = logOf(Array.from({ length: count }, (_, i) => entryOf(i)));
    for (const size of [count, count - 1, 65_537, 65_536]) {
      const proof = log.inclusionProof(size - 3, size);
      expect(proof.path.length).toBeLessThanOrEqual(17);
      expect(verifyInclusion(entryOf(size - 3), proof, log.root(size))).toBe(true);
      expect(verifyConsistency(log.consistencyProof(size - 3, size), log.root(size - 3), log.root(size))).toBe(true);
    }
  });
});

describe('proofs from outside', () => {
  it('are parsed, and judged without wrapping at 2^32', () => {
    const proof = { index: 2 ** 40, size: 2 ** 40 + 1, path: [hexToBytes(ROOTS[1]!)] };
    expect(inclusionProof.parse(proof)).toEqual(proof);
    // A lone last leaf is one hash below the root, whatever the size of the full tree on its left.
    const root = logOf([new Uint8Array(0), new Uint8Array([1])]).root();
    expect(verifyInclusion(new Uint8Array([1]), proof, root)).toBe(true);
    expect(verifyInclusion(new Uint8Array([1]), { ...proof, index: 0 }, root)).toBe(false);
    expect(inclusionProof.safeParse({ ...proof, path: [new Uint8Array(31)] }).success).toBe(false);
    expect(consistencyProof.safeParse({ firstSize: -1, secondSize: 2, path: [] }).success).toBe(false);
  });
});
