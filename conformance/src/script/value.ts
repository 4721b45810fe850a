import { GristmillError } from '@gristmill/protocol';
import { type Expression, headOf, type List } from './s-expression.ts';
import { canonicalNan, floatBits, integerBits } from './number-text.ts';

/** What a function takes or gives: a number or vector as its bytes (little end first), or a reference. */
export type Value =
  | { readonly type: 'i32' | 'i64' | 'f32' | 'f64' | 'v128'; readonly bytes: Uint8Array }
  | { readonly type: 'funcref' | 'externref'; readonly reference: unknown };

/** What an assertion expects of one value. */
type Pattern =
  | { readonly kind: 'lanes'; readonly type: 'i32' | 'i64' | 'f32' | 'f64' | 'v128'; readonly lanes: readonly Lane[] }
  | { readonly kind: 'null' }
  | { readonly kind: 'function' }
  /** A host reference; `null` stands for any. */
  | { readonly kind: 'extern'; readonly label: string | null }
  | { readonly kind: 'either'; readonly patterns: readonly Pattern[] };

type Lane = { readonly bytes: Uint8Array } | { readonly nan: 'canonical' | 'arithmetic'; readonly bits: 32 | 64 };

/** A reference that the host made; two with the same label are the same object. */
const externs = new Map<string, { readonly label: string }>();
function externOf(label: string): { readonly label: string } {
  const known = externs.get(label) ?? { label };
  externs.set(label, known);
  return known;
}

/** A constant of a kind that the profile does not have; `feature` is its name. */
export class ForeignConstant extends Error {
  readonly feature: string;
  constructor(feature: string) {
    super(feature);
    this.feature = feature;
  }
}

const NUMBER = /^(i32|i64|f32|f64)\.const$/;
const SHAPES: Readonly<Record<string, { readonly lane: 'i' | 'f'; readonly bits: 8 | 16 | 32 | 64 }>> = {
  i8x16: { lane: 'i', bits: 8 },
  i16x8: { lane: 'i', bits: 16 },
  i32x4: { lane: 'i', bits: 32 },
  i64x2: { lane: 'i', bits: 64 },
  f32x4: { lane: 'f', bits: 32 },
  f64x2: { lane: 'f', bits: 64 },
};

/** Reads an argument. @throws ForeignConstant, GristmillError `SCRIPT_MALFORMED` */
export function readValue(expression: Expression): Value {
  const pattern = readPattern(expression);
  if (pattern.kind === 'lanes') {
    const bytes = pattern.lanes.map((lane) => {
      if ('nan' in lane) throw badConstant(expression);
      return lane.bytes;
    });
    return { type: pattern.type, bytes: Uint8Array.from(bytes.flatMap((lane) => [...lane])) };
  }
  if (pattern.kind === 'null') {
    const heap = atomText((expression as List).items[1]);
    return { type: heap === 'func' || heap === 'nofunc' ? 'funcref' : 'externref', reference: null };
  }
  if (pattern.kind === 'extern' && pattern.label !== null) {
    return { type: 'externref', reference: externOf(pattern.label) };
  }
  throw badConstant(expression);
}

/** Reads what an assertion expects. @throws ForeignConstant, GristmillError `SCRIPT_MALFORMED` */
export function readPattern(expression: Expression): Pattern {
  const head = headOf(expression) ?? '';
  const items = expression.kind === 'list' ? expression.items.slice(1) : [];
  const number = NUMBER.exec(head);
  if (number !== null) {
    const type = number[1] as 'i32' | 'i64' | 'f32' | 'f64';
    const lane = type.startsWith('i') ? 'i' : 'f';
    return { kind: 'lanes', type, lanes: [readLane(items[0], lane, type.endsWith('32') ? 32 : 64, expression)] };
  }
  if (head === 'v128.const') {
    const shape = SHAPES[atomText(items[0])];
    if (shape === undefined || (items.length - 1) * shape.bits !== 128) throw badConstant(expression);
    const lanes = items.slice(1).map((item) => readLane(item, shape.lane, shape.bits, expression));
    return { kind: 'lanes', type: 'v128', lanes };
  }
  if (head === 'either') return { kind: 'either', patterns: items.map(readPattern) };
  if (head === 'ref.null') return { kind: 'null' };
  if (head === 'ref.func') return { kind: 'function' };
  if (head === 'ref.extern') return { kind: 'extern', label: items.length === 0 ? null : atomText(items[0]) };
  if (head.startsWith('ref.')) throw new ForeignConstant('garbage collection');
  throw badConstant(expression);
}

function readLane(item: Expression | undefined, lane: 'i' | 'f', bits: 8 | 16 | 32 | 64, whole: Expression): Lane {
  const text = atomText(item);
  if (lane === 'f') {
    if (text === 'nan:canonical') return { nan: 'canonical', bits: bits as 32 | 64 };
    if (text === 'nan:arithmetic') return { nan: 'arithmetic', bits: bits as 32 | 64 };
  }
  const found = lane === 'i' ? integerBits(text, bits) : floatBits(text, bits as 32 | 64);
  if (found === null) throw badConstant(whole);
  return { bytes: littleEndian(found, bits / 8) };
}

function littleEndian(bits: bigint, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => Number((bits >> BigInt(8 * i)) & 0xffn));
}

function fromLittleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

export function matches(pattern: Pattern, value: Value): boolean {
  if (pattern.kind === 'either') return pattern.patterns.some((one) => matches(one, value));
  if (pattern.kind === 'lanes') {
    if (!('bytes' in value) || value.type !== pattern.type) return false;
    const laneBytes = value.bytes.length / pattern.lanes.length;
    return pattern.lanes.every((lane, i) =>
      laneMatches(lane, value.bytes.subarray(i * laneBytes, (i + 1) * laneBytes)),
    );
  }
  if ('bytes' in value) return false;
  if (pattern.kind === 'null') return value.reference === null;
  if (pattern.kind === 'function') return value.type === 'funcref' && value.reference !== null;
  if (value.type !== 'externref' || value.reference === null) return false;
  return pattern.label === null || value.reference === externOf(pattern.label);
}

function laneMatches(lane: Lane, bytes: Uint8Array): boolean {
  if ('bytes' in lane) return lane.bytes.every((byte, i) => byte === bytes[i]);
  const magnitude = BigInt.asUintN(lane.bits - 1, fromLittleEndian(bytes));
  const canonical = canonicalNan(lane.bits);
  // An arithmetic NaN has the highest bit of its fraction set, and whatever else.
  return lane.nan === 'canonical' ? magnitude === canonical : (magnitude & canonical) === canonical;
}

export function describeValue(value: Value): string {
  if (!('bytes' in value)) return value.reference === null ? `${value.type} null` : `a ${value.type}`;
  return `${value.type} 0x${fromLittleEndian(value.bytes)
    .toString(16)
    .padStart(value.bytes.length * 2, '0')}`;
}

function atomText(expression: Expression | undefined): string {
  return expression?.kind === 'atom' ? expression.text : '';
}

function badConstant({ line }: Expression): GristmillError {
  return new GristmillError('SCRIPT_MALFORMED', `At line ${line} stands no constant that this reader knows.`, {
    hint: 'Teach src/script/value.ts the constant.',
  });
}
