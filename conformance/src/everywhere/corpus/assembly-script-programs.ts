import type { Setting } from './case-of.ts';

/** A program in AssemblyScript; `emit(value)` writes 8 bytes to stdout, `emitBytes(at, length)` any. */
interface AssemblyScriptProgram extends Setting {
  readonly source: string;
}

/** What stands before each program: how it writes. */
export const ASSEMBLY_SCRIPT_OUTPUT = `
// @ts-ignore: decorator
@external('wasi_snapshot_preview1', 'fd_write')
declare function fd_write(fd: u32, iovs: usize, iovsLength: usize, written: usize): u32;
const iovec = memory.data(24);
export function emitBytes(at: usize, length: usize): void {
  store<u32>(iovec, at);
  store<u32>(iovec + 4, length);
  fd_write(1, iovec, 1, iovec + 8);
}
export function emit(value: u64): void {
  store<u64>(iovec + 16, value);
  emitBytes(iovec + 16, 8);
}
`;

export const assemblyScriptPrograms: Readonly<Record<string, AssemblyScriptProgram>> = {
  'n-body in f64': {
    source: `
const N = 5;
const p = new StaticArray<f64>(N * 7);
for (let i = 0; i < N * 7; i++) p[i] = <f64>((i * 37) % 19) * 0.21 - 1.7;
for (let step = 0; step < 400; step++) {
  for (let i = 0; i < N; i++) {
    for (let j = 0; j < N; j++) {
      if (i == j) continue;
      const dx = p[i * 7] - p[j * 7], dy = p[i * 7 + 1] - p[j * 7 + 1], dz = p[i * 7 + 2] - p[j * 7 + 2];
      const r = Math.sqrt(dx * dx + dy * dy + dz * dz + 0.01);
      const f = p[j * 7 + 6] * 0.001 / (r * r * r);
      p[i * 7 + 3] -= dx * f; p[i * 7 + 4] -= dy * f; p[i * 7 + 5] -= dz * f;
    }
  }
  for (let i = 0; i < N; i++) for (let k = 0; k < 3; k++) p[i * 7 + k] += p[i * 7 + 3 + k] * 0.01;
}
for (let i = 0; i < N * 7; i++) emit(reinterpret<u64>(p[i]));`,
  },
  'f32 maps that fall into NaN': {
    source: `
let x: f32 = 0.3, y: f32 = -0.7;
for (let i = 0; i < 3000; i++) {
  x = x * x * <f32>1.9 - y;
  y = i % 100 == 99 ? sqrt<f32>(x) : x / (y - x);
  if (i % 7 == 0) x = min<f32>(x, y);
  if (i % 11 == 0) emit(reinterpret<u32>(x) | (<u64>reinterpret<u32>(copysign<f32>(<f32>1, y)) << 32));
  if (x != x && i % 13 == 0) x = <f32>i * <f32>0.001;
  if (y != y && i % 17 == 0) y = <f32>i * <f32>-0.002;
}`,
  },
  'transcendental functions': {
    source: `
for (let i = -200; i < 200; i++) {
  const x = <f64>i * 0.37;
  emit(reinterpret<u64>(Math.sin(x))); emit(reinterpret<u64>(Math.exp(x))); emit(reinterpret<u64>(Math.log(x)));
  emit(reinterpret<u64>(Math.pow(x, 1.7))); emit(reinterpret<u64>(Math.atan2(x, 3.1)));
  emit(<u64>reinterpret<u32>(Mathf.cos(<f32>x))); emit(<u64>reinterpret<u32>(Mathf.pow(<f32>x, <f32>0.3)));
}`,
  },
  'i64 arithmetic modulo a prime': {
    source: `
const P: u64 = 18446744073709551557;
let a: u64 = 3, s: i64 = 1;
for (let i = 0; i < 30000; i++) {
  a = a * 6364136223846793005 + 1442695040888963407;
  s = (s ^ <i64>(a % P)) / (1 + <i64>(i & 63)) - rotr<i64>(s, 7) + <i64>clz<u64>(a) + <i64>popcnt<u64>(a) + <i64>ctz<u64>(a | 1024);
}
emit(a); emit(<u64>s);`,
  },
  quicksort: {
    source: `
const n = 20000;
const a = heap.alloc(n * 4);
let s: u32 = 1;
for (let i = 0; i < n; i++) { s = s * 1664525 + 1013904223; store<u32>(a + (<usize>i << 2), s); }
function sort(lo: i32, hi: i32): void {
  if (lo >= hi) return;
  const pivot = load<u32>(a + (<usize>((lo + hi) >>> 1) << 2));
  let i = lo, j = hi;
  while (i <= j) {
    while (load<u32>(a + (<usize>i << 2)) < pivot) i++;
    while (load<u32>(a + (<usize>j << 2)) > pivot) j--;
    if (i <= j) {
      const t = load<u32>(a + (<usize>i << 2));
      store<u32>(a + (<usize>i << 2), load<u32>(a + (<usize>j << 2))); store<u32>(a + (<usize>j << 2), t);
      i++; j--;
    }
  }
  sort(lo, j); sort(i, hi);
}
sort(0, n - 1);
emitBytes(a, n * 4);`,
  },
  'matrices in f32x4': {
    source: `
const A = memory.data(4096), B = memory.data(4096), C = memory.data(4096);
for (let i: usize = 0; i < 1024; i++) { store<f32>(A + i * 4, <f32>(i % 17) * 0.3 - 2); store<f32>(B + i * 4, <f32>(i % 13) * 0.7 - 3); }
for (let round = 0; round < 6; round++) {
  for (let i: usize = 0; i < 32; i++) for (let j: usize = 0; j < 32; j += 4) {
    let sum = f32x4.splat(0);
    for (let k: usize = 0; k < 32; k++) sum = f32x4.add(sum, f32x4.mul(f32x4.splat(load<f32>(A + (i * 32 + k) * 4)), v128.load(B + (k * 32 + j) * 4)));
    v128.store(C + (i * 32 + j) * 4, f32x4.sqrt(sum));
  }
  memory.copy(A, C, 4096);
}
emitBytes(C, 4096);`,
  },
  'strings and arrays on a growing heap': {
    source: `
const words: string[] = [];
for (let i = 0; i < 1500; i++) words.push((i * 7919 % 1000).toString() + ':' + (<f64>i / 7).toString());
words.sort();
const text = words.join(',');
emitBytes(changetype<usize>(text), <usize>text.length << 1);
const seen = new Map<string, i32>();
for (let i = 0; i < words.length; i++) { const k = words[i].slice(0, 3); seen.set(k, (seen.has(k) ? seen.get(k) : 0) + 1); }
emit(seen.size);`,
  },
  'Ackermann, within the depth': {
    source: `
function ack(m: i32, n: i32): i32 { return m == 0 ? n + 1 : n == 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1)); }
emit(ack(2, 60));`,
  },
  'Ackermann, beyond the depth': {
    source: `
function ack(m: i32, n: i32): i32 { return m == 0 ? n + 1 : n == 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1)); }
emit(1);
emit(ack(3, 9));`,
    expected: 'limit',
  },
  'an array that outgrows the memory': {
    source: `
const a = new Array<i32>(10);
let i = 0;
emit(2);
while (true) { a[i] = i; i++; }`,
    limits: { memoryPages: 32 },
    expected: 'trapped',
  },
  'an array read out of bounds': {
    source: `
const a = new Array<i32>(10);
let i = 0, sum = 0;
emit(3);
while (true) { sum += a[i]; i++; }`,
    expected: 'trapped',
  },
};
