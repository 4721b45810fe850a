// The floor: a millstone of polished basalt in a wide plain of the same stone, honed. Brass lies where a miller would
// cut the furrows: ten harps of parallel lines, each led by a master furrow that passes the eye at a fixed distance.
import { add, and, angleTurn, cosTurn, gt, lt, madd, mul, or, pick, root, scale, sinTurn, splat, sub } from './lanes';
import { valueNoise } from './sampling';

export let groundR: v128 = f32x4.splat(0);
export let groundG: v128 = f32x4.splat(0);
export let groundB: v128 = f32x4.splat(0);
export let groundRoughness: v128 = f32x4.splat(0);
/** Set where the ground is brass. */
export let groundMetal: v128 = f32x4.splat(0);

const HARPS: f32 = 10;
const RIM: f32 = 5.9;
const EYE: f32 = 1.32;

export function evaluateGround(x: v128, z: v128): void {
  const radius = root(madd(x, x, mul(z, z)));
  // Turn every harp onto the first one.
  const turns = scale(angleTurn(z, x), HARPS);
  const harp = scale(f32x4.floor(turns), 1 / HARPS);
  const c = cosTurn(harp);
  const s = sinTurn(harp);
  const along = madd(x, c, mul(z, s));
  const across = sub(mul(z, c), mul(x, s));
  // Furrows run parallel to the master furrow, 0.34 apart; they end at the next harp's master furrow.
  const q = scale(sub(across, splat(0.12)), 1 / 0.62);
  const offset = scale(f32x4.abs(sub(q, f32x4.nearest(q))), 0.62);
  const furrow = and(lt(offset, splat(0.022)), and(gt(radius, splat(EYE)), lt(radius, splat(RIM - 0.22))));
  const rim = lt(f32x4.abs(sub(radius, splat(RIM - 0.2))), splat(0.028));
  const outer = lt(f32x4.abs(sub(radius, splat(RIM))), splat(0.06));
  const eye = lt(f32x4.abs(sub(radius, splat(EYE))), splat(0.03));
  groundMetal = or(or(furrow, rim), or(eye, outer));

  const stone = lt(radius, splat(RIM));
  const cloud = madd(
    valueNoise(scale(x, 0.9), scale(z, 0.9)),
    splat(0.6),
    scale(valueNoise(scale(add(x, z), 2.3), scale(sub(z, x), 2.3)), 0.4),
  );
  const shade = madd(cloud, splat(0.7), splat(0.6));
  groundR = mul(shade, pick(stone, splat(0.035), splat(0.11)));
  groundG = mul(shade, pick(stone, splat(0.036), splat(0.095)));
  groundB = mul(shade, pick(stone, splat(0.042), splat(0.085)));
  groundR = pick(groundMetal, splat(0.96), groundR);
  groundG = pick(groundMetal, splat(0.62), groundG);
  groundB = pick(groundMetal, splat(0.22), groundB);
  groundRoughness = pick(groundMetal, splat(0.14), pick(stone, madd(cloud, splat(0.035), splat(0.022)), splat(0.3)));
}
