// A clear evening: deep blue overhead, a warm band along the horizon, and a low sun with a soft glow around it.
import { dot, gt, madd, mix, mul, saturate, scale, splat, sub } from './lanes';

/** Radiance of the last `evaluateSky`, `evaluateSun`. */
export let skyR: v128 = f32x4.splat(0);
export let skyG: v128 = f32x4.splat(0);
export let skyB: v128 = f32x4.splat(0);

// Towards the sun: 16 degrees high, behind the scene on the left. Unit length to f32 accuracy.
export const SUN_X: f32 = -0.8648;
export const SUN_Y: f32 = 0.2715;
export const SUN_Z: f32 = -0.4224;
/** 1 - cos of its angular radius: four degrees, veiled, for soft shadows. */
export const SUN_CAP: f32 = 0.0024;
/** Irradiance on a surface that faces it. */
export const SUN_R: f32 = 4.2;
export const SUN_G: f32 = 2.5;
export const SUN_B: f32 = 1.2;

/** The sky without the sun's disc. */
export function evaluateSky(dx: v128, dy: v128, dz: v128): void {
  const up = saturate(scale(dy, 1.7));
  const h = sub(splat(1), up);
  const h2 = mul(h, h);
  const h4 = mul(h2, h2);
  const h8 = mul(h4, h4);
  const towards = saturate(dot(dx, dy, dz, splat(SUN_X), splat(SUN_Y), splat(SUN_Z)));
  const side = madd(madd(dx, splat(SUN_X), mul(dz, splat(SUN_Z))), splat(0.5), splat(0.5));
  const side2 = mul(side, side);
  const t2 = mul(towards, towards);
  const t4 = mul(t2, t2);
  const t8 = mul(t4, t4);
  const t16 = mul(t8, t8);
  const t64 = mul(mul(t16, t16), mul(t16, t16));

  // Blue overhead, rose below it, orange just over the horizon: most where the sun is, less of it opposite.
  const h16 = mul(h8, h8);
  const rose = mul(h4, h);
  const band = mul(mul(h16, h4), madd(side2, splat(0.7), splat(0.3)));
  skyR = mix(mix(splat(0.085), splat(0.5), rose), splat(1.42), band);
  skyG = mix(mix(splat(0.17), splat(0.33), rose), splat(0.53), band);
  skyB = mix(mix(splat(0.42), splat(0.52), rose), splat(0.19), band);
  const glow = madd(t64, splat(2.2), madd(t16, splat(0.55), scale(t4, 0.22)));
  skyR = madd(glow, splat(1), skyR);
  skyG = madd(glow, splat(0.52), skyG);
  skyB = madd(glow, splat(0.22), skyB);
}

/** Whether a ray runs into the sun's disc. */
export function meetsSun(dx: v128, dy: v128, dz: v128): v128 {
  return gt(dot(dx, dy, dz, splat(SUN_X), splat(SUN_Y), splat(SUN_Z)), splat(1 - SUN_CAP));
}
