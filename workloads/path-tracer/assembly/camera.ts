// A thin lens, and the film behind it.
import {
  add, and, cosTurn, inverseLength, luminance, madd, max, min, mul, root, scale, sinTurn, splat, sub,
} from './lanes';
import { drawPair, hash, reverseBits, u, v } from './sampling';
import { radianceB, radianceG, radianceR, trace } from './trace';

// Where the camera stands, what it looks at, and the ball it is focused on.
const EYE_X: f32 = 0.9;
const EYE_Y: f32 = 2.75;
const EYE_Z: f32 = 9.6;
const AIM_X: f32 = 0.0;
const AIM_Y: f32 = 0.65;
const AIM_Z: f32 = 0;
const FOCUS: f32 = 8.9;
const APERTURE: f32 = 0.1;
/** Half the picture's height at distance 1. */
const HALF_HEIGHT: f32 = 0.242;
const EXPOSURE: f32 = 1.1;
/** A pixel gets more samples while its standard error is more than this share of its light. */
const TOLERANCE: f32 = 0.03;
const DOUBT: f32 = 0.15;
/** No sample counts for more: an edge against a lamp would stay jagged otherwise. */
const SAMPLE_MAX: f32 = 16;

let pictureWidth: f32 = 0;
let pictureHeight: f32 = 0;
let rightX: f32 = 0;
let rightZ: f32 = 0;
let upX: f32 = 0;
let upY: f32 = 0;
let upZ: f32 = 0;
let forwardX: f32 = 0;
let forwardY: f32 = 0;
let forwardZ: f32 = 0;

export function prepareCamera(width: u32, height: u32): void {
  pictureWidth = <f32>width;
  pictureHeight = <f32>height;
  const x = AIM_X - EYE_X;
  const y = AIM_Y - EYE_Y;
  const z = AIM_Z - EYE_Z;
  const length = Mathf.sqrt(x * x + y * y + z * z);
  forwardX = x / length;
  forwardY = y / length;
  forwardZ = z / length;
  const flat = Mathf.sqrt(forwardX * forwardX + forwardZ * forwardZ);
  rightX = -forwardZ / flat;
  rightZ = forwardX / flat;
  upX = -rightZ * forwardY;
  upY = rightZ * forwardX - rightX * forwardZ;
  upZ = rightX * forwardY;
}

// @ts-ignore: decorator
@inline function sumLanes(x: v128): f32 {
  return (
    f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3))
  );
}

/**
 * One pixel as RGBA bytes, alpha 255. It takes `samples` samples (rounded up to whole lanes), and up to four times as
 * many where its own samples disagree; no other pixel has a say, so any tile computes it alike.
 */
export function renderPixel(x: u32, y: u32, samples: u32, seed: u32): u32 {
  const pixelHash = hash(hash(x + 0x9e3779b9 * seed) ^ (y * 0x85ebca6b + 0x27d4eb2f));
  const round: u32 = (samples + 3) / 4;
  const most = round * 4;
  let sumR = splat(0);
  let sumG = splat(0);
  let sumB = splat(0);
  let sumSquare = splat(0);
  let done: u32 = 0;
  let until = round;
  while (true) {
    for (; done < until; done++) {
      const index = i32x4.add(i32x4.splat(done * 4), i32x4(0, 1, 2, 3));
      const reversed = reverseBits(index);
      // A tent of two pixels' width around the pixel's centre.
      drawPair(reversed, pixelHash, 0);
      const fx = add(splat(<f32>x + 0.5), tent(u));
      const fy = add(splat(<f32>y + 0.5), tent(v));
      const sx = scale(sub(fx, splat(pictureWidth * 0.5)), (2 * HALF_HEIGHT) / pictureHeight);
      const sy = scale(sub(splat(pictureHeight * 0.5), fy), (2 * HALF_HEIGHT) / pictureHeight);
      drawPair(reversed, pixelHash, 1);
      const radius = scale(root(u), APERTURE);
      const lensX = mul(radius, cosTurn(v));
      const lensY = mul(radius, sinTurn(v));
      // All rays of one film point meet in the plane of focus.
      const qx = sub(scale(sx, FOCUS), lensX);
      const qy = sub(scale(sy, FOCUS), lensY);
      const inverse = inverseLength(qx, qy, splat(FOCUS));
      const rx = mul(qx, inverse);
      const ry = mul(qy, inverse);
      const rz = scale(inverse, FOCUS);
      trace(
        madd(lensX, splat(rightX), madd(lensY, splat(upX), splat(EYE_X))),
        madd(lensY, splat(upY), splat(EYE_Y)),
        madd(lensX, splat(rightZ), madd(lensY, splat(upZ), splat(EYE_Z))),
        madd(rx, splat(rightX), madd(ry, splat(upX), scale(rz, forwardX))),
        madd(ry, splat(upY), scale(rz, forwardY)),
        madd(rx, splat(rightZ), madd(ry, splat(upZ), scale(rz, forwardZ))),
        reversed,
        pixelHash,
      );
      const r = min(radianceR, splat(SAMPLE_MAX));
      const g = min(radianceG, splat(SAMPLE_MAX));
      const b = min(radianceB, splat(SAMPLE_MAX));
      sumR = add(sumR, r);
      sumG = add(sumG, g);
      sumB = add(sumB, b);
      const l = luminance(r, g, b);
      sumSquare = madd(l, l, sumSquare);
    }
    if (until >= most) break;
    const n = <f32>(done * 4);
    const mean = sumLanes(luminance(sumR, sumG, sumB)) / n;
    // Samples that all missed the light agree too; so as if one more had been off by some.
    const doubt: f32 = DOUBT / n;
    const variance: f32 = Mathf.max(0, sumLanes(sumSquare) / n - mean * mean) / n + doubt * doubt;
    const visible = TOLERANCE * (mean + 0.06);
    if (variance < visible * visible) break;
    until = until * 2 < most ? until * 2 : most;
  }
  const inverse = EXPOSURE / <f32>(done * 4);
  // The corners are a little darker, as a lens makes them.
  const cx: f32 = (<f32>x + 0.5) / pictureWidth - 0.5;
  const cy: f32 = (<f32>y + 0.5) / pictureHeight - 0.5;
  const vignette: f32 = 1 - 0.55 * (cx * cx + cy * cy);
  const red = develop(sumLanes(sumR) * inverse * vignette, pixelHash);
  const green = develop(sumLanes(sumG) * inverse * vignette, pixelHash + 1);
  const blue = develop(sumLanes(sumB) * inverse * vignette, pixelHash + 2);
  return red | (green << 8) | (blue << 16) | 0xff000000;
}

/** [0, 1) to a triangular density on (-1, 1). */
// @ts-ignore: decorator
@inline function tent(x: v128): v128 {
  const t = sub(add(x, x), splat(1));
  const magnitude = sub(splat(1), root(sub(splat(1), f32x4.abs(t))));
  return v128.or(magnitude, v128.and(t, i32x4.splat(0x80000000)));
}

/** Scene light to a byte: filmic curve (Narkowicz's fit of ACES, 2015), sRGB encoding, half a step of dither. */
function develop(light: f32, noise: u32): u32 {
  const x = light * 0.8;
  const filmic = (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14);
  const display = Mathf.min(1, Mathf.max(0, filmic));
  const encoded = display <= 0.0031308 ? display * 12.92 : 1.055 * Mathf.pow(display, 1 / 2.4) - 0.055;
  const dither = <f32>(hash(noise) >> 8) * 5.9604644775390625e-8;
  return <u32>Mathf.min(255, Mathf.floor(encoded * 255 + dither));
}
