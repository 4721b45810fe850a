// Four rays at once against the hierarchy and the ground. A node is entered when any of the four wants it.
import { AXIS_X, AXIS_Y, AXIS_Z, COLOUR, CX, CY, CZ, GLASS, KIND, RADIUS, RECORD, SQUEEZE } from './primitives';
import { AXIS, COUNT, FIRST, HIGH, LOW, NODE, nodes, ordered } from './bounds';
import { add, and, andNot, any, div, dot, gt, lt, madd, max, min, mul, neg, pick, root, splat, sub } from './lanes';

export const SKY: i32 = -1;
export const GROUND: i32 = -2;

/** The nearest hit of the last `intersect`: distance, and the primitive's place in the leaves, `SKY` or `GROUND`. */
export let hitDistance: v128 = f32x4.splat(0);
export let hitPrimitive: v128 = i32x4.splat(0);
/** What comes through, red, green, blue, after the last `occlude`. */
export let throughR: v128 = f32x4.splat(0);
export let throughG: v128 = f32x4.splat(0);
export let throughB: v128 = f32x4.splat(0);

/** Rays start this far out, so that a surface does not hit itself. */
const NEAR: f32 = 0.0008;
const stack: usize = memory.data(64 * 4, 16);

// @ts-ignore: decorator
@inline function broadcast(at: usize, offset: usize): v128 { return v128.load32_splat(at + offset); }

// How the rays of the last `approach` pass the primitive: where they are nearest to its centre, how far before and
// after that they cross its surface, and how deep they go under it (squared; negative when they miss).
let middle: v128 = f32x4.splat(0);
let half: v128 = f32x4.splat(0);
let depth: v128 = f32x4.splat(0);

/** Whether any of the four lines meets the primitive at `at`. */
// @ts-ignore: decorator
@inline function approach(at: usize, ox: v128, oy: v128, oz: v128, dx: v128, dy: v128, dz: v128): bool {
  // Relative to the centre, and for a grain in the space where it is a sphere.
  let px = sub(ox, broadcast(at, CX));
  let py = sub(oy, broadcast(at, CY));
  let pz = sub(oz, broadcast(at, CZ));
  let qx = dx;
  let qy = dy;
  let qz = dz;
  if (load<f32>(at, SQUEEZE) != 0) {
    const squeeze = broadcast(at, SQUEEZE);
    const ax = broadcast(at, AXIS_X);
    const ay = broadcast(at, AXIS_Y);
    const az = broadcast(at, AXIS_Z);
    const sp = mul(dot(px, py, pz, ax, ay, az), squeeze);
    const sq = mul(dot(qx, qy, qz, ax, ay, az), squeeze);
    px = madd(sp, ax, px);
    py = madd(sp, ay, py);
    pz = madd(sp, az, pz);
    qx = madd(sq, ax, qx);
    qy = madd(sq, ay, qy);
    qz = madd(sq, az, qz);
  }
  const a = dot(qx, qy, qz, qx, qy, qz);
  const nearestToCentre = div(neg(dot(px, py, pz, qx, qy, qz)), a);
  // From that point, not from the origin: no cancellation for small, far spheres (Haines et al. 2019).
  const mx = madd(nearestToCentre, qx, px);
  const my = madd(nearestToCentre, qy, py);
  const mz = madd(nearestToCentre, qz, pz);
  const radius = broadcast(at, RADIUS);
  const under = sub(mul(radius, radius), dot(mx, my, mz, mx, my, mz));
  if (!any(gt(under, splat(0)))) return false;
  middle = nearestToCentre;
  half = root(div(under, a));
  depth = under;
  return true;
}

/** Keeps a component off zero, so that its reciprocal is finite and no product is a NaN. */
// @ts-ignore: decorator
@inline function reciprocal(x: v128): v128 {
  const tiny = lt(f32x4.abs(x), splat(1e-9));
  return div(splat(1), pick(tiny, splat(1e-9), x));
}

/**
 * Finds what each ray hits first, not further than `distanceMax`; a lane whose `distanceMax` is negative takes no part.
 */
export function intersect(ox: v128, oy: v128, oz: v128, dx: v128, dy: v128, dz: v128, distanceMax: v128): void {
  const ix = reciprocal(dx);
  const iy = reciprocal(dy);
  const iz = reciprocal(dz);
  // The ground is the plane y = 0.
  const toGround = mul(neg(oy), iy);
  const onGround = and(gt(toGround, splat(NEAR)), lt(toGround, distanceMax));
  let nearest = pick(onGround, toGround, distanceMax);
  let primitive = pick(onGround, i32x4.splat(GROUND), i32x4.splat(SKY));

  const order = directionOrder(dx, dy, dz);
  let top = stack;
  let node = nodes;
  while (true) {
    if (entersBox(node, ox, oy, oz, ix, iy, iz, nearest)) {
      const size = <i32>load<u16>(node, COUNT);
      const first = load<u32>(node, FIRST);
      if (size == 0) {
        const second: u32 = (order >> load<u16>(node, AXIS)) & 1;
        store<u32>(top, first + 1 - second);
        top += 4;
        node = nodes + <usize>(first + second) * NODE;
        continue;
      }
      for (let i: u32 = first, end = first + size; i < end; i++) {
        const at = ordered + <usize>i * RECORD;
        if (!approach(at, ox, oy, oz, dx, dy, dz)) continue;
        const entry = sub(middle, half);
        const t = pick(gt(entry, splat(NEAR)), entry, add(middle, half));
        const nearer = and(and(gt(t, splat(NEAR)), lt(t, nearest)), gt(depth, splat(0)));
        nearest = pick(nearer, t, nearest);
        primitive = pick(nearer, i32x4.splat(<i32>i), primitive);
      }
    }
    if (top == stack) break;
    top -= 4;
    node = nodes + <usize>load<u32>(top) * NODE;
  }
  hitDistance = nearest;
  hitPrimitive = primitive;
}

