import { expect, it, vi } from 'vitest';
import { type BatchResult, createBatch, LINE_LENGTH_MAX } from './batch.ts';
import { loadPack } from '../rules/pack-reference.ts';

/** A British VAT return: what is due is the VAT on sales less the VAT on purchases. */
const quarter = {
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

async function resultsOf(batch: ReturnType<typeof createBatch>, lines: readonly unknown[]): Promise<BatchResult[]> {
  const results: BatchResult[] = [];
  for (const [i, line] of lines.entries()) {
    results.push(await batch.assessLine(typeof line === 'string' ? line : JSON.stringify(line), i + 1));
  }
  return results;
}

it('assesses each line by its own words, and else by those of the batch; each pack is loaded once', async () => {
  const load = vi.fn(loadPack);
  const batch = createBatch({ pack: 'uk/vat', year: 2026 }, load);
  const results = await resultsOf(batch, [
    { id: 'a', facts: quarter },
    { id: 2, asOf: '2026-10-01', knownAt: '2026-10-01', facts: { ...quarter, vat_due_sales: '20000' } },
    { facts: { ...quarter, vat_reclaimed: 0 }, pack: 'uk/vat', year: 2025 },
  ]);
  expect(results).toMatchObject([
    { id: 'a', total: '6000', lines: { box_5: '6000', box_6: '50000', direction: 'pay' } },
    { id: 2, total: '16000' },
    { id: null, total: '10000' },
  ]);
  expect(load).toHaveBeenCalledTimes(1);
});

it('gives the error of a line that cannot be assessed, with its id as far as it could be read, and goes on', async () => {
  const batch = createBatch({}, loadPack);
  const at = { pack: 'uk/vat', year: 2026 };
  const results = await resultsOf(batch, [
    'nonsense',
    { id: 'key', ...at, facts: quarter, rules: 1 },
    { id: 'pack', ...at, pack: 'atlantis/tax', facts: quarter },
    { id: 'year', pack: 'uk/vat', facts: quarter },
    { id: 'day', pack: 'uk/vat', asOf: '2026-02-30', facts: quarter },
    { id: 'fact', ...at, facts: { ...quarter, windows: 3 } },
    { id: 'list', ...at, facts: [1] },
    { id: 'missing', ...at, facts: { ...quarter, vat_reclaimed: undefined } },
    `{"x":"${'x'.repeat(LINE_LENGTH_MAX)}"}`,
    { id: 'good', ...at, facts: quarter },
  ]);
  expect(results.map(({ id, total, error }) => [id, total, error?.code])).toEqual([
    [null, null, 'INPUT_MALFORMED'],
    ['key', null, 'INPUT_MALFORMED'],
    ['pack', null, 'RULE_PACK_UNKNOWN'],
    ['year', null, 'INPUT_MALFORMED'],
    ['day', null, 'TAX_DATE_MALFORMED'],
    ['fact', null, 'FACTS_MALFORMED'],
    ['list', null, 'INPUT_MALFORMED'],
    ['missing', null, 'FACTS_MISSING'],
    [null, null, 'INPUT_MALFORMED'],
    ['good', '6000', undefined],
  ]);
  expect(results[0]!.error!.message).toContain('Line 1 ');
});

const chunk = (text: string, firstLine: number) => ({ bytes: new TextEncoder().encode(text), firstLine });

it('assesses a chunk of lines, numbered as in its file', async () => {
  const batch = createBatch({ pack: 'uk/vat', year: 2026 }, loadPack);
  const good = JSON.stringify({ id: 'good', facts: quarter });
  const { bytes, cases, errors } = await batch.assessChunk(chunk(`${good}\r\n\n  \nnonsense\n${good}`, 41));
  const results = new TextDecoder()
    .decode(bytes)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as BatchResult);
  expect(results.map(({ id, total }) => [id, total])).toEqual([
    ['good', '6000'],
    [null, null],
    ['good', '6000'],
  ]);
  expect(results[1]!.error!.message).toContain('Line 44 ');
  expect({ cases, errors }).toEqual({ cases: 3, errors: 1 });
  expect(await batch.assessChunk(chunk(`\uFEFF${good}`, 1))).toMatchObject({ cases: 1, errors: 0 });
  expect(await batch.assessChunk(chunk(`\uFEFF${good}`, 2))).toMatchObject({ cases: 1, errors: 1 });
});
