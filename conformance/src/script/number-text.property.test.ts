import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floatBits, integerBits } from './number-text.ts';

const view = new DataView(new ArrayBuffer(8));
function bits64(value: number): bigint {
  view.setFloat64(0, value);
  return view.getBigUint64(0);
}
function bits32(value: number): bigint {
  view.setFloat32(0, value);
  return BigInt(view.getUint32(0));
}
/** A float in the hexadecimal notation, exactly. */
function hexText(value: number): string {
  const bits = bits64(Math.abs(value));
  const exponent = Number(bits >> 52n);
  const fraction = bits & ((1n << 52n) - 1n);
  const significand = exponent === 0 ? fraction : fraction | (1n << 52n);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  return `${sign}0x${significand.toString(16)}p${(exponent === 0 ? 1 : exponent) - 1075}`;
}

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('floatBits', () => {
  it('agrees with the engine on decimal text', () => {
    fc.assert(
      fc.property(finite, (value) => floatBits(Object.is(value, -0) ? '-0' : String(value), 64) === bits64(value)),
    );
  });

  it('agrees with the engine on hexadecimal text', () => {
    fc.assert(fc.property(finite, (value) => floatBits(hexText(value), 64) === bits64(value)));
  });

  it('rounds to single precision once, not twice', () => {
    fc.assert(fc.property(finite, (value) => floatBits(hexText(value), 32) === bits32(value)));
    // Just above half way between two floats: through a double it would round down to even.
    expect(floatBits('1.00000005960464477539062500000000001', 32)).toBe(0x3f80_0001n);
  });
});

describe('integerBits', () => {
  it('agrees with BigInt, in two notations', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
        const sign = value < 0n ? '-' : '';
        const hex = `${sign}0x${(value < 0n ? -value : value).toString(16)}`;
        const expected = BigInt.asUintN(64, value);
        return integerBits(String(value), 64) === expected && integerBits(hex, 64) === expected;
      }),
    );
  });
});
