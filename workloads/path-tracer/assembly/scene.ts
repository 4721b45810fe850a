// "The mill's eye": a stream of golden grain spirals over a dark millstone, inlaid with brass where a miller cuts the
// furrows, towards three balls of glass, brass and lacquer. The scene is part of the program, not of its input.
import { CX, CZ, RADIUS, RECORD, addGrain, addSphere, coat, count, glass, lamp, metal, records } from './primitives';
import { hash } from './sampling';

export const LAMPS: i32 = 7;
/** The first primitives added are the lamps: light sampling knows them by number. */
export const LAMP_RECORDS: usize = records;

let state: u32 = 0x6d696c6c;

/** The scene's own fixed sequence of numbers in [0, 1): every task builds the same scene. */
function next(): f32 {
  state += 0x9e3779b9;
  return <f32>(hash(state) >> 8) * 5.9604644775390625e-8;
}

function between(low: f32, high: f32): f32 {
  return low + (high - low) * next();
}

export function buildScene(): void {
  addSphere(-1.02, 0.19, 1.95, 0.19);
  lamp(5.4, 2.05, 0.4);
  addSphere(3.6, 0.32, -2.4, 0.32);
  lamp(5.4, 2.05, 0.4);
  addSphere(-3.75, 0.28, -2.6, 0.28);
  lamp(5.4, 2.05, 0.4);

  // Far ones, lights of other mills.
  addSphere(-8.2, 0.34, -10.5, 0.34);
  lamp(4.6, 1.7, 0.32);
  addSphere(2.1, 0.36, -13, 0.36);
  lamp(4.6, 1.7, 0.32);
  addSphere(7.2, 0.34, -11.5, 0.34);
  lamp(4.6, 1.7, 0.32);
  addSphere(-4.2, 0.4, -21, 0.4);
  lamp(4.2, 1.5, 0.28);

  // The three heroes.
  addSphere(0.0, 1.0, 0.2, 1.0);
  glass(0.985, 0.99, 0.985);
  addSphere(-2.2, 0.92, -1.15, 0.92);
  metal(0.97, 0.66, 0.38, 0.14);
  addSphere(2.0, 0.8, -0.85, 0.8);
  coat(0.01, 0.2, 0.23, 0.01);

  // Companions.
  addSphere(1.25, 0.27, 1.5, 0.27);
  metal(0.93, 0.93, 0.95, 0.01);
  addSphere(-1.75, 0.3, 0.95, 0.3);
  coat(0.5, 0.02, 0.018, 0.01);
  addSphere(0.45, 0.15, 2.1, 0.15);
  glass(0.98, 0.9, 0.7);
  addSphere(-0.2, 0.45, -3.2, 0.45);
  metal(0.98, 0.78, 0.48, 0.05);

  addGrainStream(0.02, 230);
  addGrainStream(0.35, 230);
  addGrainStream(0.69, 230);
}

/** One arm of the spiral, `count` grains thrown along it from the rim to the eye. */
function addGrainStream(turn: f32, grains: i32): void {
  for (let i = 0; i < grains; i++) {
    for (let attempt = 0; attempt < 24; attempt++) {
      const along = (<f32>i + next()) / <f32>grains;
      const angle: f32 = (turn + along * 0.8) * 6.2831853;
      // A logarithmic spiral from the rim (5.4) to the eye (1.25); the stream is wide and thin outside.
      const distance: f32 = 5.6 * Mathf.pow(0.225, along);
      const wander: f32 = (next() + next() - 1) * (0.12 + 0.085 * distance);
      const radius = distance + wander;
      const x = radius * Mathf.cos(angle);
      const z = radius * Mathf.sin(angle) + 0.1;
      const thickness = between(0.034, 0.046);
      const length = thickness * between(2.1, 2.6);
      if (!isFree(x, z, length)) continue;
      // Along the stream, turned a little, one end a little up.
      const heading = angle + 1.5707963 + 0.33 + between(-0.45, 0.45);
      const pitch = between(-0.12, 0.12);
      const ax = Mathf.cos(heading) * Mathf.cos(pitch);
      const ay = Mathf.sin(pitch);
      const az = Mathf.sin(heading) * Mathf.cos(pitch);
      const lift = Mathf.sqrt(thickness * thickness * (1 - ay * ay) + length * length * ay * ay);
      addGrain(x, lift, z, thickness, length, ax, ay, az);
      dressGrain();
      break;
    }
  }
}

function dressGrain(): void {
  const kind = next();
  const shade = between(0.8, 1.1);
  if (kind < 0.08) metal(0.95, 0.7, 0.34, 0.12);
  else if (kind < 0.13) glass(0.98, 0.84, 0.5);
  else if (kind < 0.3) coat(0.88 * shade, 0.68 * shade, 0.3 * shade, 0.12);
  else coat(0.9 * shade, between(0.46, 0.56) * shade, between(0.07, 0.12) * shade, 0.1);
}

/** Whether nothing lies within reach of a grain there; grains may touch end to end but not cross. */
function isFree(x: f32, z: f32, length: f32): bool {
  // The newest lie nearest, so what is in the way is found soon.
  for (let i = count - 1; i >= 0; i--) {
    const at = records + <usize>i * RECORD;
    const radius = load<f32>(at, RADIUS);
    const y = load<f32>(at, CX + 4);
    const dx = load<f32>(at, CX) - x;
    const dz = load<f32>(at, CZ) - z;
    // Near the ground a large ball leaves room under its belly; a grain is kept clear of where the ball stands.
    const reach =
      radius > 0.1 ? Mathf.sqrt(Mathf.max(0, radius * radius - (y - 0.12) * (y - 0.12))) + length : length * 1.25;
    if (dx * dx + dz * dz < reach * reach) return false;
  }
  return true;
}
