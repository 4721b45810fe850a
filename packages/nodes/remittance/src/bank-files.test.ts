import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBankReports } from './bank-report.ts';
import { readPaymentStatus } from './payment-status.ts';

/*
 * Other people's bank files, which are not ours to ship: GRISTMILL_BANK_FILES names a folder of them (camt.052 to .054 and
 * pain.002, one a file, any version; what is neither is passed over). Each is counted without a parser first, so that no
 * entry, transaction or status is lost.
 */
const folder = process.env['GRISTMILL_BANK_FILES'];
const names = folder === undefined ? [] : readdirSync(folder);
const files = names.map((name): [string, Buffer] => [name, readFileSync(path.join(folder!, name))]);

const isXml = (bytes: Buffer) => /^(\xEF\xBB\xBF)?\s*<[?!\w]/.test(bytes.subarray(0, 100).toString('latin1'));
const elements = (bytes: Buffer, names: string) =>
  [...bytes.toString('latin1').matchAll(new RegExp(`<(?:\\w+:)?(?:${names})[\\s/>]`, 'g'))].length;

describe.runIf(folder !== undefined)('bank files in GRISTMILL_BANK_FILES', () => {
  const statements = files.filter(([, bytes]) => isXml(bytes) && elements(bytes, 'BkToCstmr\\w+') > 0);
  const statuses = files.filter(([, bytes]) => isXml(bytes) && elements(bytes, 'CstmrPmtStsRpt') > 0);

  test('there are some', () => {
    expect(statements.length + statuses.length).toBeGreaterThan(0);
  });

  test.each(statements)('%s: every entry and transaction is read', (_, bytes) => {
    const entries = readBankReports(bytes).flatMap((report) => report.entries);
    expect(entries).toHaveLength(elements(bytes, 'Ntry'));
    expect(entries.flatMap(({ transactions }) => transactions)).toHaveLength(elements(bytes, 'TxDtls'));
  });

  test.each(statuses)('%s: every status is read', (_, bytes) => {
    expect(readPaymentStatus(bytes)).toHaveLength(elements(bytes, 'GrpSts|PmtInfSts|TxSts'));
  });
});