/**
 * How much light comes from `distance` away along each ray: none through anything solid; through a glass ball most in
 * the middle and little at the rim, as a lens gathers it, with the disc's mean close to what clear glass lets through.
 * It stands in for the caustic, which so few samples could not find. A negative distance keeps a lane out.
 */
export function occlude(ox: v128, oy: v128, oz: v128, dx: v128, dy: v128, dz: v128, distance: v128): void {
  const ix = reciprocal(dx);
  const iy = reciprocal(dy);
  const iz = reciprocal(dz);
  let reach = distance;
  throughR = throughG = throughB = splat(1);
  let top = stack;
  let node = nodes;
  while (true) {
    if (entersBox(node, ox, oy, oz, ix, iy, iz, reach)) {
      const size = <i32>load<u16>(node, COUNT);
      const first = load<u32>(node, FIRST);
      if (size == 0) {
        store<u32>(top, first + 1);
        top += 4;
        node = nodes + <usize>first * NODE;
        continue;
      }
      for (let i: u32 = first, end = first + size; i < end; i++) {
        const at = ordered + <usize>i * RECORD;
        if (!approach(at, ox, oy, oz, dx, dy, dz)) continue;
        const blocked = and(
          and(gt(depth, splat(0)), gt(add(middle, half), splat(NEAR))),
          lt(max(sub(middle, half), splat(NEAR)), reach),
        );
        if (!any(blocked)) continue;
        if (load<i32>(at, KIND) == GLASS) {
          // The squared cosine at the surface, c; the mean of c^3 over the disc is 1/4.
          const radius = broadcast(at, RADIUS);
          const c = div(depth, mul(radius, radius));
          const gathered = madd(mul(mul(c, c), c), splat(2.5), splat(0.22));
          throughR = pick(blocked, mul(throughR, mul(gathered, broadcast(at, COLOUR))), throughR);
          throughG = pick(blocked, mul(throughG, mul(gathered, broadcast(at, COLOUR + 4))), throughG);
          throughB = pick(blocked, mul(throughB, mul(gathered, broadcast(at, COLOUR + 8))), throughB);
        } else {
          reach = pick(blocked, splat(-1), reach);
          if (!any(gt(reach, splat(0)))) {
            throughR = throughG = throughB = splat(0);
            return;
          }
        }
      }
    }
    if (top == stack) break;
    top -= 4;
    node = nodes + <usize>load<u32>(top) * NODE;
  }
  const dark = lt(reach, splat(0));
  throughR = andNot(throughR, dark);
  throughG = andNot(throughG, dark);
  throughB = andNot(throughB, dark);
}

/** Bit a is set when most rays go down coordinate a, and so should visit the far child first. */
// @ts-ignore: decorator
@inline function directionOrder(dx: v128, dy: v128, dz: v128): u32 {
  const x: u32 = popcnt(i32x4.bitmask(dx)) > 1 ? 1 : 0;
  const y: u32 = popcnt(i32x4.bitmask(dy)) > 1 ? 2 : 0;
  const z: u32 = popcnt(i32x4.bitmask(dz)) > 1 ? 4 : 0;
  return x | y | z;
}

// @ts-ignore: decorator
@inline function entersBox(node: usize, ox: v128, oy: v128, oz: v128, ix: v128, iy: v128, iz: v128, reach: v128): bool {
  const x0 = mul(sub(broadcast(node, LOW), ox), ix);
  const x1 = mul(sub(broadcast(node, HIGH), ox), ix);
  const y0 = mul(sub(broadcast(node, LOW + 4), oy), iy);
  const y1 = mul(sub(broadcast(node, HIGH + 4), oy), iy);
  const z0 = mul(sub(broadcast(node, LOW + 8), oz), iz);
  const z1 = mul(sub(broadcast(node, HIGH + 8), oz), iz);
  const enter = max(max(min(x0, x1), min(y0, y1)), max(min(z0, z1), splat(0)));
  const leave = min(min(max(x0, x1), max(y0, y1)), min(max(z0, z1), reach));
  return any(f32x4.le(enter, leave));
}
