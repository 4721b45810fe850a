// What the scene is made of: spheres, and prolate spheroids (grains), one 64-byte record each.

/** How a surface scatters light. */
export const COAT: i32 = 0;
export const METAL: i32 = 1;
export const GLASS: i32 = 2;
export const LAMP: i32 = 3;

export const RECORD: usize = 64;
const CAPACITY: usize = 1024;

// Offsets into a record. A spheroid is a sphere of `RADIUS` in a space stretched by `SQUEEZE` + 1 along its axis.
export const CX: usize = 0;
export const CY: usize = 4;
export const CZ: usize = 8;
export const RADIUS: usize = 12;
export const AXIS_X: usize = 16;
export const AXIS_Y: usize = 20;
export const AXIS_Z: usize = 24;
export const SQUEEZE: usize = 28;
/** Red, green, blue and roughness in one vector, the kind in the next. */
export const COLOUR: usize = 32;
const ROUGHNESS: usize = 44;
export const KIND: usize = 48;

export const records: usize = heap.alloc(CAPACITY * RECORD);
export let count: i32 = 0;

/** Adds a sphere; the functions below dress the one added last. */
export function addSphere(x: f32, y: f32, z: f32, radius: f32): void {
  const at = records + <usize>count * RECORD;
  memory.fill(at, 0, RECORD);
  store<f32>(at, x, CX);
  store<f32>(at, y, CY);
  store<f32>(at, z, CZ);
  store<f32>(at, radius, RADIUS);
  store<f32>(at, 1, AXIS_Y);
  count++;
}

/** Adds a grain: half length `length` along the unit axis, half thickness `radius`. */
export function addGrain(x: f32, y: f32, z: f32, radius: f32, length: f32, ax: f32, ay: f32, az: f32): void {
  addSphere(x, y, z, radius);
  const at = newest();
  store<f32>(at, ax, AXIS_X);
  store<f32>(at, ay, AXIS_Y);
  store<f32>(at, az, AXIS_Z);
  store<f32>(at, radius / length - 1, SQUEEZE);
}

/** Diffuse under a clear coat of lacquer (refractive index 1.5: reflectance 0.04). */
export function coat(r: f32, g: f32, b: f32, roughness: f32): void {
  dress(COAT, r, g, b, roughness);
}

export function metal(r: f32, g: f32, b: f32, roughness: f32): void {
  dress(METAL, r, g, b, roughness);
}

/** Clear glass; the colour tints what goes through. */
export function glass(r: f32, g: f32, b: f32): void {
  dress(GLASS, r, g, b, 0.001);
}

export function lamp(r: f32, g: f32, b: f32): void {
  dress(LAMP, r, g, b, 1);
}

function dress(kind: i32, r: f32, g: f32, b: f32, roughness: f32): void {
  const at = newest();
  store<f32>(at, r, COLOUR);
  store<f32>(at, g, COLOUR + 4);
  store<f32>(at, b, COLOUR + 8);
  store<f32>(at, roughness, ROUGHNESS);
  store<i32>(at, kind, KIND);
}

function newest(): usize {
  return records + <usize>(count - 1) * RECORD;
}

/** Half the extent along coordinate `axis` (0, 1, 2) of the primitive at `at`. */
export function halfExtent(at: usize, axis: usize): f32 {
  const radius = load<f32>(at, RADIUS);
  const length = radius / (load<f32>(at, SQUEEZE) + 1);
  const a = load<f32>(at + AXIS_X + 4 * axis);
  return Mathf.sqrt(Mathf.max(0, radius * radius * (1 - a * a) + length * length * a * a));
}
