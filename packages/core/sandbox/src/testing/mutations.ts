import fc from 'fast-check';

/** One way in which bytes go wrong. */
export interface Mutation {
  /** Where, as a share of the length. */
  readonly at: number;
  readonly kind: 'set' | 'flip' | 'delete' | 'insert' | 'cut';
  readonly byte: number;
}

export const mutationKinds = ['set', 'flip', 'delete', 'insert', 'cut'] as const;
/** Bytes that mean something nearly everywhere: nothing, `end`, an empty block, a type, ends of numbers. */
export const tellingBytes = [0, 1, 0x0b, 0x40, 0x7f, 0x80, 0xff] as const;

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
  kind: fc.constantFrom(...mutationKinds),
  byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(...tellingBytes)),
});

export function mutate(bytes: Uint8Array, { at, kind, byte }: Mutation): Uint8Array {
  const i = Math.floor(at * bytes.length);
  if (kind === 'cut') return bytes.subarray(0, i);
  if (kind === 'set' || kind === 'flip') {
    const changed = bytes.slice();
    if (changed.length > 0) changed[i] = kind === 'set' ? byte : changed[i]! ^ (1 << (byte & 7));
    return changed;
  }
  const inserted = kind === 'insert' ? 1 : 0;
  const changed = new Uint8Array(Math.max(0, bytes.length + (inserted === 1 ? 1 : -1)));
  changed.set(bytes.subarray(0, i));
  if (inserted === 1) changed[i] = byte;
  changed.set(bytes.subarray(i + 1 - inserted), i + inserted);
  return changed;
}
