import { connect, type DeviceKey } from 'gristmill';

/**
 * The longest Collatz chain below a bound: the classic first job, for each range is a task of its own.
 * The function travels as source text, so it uses nothing but its input and the constants it is given.
 */
export async function longestCollatzChain({ hub, key, below }: { hub: string; key: DeviceKey; below: number }) {
  const mill = await connect({ hub, key });
  const ranges = Array.from({ length: 20 }, (_, i) => ({
    from: Math.ceil((i * below) / 20),
    to: Math.ceil(((i + 1) * below) / 20),
  }));

  let longest = { start: 1, steps: 0 };
  const results = mill.map(
    ranges,
    ({ from, to }) => {
      let best = { start: 1, steps: 0 };
      for (let start = Math.max(1, from); start < to; start += 1) {
        let steps = 0;
        for (let n = start; n !== 1; n = n % 2 === 0 ? n / 2 : 3 * n + 1) steps += 1;
        if (steps > best.steps) best = { start, steps };
      }
      return best;
    },
    { name: 'longest Collatz chain', budget: '5', replicas: 2 },
  );
  for await (const best of results) if (best.steps > longest.steps) longest = best;

  const { view } = await (await results.job).result();
  return { longest, spentUnits: view.spentUnits, attempts: view.attempts };
}
