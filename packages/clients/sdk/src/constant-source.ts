import { valueTree } from './values.ts';

type Tag = (content: never) => string;

/** Each tag of `values-1` as the expression that makes the value. */
const TAGS: Readonly<Record<string, Tag>> = {
  $undefined: () => 'undefined',
  $number: (text: string) => text,
  $bigint: (text: string) => `${text}n`,
  $date: (time: number | null) => `new Date(${time ?? 'NaN'})`,
  $regexp: ([source, flags]: [string, string]) => `new RegExp(${JSON.stringify(source)}, ${JSON.stringify(flags)})`,
  $map: (entries: unknown[]) => `new Map(${sourceOf(entries)})`,
  $set: (items: unknown[]) => `new Set(${sourceOf(items)})`,
  $bytes: bytesSource,
  $buffer: (base64: string) => `${bytesSource(base64)}.buffer`,
  $view: ([kind, base64]: [string, string]) => `new ${kind}(${bytesSource(base64)}.buffer)`,
  $error: ({ name, message }: { name: string; message: string }) =>
    `Object.assign(new Error(${JSON.stringify(message)}), { name: ${JSON.stringify(name)} })`,
  $object: (fields: Record<string, unknown>) => objectSource(fields),
};

/**
 * A value as an expression that makes it anew.
 *
 * @throws GristmillError `VALUE_UNSUPPORTED`, in which `name` is the value's.
 */
export function constantSource(name: string, value: unknown): string {
  const { tree, isStructured } = valueTree(value, name);
  if (isStructured) return sourceOf(tree);
  // JSON.parse reads a table faster than the compiler would, and gives `__proto__` no meaning.
  return typeof tree === 'object' && tree !== null
    ? `JSON.parse(${JSON.stringify(JSON.stringify(tree))})`
    : sourceOf(tree);
}

function sourceOf(tree: unknown): string {
  if (Array.isArray(tree)) return `[${tree.map(sourceOf).join(', ')}]`;
  if (typeof tree !== 'object' || tree === null) return JSON.stringify(tree);
  const [first, ...more] = Object.entries(tree) as [string, never][];
  const tag = first !== undefined && more.length === 0 && Object.hasOwn(TAGS, first[0]) ? TAGS[first[0]] : undefined;
  return tag === undefined ? objectSource(tree) : tag(first![1]);
}

function objectSource(fields: object): string {
  const entries = Object.entries(fields).map(([key, tree]) => `[${JSON.stringify(key)}, ${sourceOf(tree)}]`);
  return `Object.fromEntries([${entries.join(', ')}])`;
}

function bytesSource(base64: string): string {
  return `Uint8Array.fromBase64(${JSON.stringify(base64)})`;
}
