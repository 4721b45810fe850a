import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { chainEvents, EMPTY_HEAD } from './chain.ts';
import { beancountText, ledgerCliText } from './plain-text-accounting.ts';
import { taxpayerBooks } from './taxpayer-books.ts';
import { addDays } from './utc-date.ts';
const asset = fc.constantFrom({ code: 'GUSD', decimals: 6 }, { code: 'EUR', decimals: 2 }, { code: 'JPY', decimals: 0 }, { code: 'eth-mainnet/USDC.e', decimals: 18 }, { code: '1INCH', decimals: 4 }, { code: 'a b"c', decimals: 3 }, { code: 'TRUE', decimals: 1 }, {code:'$', decimals: 2});
const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constantFrom('; x', '* y', '"q\\"', 'a  b', '(code) z', '! pending', '#tag ^link', '|', '= auto', '~ per', 'Ünï', '=1', '2026-01-01 open X', '\t', '@', '{ }'));
const units = fc.bigInt(1n, 10n ** 24n);
const date = fc.nat(364).map((d) => addDays('2026-01-01', d));
const held = fc.oneof(fc.constantFrom('wallet:a', 'wallet:b b', 'bank:1'), text.map((t) => `bank:${t === '' ? 'x' : t}`));
const amount = fc.record({ asset, units, account: held });
const event = fc.oneof(
  fc.record({ date, asset, units, payer: text, account: held }).chain((i) => fc.bigInt(0n, i.units).map((setAside) => ['income.received', { ...i, setAside, vault: 'vault:x' }] as const)),
  fc.record({ date, asset, units, account: held, category: text.map((t) => t === '' ? 'x' : t), payee: text }).map((d) => ['expense.paid', d] as const),
  fc.record({ date, sold: amount, bought: amount, memo: text }).map((d) => ['asset.exchanged', d] as const),
  fc.record({ date, asset, units, payer: text, account: held }).map((d) => ['income.refunded', d] as const),
);
const samples = fc.sample(fc.array(event, { minLength: 1, maxLength: 12 }), { numRuns: 120, seed: Number(process.argv[2] ?? 1) });
samples.forEach((events, i) => {
  const j = chainEvents(EMPTY_HEAD, events.map(([type, data]) => ({ stream: 'books', type, data: JSON.parse(JSON.stringify(data, (_k, v) => typeof v === 'bigint' ? v.toString() : v)) })), 0);
  let b; try { b = taxpayerBooks(j); } catch (e) { console.log(i, (e as Error).message); return; }
  writeFileSync(`/tmp/papers/fuzz/${i}.bean`, beancountText(b)); writeFileSync(`/tmp/papers/fuzz/${i}.ledger`, ledgerCliText(b));
});
