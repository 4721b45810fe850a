import { describe, expect, it } from 'vitest';
import { gather } from './gather.ts';

async function* later<Item>(...items: Item[]): AsyncGenerator<Item> {
  for (const item of items) yield item;
}

describe('inputs are gathered', () => {
  it('at once from whatever holds them', () => {
    const list = [1, 2];
    const gathered = gather(list);
    list.push(3);
    expect(gathered).toEqual([1, 2]);
    expect(gather(new Set(['a', 'b']))).toEqual(['a', 'b']);
    expect(gather(new Map([['a', 1]]))).toEqual([['a', 1]]);
    expect(gather(Float64Array.of(0.5, -0))).toEqual([0.5, -0]);
    expect(gather([1, 2, 3].values().filter((n) => n > 1))).toEqual([2, 3]);
  });

  it('as they come, until the signal aborts', async () => {
    expect(await gather(later('a', 'b'))).toEqual(['a', 'b']);
    await expect(gather(later('a'), AbortSignal.abort('enough'))).rejects.toBe('enough');
    const torn = (async function* () {
      yield 1;
      throw new Error('torn');
    })();
    await expect(gather(torn)).rejects.toThrow('torn');
  });

  it.each([[5], [undefined], [null], [{ length: 2 }], [() => []]])('not from %s', (given) => {
    expect(() => gather(given as unknown as number[])).toThrow(
      expect.objectContaining({ code: 'JOB_MALFORMED', message: expect.stringContaining('inputs') as string }) as Error,
    );
  });
});
