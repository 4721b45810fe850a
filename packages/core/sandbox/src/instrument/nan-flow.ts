import { ValueType } from '../wasm/module-layout.ts';
import { tooLarge } from '../wasm/structure-limits.ts';
import { instructionNames } from '../wasm/opcodes.ts';

/**
 * Canonical NaNs: which results of float arithmetic must be made canonical, so that no program can see NaN bits that an
 * engine chose. (WebAssembly leaves the sign and payload of a NaN that arithmetic gives to the engine.)
 *
 * The reference is simple: after every instruction of float arithmetic, each NaN (each NaN lane) becomes the canonical
 * one. The form made here does less and cannot be told apart. It follows values through one function, from where they
 * are made to where their bits can be seen, and makes them canonical only on the way to such a place.
 *
 * Say two values are alike when they are equal, or are a NaN in the same lanes. The argument goes by induction over the
 * executed instructions: every value is alike to what the reference has there, and a value that is observed is equal.
 * - Arithmetic, comparisons and conversions give like results for like operands (`consume`), whatever the NaN's bits.
 * - The reference's value is never a non-canonical NaN where all that flows in is the result of arithmetic (`arithmetic`
 *   nodes). There, canonicalising a like value gives the equal one, so it may be done as late as where it is observed.
 * - Everything else (`raw` nodes) holds bits from memory, calls, globals, or a changed sign. What copies bits (locals,
 *   select, lanes, the sign operations) gives equal bits for equal bits, so to observe a raw node is to observe all that
 *   flows into it.
 * - Everywhere else (stores, calls, branches with values, globals, reinterpretations, bitwise operations ...) operands
 *   are observed, and results are raw.
 */
export class NanFlow {
  /** Node of each value on the operand stack, by height. */
  readonly stack: number[] = [];

  readonly #shapes: number[] = [];
  /** Where in the code the value can be canonicalised; -1 for the variables themselves, which have no such place. */
  readonly #positions: number[] = [];
  readonly #raw: boolean[] = [];
  readonly #observed: boolean[] = [];
  /** Edges as linked lists, backward (what flows into a node) and forward. */
  readonly #firstInto: number[] = [];
  readonly #firstFrom: number[] = [];
  readonly #edgeFrom: number[] = [];
  readonly #edgeInto: number[] = [];
  readonly #nextInto: number[] = [];
  readonly #nextFrom: number[] = [];
  readonly #observations: number[] = [];
  /** Vectors read from variables and used in a shape: checked once the variables' shapes are known. */
  readonly #vectorUses: number[] = [];
  /** Node of each local that was seen; 0 for none yet. */
  #variables = new Int32Array(64);
  readonly #variablesSeen: number[] = [];

  clear(): void {
    for (const list of [
      this.#shapes,
      this.#positions,
      this.#raw,
      this.#observed,
      this.#firstInto,
      this.#firstFrom,
      this.#edgeFrom,
      this.#edgeInto,
      this.#nextInto,
      this.#nextFrom,
      this.#observations,
      this.#vectorUses,
      this.stack,
    ]) {
      list.length = 0;
    }
    for (const local of this.#variablesSeen) this.#variables[local] = 0;
    this.#variablesSeen.length = 0;
    this.#node(Shape.none, -1, false);
    this.#node(Shape.none, -1, true);
  }

  #node(shape: number, position: number, raw: boolean): number {
    const node = this.#shapes.length;
    if (node > VALUES_MAX) throw tooLarge(`a function with ${node} places of float values`, VALUES_MAX);
    this.#shapes.push(shape);
    this.#positions.push(position);
    this.#raw.push(raw);
    this.#observed.push(false);
    this.#firstInto.push(-1);
    this.#firstFrom.push(-1);
    return node;
  }

