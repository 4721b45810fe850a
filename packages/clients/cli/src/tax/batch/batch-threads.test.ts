import { expect, it, vi } from 'vitest';
import { createBatch } from './batch.ts';
import { createBatchThreads } from './batch-threads.ts';
import { loadPack } from '../rules/pack-reference.ts';

const facts = {
  period_end: '2026-09-30',
  uses_flat_rate_scheme: false,
  vat_due_sales: 10_000,
  vat_due_acquisitions: 0,
  vat_reclaimed: 4_000,
  sales_excluding_vat: 50_099,
  purchases_excluding_vat: 20_000,
  goods_supplied_to_eu_excluding_vat: 0,
  acquisitions_from_eu_excluding_vat: 0,
};

function chunk(firstLine: number) {
  const lines = [
    { id: firstLine, pack: 'uk/vat', facts: { ...facts, vat_due_sales: firstLine } },
    { id: 'unknown pack', pack: 'atlantis/tax', facts },
    { id: 'of the batch', facts },
    'no case',
  ];
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  return { bytes: new TextEncoder().encode(text), firstLine };
}

it('gives to the byte what one thread gives, and asks once what a reference stands for', async () => {
  const defaults = { pack: 'uk/vat', year: 2026 };
  const cidOf = vi.fn(async (reference: string) => (await loadPack(reference)).cid);
  const threads = createBatchThreads({ threads: 2, defaults, home: undefined, cidOf });
  try {
    const firstLines = [1, 5, 9, 13, 17];
    const results = await Promise.all(firstLines.map((firstLine) => threads.assessChunk(chunk(firstLine))));
    const here = createBatch(defaults, loadPack);
    for (const [i, firstLine] of firstLines.entries()) {
      expect(results[i]).toEqual(await here.assessChunk(chunk(firstLine)));
      expect(results[i]).toMatchObject({ cases: 4, errors: 2 });
    }
    expect(cidOf.mock.calls.filter(([reference]) => reference === 'uk/vat')).toHaveLength(1);
  } finally {
    await threads.close();
  }
}, 60_000);
