// Low-discrepancy samples: the (0,2)-sequence of Sobol', Owen-scrambled and shuffled by hashing, one independent pair
// a decision (Burley, "Practical Hash-based Owen Scrambling", JCGT 2020). A value depends on the seed, the pixel, the
// sample's index and the decision's number only, so a picture is the same however it is cut into tiles.
import { add, scale, splat } from './lanes';

/** The two coordinates of the last `drawPair`, in [0, 1). */
export let u: v128 = f32x4.splat(0);
export let v: v128 = f32x4.splat(0);

/** A good 32-bit mixer (Wellons' lowbias32). */
export function hash(x: u32): u32 {
  x ^= x >> 16;
  x *= 0x7feb352d;
  x ^= x >> 15;
  x *= 0x846ca68b;
  x ^= x >> 16;
  return x;
}

/** The same mixer on four lanes. */
// @ts-ignore: decorator
@inline function hashLanes(x: v128): v128 {
  x = v128.xor(x, i32x4.shr_u(x, 16));
  x = i32x4.mul(x, i32x4.splat(0x7feb352d));
  x = v128.xor(x, i32x4.shr_u(x, 15));
  x = i32x4.mul(x, i32x4.splat(0x846ca68b));
  return v128.xor(x, i32x4.shr_u(x, 16));
}

/** Integer lanes' upper 24 bits as a number in [0, 1). */
// @ts-ignore: decorator
@inline export function unit(x: v128): v128 {
  return scale(f32x4.convert_i32x4_s(i32x4.shr_u(x, 8)), 5.9604644775390625e-8);
}

/** Bits of each 32-bit lane in reverse order. */
// @ts-ignore: decorator
@inline export function reverseBits(x: v128): v128 {
  x = i8x16.shuffle(x, x, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
  x = v128.or(
    i32x4.shl(v128.and(x, i32x4.splat(0x0f0f0f0f)), 4),
    v128.and(i32x4.shr_u(x, 4), i32x4.splat(0x0f0f0f0f)),
  );
  x = v128.or(
    i32x4.shl(v128.and(x, i32x4.splat(0x33333333)), 2),
    v128.and(i32x4.shr_u(x, 2), i32x4.splat(0x33333333)),
  );
  return v128.or(
    i32x4.shl(v128.and(x, i32x4.splat(0x55555555)), 1),
    v128.and(i32x4.shr_u(x, 1), i32x4.splat(0x55555555)),
  );
}

/**
 * An Owen scramble of numbers whose bits are already reversed: each bit is flipped by a hash of the bits below it
 * (Laine and Karras 2011, in Vegdahl's improved form).
 */
// @ts-ignore: decorator
@inline function scrambleReversed(x: v128, seed: u32): v128 {
  x = v128.xor(x, i32x4.mul(x, i32x4.splat(0x3d20adea)));
  x = i32x4.add(x, i32x4.splat(seed));
  x = i32x4.mul(x, i32x4.splat((seed >> 16) | 1));
  x = v128.xor(x, i32x4.mul(x, i32x4.splat(0x05526c56)));
  return v128.xor(x, i32x4.mul(x, i32x4.splat(0x53a22864)));
}

/** The second Sobol' matrix is Pascal's triangle modulo 2, so it acts in five steps; result with its bits reversed. */
// @ts-ignore: decorator
@inline function sobolSecondReversed(index: v128): v128 {
  let x = index;
  x = v128.xor(x, i32x4.shr_u(v128.and(x, i32x4.splat(0xaaaaaaaa)), 1));
  x = v128.xor(x, i32x4.shr_u(v128.and(x, i32x4.splat(0xcccccccc)), 2));
  x = v128.xor(x, i32x4.shr_u(v128.and(x, i32x4.splat(0xf0f0f0f0)), 4));
  x = v128.xor(x, i32x4.shr_u(v128.and(x, i32x4.splat(0xff00ff00)), 8));
  return v128.xor(x, i32x4.shr_u(x, 16));
}

/** Draws one decision's pair into `u` and `v`; `reversedIndex` is the samples' indices with their bits reversed. */
export function drawPair(reversedIndex: v128, pixelHash: u32, decision: u32): void {
  const seed = hash(pixelHash ^ (decision * 0x9e3779b9));
  const index = reverseBits(scrambleReversed(reversedIndex, seed));
  u = unit(reverseBits(scrambleReversed(index, hash(seed ^ 0x68bc21eb))));
  v = unit(reverseBits(scrambleReversed(sobolSecondReversed(index), hash(seed ^ 0x02e5be93))));
}

/** Smooth value noise on the plane between 0 and 1, lattice spacing 1. */
export function valueNoise(x: v128, y: v128): v128 {
  const xf = f32x4.floor(x);
  const yf = f32x4.floor(y);
  const xi = i32x4.mul(i32x4.trunc_sat_f32x4_s(xf), i32x4.splat(0x1b873593));
  const yi = i32x4.mul(i32x4.trunc_sat_f32x4_s(yf), i32x4.splat(0x2c1b3c6d));
  const xj = i32x4.add(xi, i32x4.splat(0x1b873593));
  const yj = i32x4.add(yi, i32x4.splat(0x2c1b3c6d));
  let tx = f32x4.sub(x, xf);
  let ty = f32x4.sub(y, yf);
  tx = f32x4.mul(f32x4.mul(tx, tx), f32x4.sub(splat(3), add(tx, tx)));
  ty = f32x4.mul(f32x4.mul(ty, ty), f32x4.sub(splat(3), add(ty, ty)));
  const n00 = unit(hashLanes(v128.xor(xi, yi)));
  const n10 = unit(hashLanes(v128.xor(xj, yi)));
  const n01 = unit(hashLanes(v128.xor(xi, yj)));
  const n11 = unit(hashLanes(v128.xor(xj, yj)));
  const low = add(n00, f32x4.mul(f32x4.sub(n10, n00), tx));
  const high = add(n01, f32x4.mul(f32x4.sub(n11, n01), tx));
  return add(low, f32x4.mul(f32x4.sub(high, low), ty));
}
