// Four samples of one pixel travel together, one in each lane of a 128-bit vector.
// Every function here is a pure function of its lanes, without a host's mathematics, so all engines agree on each bit.

// @ts-ignore: decorator
@inline export function splat(x: f32): v128 { return f32x4.splat(x); }
// @ts-ignore: decorator
@inline export function add(a: v128, b: v128): v128 { return f32x4.add(a, b); }
// @ts-ignore: decorator
@inline export function sub(a: v128, b: v128): v128 { return f32x4.sub(a, b); }
// @ts-ignore: decorator
@inline export function mul(a: v128, b: v128): v128 { return f32x4.mul(a, b); }
// @ts-ignore: decorator
@inline export function div(a: v128, b: v128): v128 { return f32x4.div(a, b); }
/** a * b + c, rounded twice: fused forms differ between machines. */
// @ts-ignore: decorator
@inline export function madd(a: v128, b: v128, c: v128): v128 { return f32x4.add(f32x4.mul(a, b), c); }
// @ts-ignore: decorator
@inline export function scale(a: v128, s: f32): v128 { return f32x4.mul(a, f32x4.splat(s)); }
// @ts-ignore: decorator
@inline export function neg(a: v128): v128 { return f32x4.neg(a); }
/** The pseudo-minimum is one machine instruction; nothing here is ever a NaN, so it is the minimum. */
// @ts-ignore: decorator
@inline export function min(a: v128, b: v128): v128 { return f32x4.pmin(a, b); }
// @ts-ignore: decorator
@inline export function max(a: v128, b: v128): v128 { return f32x4.pmax(a, b); }
/** Square root; what rounding has pushed below zero counts as zero. */
// @ts-ignore: decorator
@inline export function root(a: v128): v128 { return f32x4.sqrt(f32x4.pmax(f32x4.splat(0), a)); }
// @ts-ignore: decorator
@inline export function saturate(a: v128): v128 { return min(max(a, splat(0)), splat(1)); }
/** a where the mask is set, b elsewhere. */
// @ts-ignore: decorator
@inline export function pick(mask: v128, a: v128, b: v128): v128 { return v128.bitselect(a, b, mask); }
// @ts-ignore: decorator
@inline export function mix(a: v128, b: v128, t: v128): v128 { return madd(sub(b, a), t, a); }
// @ts-ignore: decorator
@inline export function lt(a: v128, b: v128): v128 { return f32x4.lt(a, b); }
// @ts-ignore: decorator
@inline export function gt(a: v128, b: v128): v128 { return f32x4.gt(a, b); }
// @ts-ignore: decorator
@inline export function and(a: v128, b: v128): v128 { return v128.and(a, b); }
// @ts-ignore: decorator
@inline export function andNot(a: v128, b: v128): v128 { return v128.andnot(a, b); }
// @ts-ignore: decorator
@inline export function or(a: v128, b: v128): v128 { return v128.or(a, b); }
// @ts-ignore: decorator
@inline export function any(mask: v128): bool { return v128.any_true(mask); }
// @ts-ignore: decorator
@inline export function dot(ax: v128, ay: v128, az: v128, bx: v128, by: v128, bz: v128): v128 {
  return add(add(mul(ax, bx), mul(ay, by)), mul(az, bz));
}
// @ts-ignore: decorator
@inline export function inverseLength(x: v128, y: v128, z: v128): v128 {
  return div(splat(1), root(add(dot(x, y, z, x, y, z), splat(1e-20))));
}
// @ts-ignore: decorator
@inline export function luminance(r: v128, g: v128, b: v128): v128 {
  return add(add(scale(r, 0.2126), scale(g, 0.7152)), scale(b, 0.0722));
}

/** sin(2 pi t) for any t of moderate size: an odd polynomial on a quarter turn, error below 1e-6. */
export function sinTurn(t: v128): v128 {
  // x in [-1/2, 1/2] turns, folded onto [-1/4, 1/4] where sin(pi - a) = sin(a).
  const x = sub(t, f32x4.nearest(t));
  const magnitude = f32x4.abs(x);
  const folded = min(magnitude, sub(splat(0.5), magnitude));
  const s = mul(folded, folded);
  let p = splat(39.8067018);
  p = madd(p, s, splat(-76.5874497));
  p = madd(p, s, splat(81.6027488));
  p = madd(p, s, splat(-41.3416847));
  p = madd(p, s, splat(6.2831853));
  p = mul(p, folded);
  return v128.xor(p, and(x, i32x4.splat(0x80000000)));
}

// @ts-ignore: decorator
@inline export function cosTurn(t: v128): v128 { return sinTurn(add(t, splat(0.25))); }

/** The angle of (x, y) in turns, between -1/2 and 1/2, error below 1e-6 turns. */
export function angleTurn(y: v128, x: v128): v128 {
  const ax = f32x4.abs(x);
  const ay = f32x4.abs(y);
  const q = div(min(ax, ay), max(max(ax, ay), splat(1e-20)));
  const s = mul(q, q);
  let p = splat(-0.0022056);
  p = madd(p, s, splat(0.0093079));
  p = madd(p, s, splat(-0.0194486));
  p = madd(p, s, splat(0.0311985));
  p = madd(p, s, splat(-0.0530074));
  p = madd(p, s, splat(0.1591546));
  p = mul(p, q);
  p = pick(gt(ay, ax), sub(splat(0.25), p), p);
  p = pick(lt(x, splat(0)), sub(splat(0.5), p), p);
  return v128.xor(p, and(y, i32x4.splat(0x80000000)));
}
