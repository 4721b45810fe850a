import { parseArgs } from 'node:util';
import { runProvider } from '@gristmill/cli';
import type { Executor } from '@gristmill/provider';

/**
 * A provider that lies, as a clever one would: not always, never in form, and only where an eye would hardly see it.
 * About every third task it computes honestly and then changes a few bytes of the output. It runs the product's own
 * agent; only its executor is wrapped.
 */
function lyingExecutor(honest: Executor, seed: number): Executor {
  let state = seed >>> 0 || 1;
  return {
    ...honest,
    async execute(work) {
      const outcome = await honest.execute(work);
      if (next() % 3 !== 0 || outcome.status !== 'exited' || outcome.stdout.length === 0) return outcome;
      const stdout = outcome.stdout.slice();
      if (work.program.kind === 'wasm') {
        // One step of brightness in forty of the tile's bytes: a picture nobody would doubt.
        for (let i = 0; i < 40; i += 1) stdout[next() % stdout.length]! ^= 1;
      } else {
        // Another last digit in one of the numbers: still JSON, still plausible.
        const digits = [...stdout.keys()].filter((at) => stdout[at]! >= 0x31 && stdout[at]! <= 0x38);
        if (digits.length > 0) stdout[digits[next() % digits.length]!]! += 1;
      }
      return { ...outcome, stdout };
    },
  };

  /** xorshift32 */
  function next(): number {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  }
}

const { values } = parseArgs({
  options: { hub: { type: 'string' }, home: { type: 'string' }, facts: { type: 'string' }, seed: { type: 'string' } },
});
await runProvider({
  hub: values.hub!,
  home: values.home!,
  facts: values.facts!,
  slots: '1',
  claim: 'never',
  json: true,
  wrapExecutor: (executor) => lyingExecutor(executor, Number(values.seed)),
});