  #flows(from: number, into: number): void {
    const edge = this.#edgeFrom.length;
    this.#edgeFrom.push(from);
    this.#edgeInto.push(into);
    this.#nextInto.push(this.#firstInto[into]!);
    this.#firstInto[into] = edge;
    this.#nextFrom.push(this.#firstFrom[from]!);
    this.#firstFrom[from] = edge;
  }

  /** A value whose bits may be seen here. */
  observe(node: number): void {
    if (node > RAW) this.#observations.push(node);
  }

  /** The values from one height of the operand stack to another. */
  observeStack(from: number, to: number): void {
    for (let i = Math.max(0, from); i < to; i++) this.observe(this.stack[i] ?? RAW);
  }

  /** An operand of an instruction that sees it as `shape` and cannot tell one NaN from another. */
  #consume(node: number, shape: number): void {
    if (node <= RAW || this.#shapes[node] === shape) return;
    if (this.#shapes[node] === Shape.variable) this.#vectorUses.push(node, shape);
    else this.#observations.push(node);
  }

  /** Lets a value into a node of copies. A vector of another shape, or of none known yet, goes in observed, as raw bits. */
  #copyInto(from: number, into: number, shape: number): void {
    if (from > RAW && this.#shapes[from] !== shape) {
      this.observe(from);
      this.#flows(RAW, into);
    } else {
      this.#flows(from, into);
    }
  }

  #variable(local: number, type: number): number {
    if (local >= this.#variables.length) {
      const larger = new Int32Array(Math.max(local + 1, this.#variables.length * 2));
      larger.set(this.#variables);
      this.#variables = larger;
    }
    const known = this.#variables[local]!;
    if (known !== 0) return known;
    const node = this.#node(shapeOfType(type), -1, false);
    this.#variables[local] = node;
    this.#variablesSeen.push(local);
    return node;
  }

  /** A parameter holds what the caller gave. */
  parameter(local: number, type: number): void {
    if (shapeOfType(type) !== Shape.none) this.#flows(RAW, this.#variable(local, type));
  }

  getLocal(local: number, type: number, position: number): number {
    const shape = shapeOfType(type);
    if (shape === Shape.none) return RAW;
    const node = this.#node(shape, position, false);
    this.#flows(this.#variable(local, type), node);
    return node;
  }

  setLocal(local: number, type: number, value: number): void {
    const shape = shapeOfType(type);
    if (shape === Shape.none) return;
    const variable = this.#variable(local, type);
    if (shape !== Shape.variable) return this.#flows(value, variable);
    // A vector variable takes the shape of the first arithmetic that is put into it.
    const valueShape = this.#shapes[value] ?? Shape.none;
    if (value <= RAW) this.#flows(value, variable);
    else if (valueShape === Shape.variable) this.#copyInto(value, variable, Shape.none);
    else {
      if (this.#shapes[variable] === Shape.variable) this.#shapes[variable] = valueShape;
      this.#copyInto(value, variable, this.#shapes[variable]!);
    }
  }

  /**
   * Takes note of an instruction other than control and locals, whose operands end at `height`, and gives the node of
   * its result. `position` is where the code continues behind it; `bytes` from `immediate` on hold its immediate.
   */
  instruction(
    instruction: number,
    operands: number,
    height: number,
    position: number,
    bytes: Uint8Array,
    immediate: number,
  ): number {
    const effect = effects[instruction]!;
    if (effect === Effect.observe) {
      this.observeStack(height - operands, height);
      return RAW;
    }
    const from = operandShapes[instruction]!;
    const shape = resultShapes[instruction]!;
    const operand = (fromTop: number): number => this.stack[height - 1 - fromTop] ?? RAW;
    switch (effect) {
      case Effect.arithmetic:
        for (let i = 0; i < operands; i++) this.#consume(operand(i), from);
        return this.#node(shape, position, false);
      case Effect.consume:
        for (let i = 0; i < operands; i++) this.#consume(operand(i), from);
        return RAW;
      case Effect.canonical:
        return CANONICAL;
      case Effect.constant:
        return isAnyNan(bytes, immediate, shape) ? RAW : CANONICAL;
      case Effect.sign: {
        // The magnitude's NaN gets a sign of its own: alike to the reference, but canonical no more, so raw.
        if (operands === 2) this.observe(operand(0));
        const value = operand(operands - 1);
        this.#consume(value, from);
        const node = this.#node(shape, position, true);
        if (value > RAW) this.#flows(value, node);
        return node;
      }
      case Effect.copy: {
        const node = this.#node(shape, position, false);
        for (let i = 0; i < operands; i++) {
          this.#copyInto(operand(i), node, i === 0 && operands === 2 ? secondShapes[instruction]! : from);
        }
        return node;
      }
      default: {
        // select: the condition is on top.
        const [a, b] = [operand(2), operand(1)];
        const known = a > RAW ? a : b;
        if (known <= RAW) return a === RAW || b === RAW ? RAW : CANONICAL;
        const copied = this.#shapes[known]!;
        const node = this.#node(copied, position, copied === Shape.variable);
        const accepted = copied === Shape.variable ? Shape.none : copied;
        this.#copyInto(a, node, accepted);
        this.#copyInto(b, node, accepted);
        return node;
      }
    }
  }

  /** Calls `canonicalise` for each place of the code, in order, that must do so, with the value's shape. */
  resolve(canonicalise: (position: number, shape: number) => void): void {
    const raw = this.#raw;
    const work: number[] = [];
    for (const [node, isRaw] of raw.entries()) if (isRaw) work.push(node);
    while (work.length > 0) {
      for (let edge = this.#firstFrom[work.pop()!]!; edge !== -1; edge = this.#nextFrom[edge]!) {
        const into = this.#edgeInto[edge]!;
        if (raw[into]!) continue;
        raw[into] = true;
        work.push(into);
      }
    }
    // What was read from a vector variable has the variable's shape, which is known only now.
    for (const [node, shape] of this.#shapes.entries()) {
      if (shape !== Shape.variable || this.#positions[node] === -1) continue;
      const edge = this.#firstInto[node]!;
      if (edge !== -1 && this.#nextInto[edge] === -1) this.#shapes[node] = this.#shapes[this.#edgeFrom[edge]!]!;
    }
    for (let i = 0; i < this.#vectorUses.length; i += 2) {
      const node = this.#vectorUses[i]!;
      if (this.#shapes[node] !== Shape.variable && this.#shapes[node] !== this.#vectorUses[i + 1]) this.observe(node);
    }
    const observed = this.#observed;
    const visit = this.#observations;
    while (visit.length > 0) {
      const node = visit.pop()!;
      if (observed[node]!) continue;
      observed[node] = true;
      if (!raw[node]!) continue;
      for (let edge = this.#firstInto[node]!; edge !== -1; edge = this.#nextInto[edge]!) {
        if (this.#edgeFrom[edge]! > RAW) visit.push(this.#edgeFrom[edge]!);
      }
    }
    for (let node = RAW + 1; node < raw.length; node++) {
      const shape = this.#shapes[node]!;
      if (!observed[node]! || raw[node]! || this.#positions[node] === -1 || shape === Shape.variable) continue;
      canonicalise(this.#positions[node]!, shape);
    }
  }
}

/** A bound for memory: following one value takes about 100 bytes. */
const VALUES_MAX = 1_000_000;

/** Bits that are the same everywhere and hold no NaN but the canonical one. */
const CANONICAL = 0;
/** Bits that are the same everywhere. */
export const RAW = 1;

/** How a value is read as floats. */
export const Shape = {
  none: 0,
  f32: 1,
  f64: 2,
  f32x4: 3,
  f64x2: 4,
  /** A vector from a variable that nothing of a shape has been put into so far. */
  variable: 5,
} as const;

const shapeOfType = (type: number): number => {
  if (type === ValueType.f64) return Shape.f64;
  if (type === ValueType.f32) return Shape.f32;
  return type === ValueType.v128 ? Shape.variable : Shape.none;
};

const Effect = {
  /** Operands are observed, the result is raw: all that is not known to be better. */
  observe: 0,
  /** Operands are consumed, the result may be a NaN of the engine's choice. */
  arithmetic: 1,
  /** Operands are consumed, the result is no float. */
  consume: 2,
  /** The operands are no floats or are thrown away, and the result is never a NaN. */
  canonical: 3,
  constant: 4,
  /** Changes the sign of the bits. */
  sign: 5,
  /** Each lane of the result is a lane of an operand, chosen without regard to NaN bits. */
  copy: 6,
  select: 7,
} as const;

const effects = new Uint8Array(instructionNames.length);
const operandShapes = new Uint8Array(instructionNames.length);
const resultShapes = new Uint8Array(instructionNames.length);
/** Shape of the operand on top, for copies of two operands. */
const secondShapes = new Uint8Array(instructionNames.length);

for (const [instruction, name] of instructionNames.entries()) {
  if (name === undefined) continue;
  const set = (effect: number, from: number = Shape.none, shape: number = from, second: number = from): void => {
    effects[instruction] = effect;
    operandShapes[instruction] = from;
    resultShapes[instruction] = shape;
    secondShapes[instruction] = second;
  };
  const conversion = /^(?:i32|i64|i32x4)\.trunc(?:_sat)?_(f32x4|f64x2|f32|f64)_/.exec(name)?.[1];
  if (conversion !== undefined) set(Effect.consume, Shape[conversion as 'f32']);
  else if (name === 'select') set(Effect.select);
  else if (name === 'drop') set(Effect.canonical);
  else if (name === 'f32.demote_f64') set(Effect.arithmetic, Shape.f64, Shape.f32);
  else if (name === 'f64.promote_f32') set(Effect.arithmetic, Shape.f32, Shape.f64);
  else if (name === 'f32x4.demote_f64x2_zero') set(Effect.arithmetic, Shape.f64x2, Shape.f32x4);
  else if (name === 'f64x2.promote_low_f32x4') set(Effect.arithmetic, Shape.f32x4, Shape.f64x2);
  else if (/^f(32|64)\.convert_i/.test(name)) set(Effect.canonical);
  else if (name === 'v128.const') set(Effect.constant, Shape.none, Shape.variable);
  const [, type, operation] = /^(f32|f64|f32x4|f64x2)\.(\w+)$/.exec(name) ?? [];
  if (type === undefined || operation === undefined) continue;
  const shape = Shape[type as 'f32'];
  const lane = type === 'f32x4' ? Shape.f32 : Shape.f64;
  if (/^(add|sub|mul|div|min|max|sqrt|ceil|floor|trunc|nearest)$/.test(operation)) set(Effect.arithmetic, shape);
  else if (/^(eq|ne|lt|gt|le|ge)$/.test(operation)) set(Effect.consume, shape);
  else if (/^(abs|neg|copysign)$/.test(operation)) set(Effect.sign, shape);
  else if (/^(pmin|pmax)$/.test(operation)) set(Effect.copy, shape);
  else if (operation === 'splat') set(Effect.copy, lane, shape);
  else if (operation === 'extract_lane') set(Effect.copy, shape, lane);
  else if (operation === 'replace_lane') set(Effect.copy, shape, shape, lane);
  else if (operation === 'const') set(Effect.constant, Shape.none, shape);
}

/** Whether a constant holds a NaN; for a vector, in any shape. */
function isAnyNan(bytes: Uint8Array, at: number, shape: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at);
  const isNan32 = (i: number): boolean => Number.isNaN(view.getFloat32(i, true));
  const isNan64 = (i: number): boolean => Number.isNaN(view.getFloat64(i, true));
  if (shape === Shape.f32) return isNan32(0);
  if (shape === Shape.f64) return isNan64(0);
  return [0, 4, 8, 12].some(isNan32) || [0, 8].some(isNan64);
}

/** 1 for instructions of float arithmetic: without any, a function has nothing to make canonical. */
export const mayMakeNan = effects.map((effect) => (effect === Effect.arithmetic ? 1 : 0));

/** 1 for instructions whose result may have to be made canonical behind them. */
export const makesFloat = effects.map((effect) =>
  effect === Effect.arithmetic || effect === Effect.copy || effect === Effect.select ? 1 : 0,
);

export const isFloat = (type: number): boolean => shapeOfType(type) !== Shape.none;
