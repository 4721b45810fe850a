/** What the suite calls a trap, by the start of its message, and how V8 words the same one. */
const KINDS: readonly { readonly suite: RegExp; readonly engine: RegExp }[] = [
  { suite: /^unreachable/, engine: /^unreachable/ },
  { suite: /^integer divide by zero/, engine: /^(divide|remainder) by zero/ },
  // V8 has one message for a quotient that does not fit, another for a float that does not.
  { suite: /^integer overflow/, engine: /^(divide result unrepresentable|float unrepresentable in integer range)/ },
  { suite: /^invalid conversion to integer/, engine: /^float unrepresentable in integer range/ },
  { suite: /^out of bounds memory access/, engine: /(memory access out of bounds|data segment)/ },
  {
    suite: /^(out of bounds table access|undefined element|undefined)/,
    engine: /(table index is out of bounds|element segment|table access|table or element segment)/,
  },
  {
    suite: /^(uninitialized element|uninitialized|indirect call type mismatch|indirect call)/,
    engine: /^null function or function signature/,
  },
  { suite: /^null function reference/, engine: /^dereferencing a null pointer/ },
];

/** Whether an engine's message tells of the trap that the suite expects. */
export function isTrap(expected: string, engineMessage: string): boolean {
  return KINDS.some(({ suite, engine }) => suite.test(expected) && engine.test(engineMessage));
}
