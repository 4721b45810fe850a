import { createHash } from 'node:crypto';
import { cidOf, cidOfBytes } from '@gristmill/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from './blob-name.ts';

describe('the digest in a name', () => {
  it('is the sha-256 of the content, for raw bytes and for values (invariant 2)', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (content, value) => {
        expect([...digestOf(cidOfBytes(content))]).toEqual([...createHash('sha256').update(content).digest()]);
        expect(digestOf(cidOf(value))).toHaveLength(32);
        expect([...digestOf(cidOf(value))]).not.toEqual([...digestOf(cidOfBytes(content))]);
      }),
    );
  });
});
