import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { gristmillHere } from '../../../test/command.ts';

it('oss-return: on paper, with supplies from elsewhere, a repaid state and other currencies', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-oss-'));
  try {
    const quarter = path.join(folder, 'quarter.yaml');
    await writeFile(
      quarter,
      `scheme: union
memberStateOfIdentification: DE
vatNumber: DE 111 111 125
period: { year: 2026, quarter: 3 }
exchangeRates: { date: 2026-09-30, rates: { PLN: '4.25' } }
supplies:
  - { memberStateOfConsumption: FR, date: 2026-08-15, kind: services, rateCategory: standard, currency: EUR, taxableAmount: '10000', vat: '2000' }
  - { memberStateOfConsumption: FR, date: 2026-08-16, kind: goods, rateCategory: standard, currency: PLN, taxableAmount: 42500, vat: 8500, suppliedFrom: { country: PL } }
corrections:
  - { memberStateOfConsumption: AT, period: { year: 2026, quarter: 1 }, vat: '-500' }
`,
    );
    const pdf = path.join(folder, 'quarter.pdf');
    expect(await gristmillHere('tax', 'oss-return', quarter, '--pdf', pdf)).toMatchObject({
      totals: { taxableAmount: '20000', vatAmount: '4000', corrections: '-500', payable: '4000', repayable: '500' },
    });
    const bytes = await readFile(pdf);
    expect(bytes.toString('latin1')).toContain('D:20260930000000Z');
    await gristmillHere('tax', 'oss-return', quarter, '--pdf', pdf);
    expect(Buffer.compare(bytes, await readFile(pdf))).toBe(0);
  } finally {
    await rm(folder, { recursive: true });
  }
});
