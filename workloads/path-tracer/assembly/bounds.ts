// A bounding volume hierarchy, built anew by every task: a full-sweep surface area heuristic over a few hundred
// primitives takes about a millisecond and saves far more.
import { CX, RECORD, count, halfExtent, records } from './primitives';

// A node: low corner, then first child or first primitive; high corner, then the number of primitives (0: inner node)
// in the low half of the word and the split axis in the high half. Children lie side by side.
export const NODE: usize = 32;
export const LOW: usize = 0;
export const FIRST: usize = 12;
export const HIGH: usize = 16;
export const COUNT: usize = 28;
export const AXIS: usize = 30;

const LEAF_MAX: i32 = 4;

export let nodes: usize = 0;
let nodeCount: u32 = 0;
/** Primitives in the order of the leaves, copied so that a leaf's records are neighbours. */
export let ordered: usize = 0;
/** The low and the high corner of each primitive. */
let boxes: usize = 0;
const BOX: usize = 24;
let order: StaticArray<i32> = new StaticArray<i32>(0);
let areas: StaticArray<f32> = new StaticArray<f32>(0);

export function buildHierarchy(): void {
  nodes = heap.alloc(<usize>count * 2 * NODE);
  order = new StaticArray<i32>(count);
  areas = new StaticArray<f32>(count + 1);
  boxes = heap.alloc(<usize>count * BOX);
  for (let i = 0; i < count; i++) {
    order[i] = i;
    const at = records + <usize>i * RECORD;
    for (let axis: usize = 0; axis < 3; axis++) {
      const middle = load<f32>(at + CX + 4 * axis);
      const half = halfExtent(at, axis);
      store<f32>(boxes + <usize>i * BOX + 4 * axis, middle - half);
      store<f32>(boxes + <usize>i * BOX + 4 * axis, middle + half, 12);
    }
  }
  nodeCount = 1;
  build(nodes, 0, count);
  ordered = heap.alloc(<usize>count * RECORD);
  for (let i = 0; i < count; i++) {
    memory.copy(ordered + <usize>i * RECORD, records + <usize>order[i] * RECORD, RECORD);
  }
}

// @ts-ignore: decorator
@inline function low(primitive: i32, axis: usize): f32 {
  return load<f32>(boxes + <usize>primitive * BOX + 4 * axis);
}

// @ts-ignore: decorator
@inline function high(primitive: i32, axis: usize): f32 {
  return load<f32>(boxes + <usize>primitive * BOX + 4 * axis, 12);
}

// @ts-ignore: decorator
@inline function centre(primitive: i32, axis: usize): f32 {
  return load<f32>(records + <usize>primitive * RECORD + CX + 4 * axis);
}

// The box that the sweeps below grow.
let lowX: f32 = 0;
let lowY: f32 = 0;
let lowZ: f32 = 0;
let highX: f32 = 0;
let highY: f32 = 0;
let highZ: f32 = 0;

function emptyBox(): void {
  lowX = lowY = lowZ = Infinity;
  highX = highY = highZ = -Infinity;
}

function growBox(primitive: i32): void {
  lowX = Mathf.min(lowX, low(primitive, 0));
  lowY = Mathf.min(lowY, low(primitive, 1));
  lowZ = Mathf.min(lowZ, low(primitive, 2));
  highX = Mathf.max(highX, high(primitive, 0));
  highY = Mathf.max(highY, high(primitive, 1));
  highZ = Mathf.max(highZ, high(primitive, 2));
}

function boxArea(): f32 {
  const x = highX - lowX;
  const y = highY - lowY;
  const z = highZ - lowZ;
  return x * y + y * z + z * x;
}

function build(node: usize, start: i32, end: i32): void {
  emptyBox();
  for (let i = start; i < end; i++) growBox(order[i]);
  store<f32>(node, lowX, LOW);
  store<f32>(node, lowY, LOW + 4);
  store<f32>(node, lowZ, LOW + 8);
  store<f32>(node, highX, HIGH);
  store<f32>(node, highY, HIGH + 4);
  store<f32>(node, highZ, HIGH + 8);
  const size = end - start;
  if (size <= LEAF_MAX) {
    store<u32>(node, start, FIRST);
    store<u16>(node, <u16>size, COUNT);
    return;
  }
  let bestCost: f32 = Infinity;
  let bestAxis: usize = 0;
  let bestSplit = start + (size >> 1);
  for (let axis: usize = 0; axis < 3; axis++) {
    sort(start, end, axis);
    emptyBox();
    for (let i = end - 1; i > start; i--) {
      growBox(order[i]);
      areas[i] = boxArea() * <f32>(end - i);
    }
    emptyBox();
    for (let i = start + 1; i < end; i++) {
      growBox(order[i - 1]);
      const cost = boxArea() * <f32>(i - start) + areas[i];
      if (cost < bestCost) {
        bestCost = cost;
        bestAxis = axis;
        bestSplit = i;
      }
    }
  }
  sort(start, end, bestAxis);
  const children = nodeCount;
  nodeCount += 2;
  store<u32>(node, children, FIRST);
  store<u16>(node, 0, COUNT);
  store<u16>(node, <u16>bestAxis, AXIS);
  build(nodes + <usize>children * NODE, start, bestSplit);
  build(nodes + <usize>(children + 1) * NODE, bestSplit, end);
}

/** Shell sort by centre, ties by number: always the same order. */
function sort(start: i32, end: i32, axis: usize): void {
  for (let gap = (end - start) >> 1; gap > 0; gap >>= 1) {
    for (let i = start + gap; i < end; i++) {
      const moving = order[i];
      const key = centre(moving, axis);
      let j = i - gap;
      while (j >= start && isAfter(order[j], moving, axis, key)) {
        order[j + gap] = order[j];
        j -= gap;
      }
      order[j + gap] = moving;
    }
  }
}

function isAfter(a: i32, b: i32, axis: usize, keyOfB: f32): bool {
  const key = centre(a, axis);
  return key > keyOfB || (key == keyOfB && a > b);
}
