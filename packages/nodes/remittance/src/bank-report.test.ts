import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { bytesOf, type CamtEntry, camtText } from '../test/camt-text.ts';
import { bankAmountText, parseBankAmount } from './bank-amount.ts';
import { readBankReports } from './bank-report.ts';

const XSD_FOLDER = process.env.GRISTMILL_ISO20022_XSD;

const debit: CamtEntry = {
  amount: '1234.56',
  reference: '1',
  servicerReference: 'BANK-1',
  transactions: [
    { endToEndId: 'E-1', amount: '1234.56', remittance: 'ESt 1.VJ.', creditorAccount: 'DE75512108001245126199' },
  ],
};
const read = (text: string) => readBankReports(bytesOf(text))[0]!;
const refusal = (code: string) => expect.objectContaining({ code });

describe.each(['02', '03', '04', '06', '08', '10', '13'])('version %s', (version) => {
  test('a statement: accounts, balances, entries, transactions', () => {
    const report = read(camtText({ version, opening: '2000.00', closing: '765.44', entries: [debit] }));
    expect(report).toMatchObject({
      kind: 'statement',
      version,
      messageId: 'M-1',
      id: 'S-1',
      account: 'DE89370400440532013000',
      currency: 'EUR',
      balanced: true,
      findings: [],
      opening: { date: '2026-03-06', amount: { currency: 'EUR', hundredThousandths: 200_000_000n } },
      closing: { amount: { hundredThousandths: 76_544_000n } },
    });
    expect(report.entries).toEqual([
      {
        entryReference: '1',
        servicerReference: 'BANK-1',
        amount: { currency: 'EUR', hundredThousandths: 123_456_000n },
        direction: 'debit',
        reversal: false,
        status: 'booked',
        bookingDate: '2026-03-06',
        valueDate: '2026-03-06',
        transactionCode: 'PMNT/ICDT/ESCT',
        text: null,
        charges: [],
        batches: [],
        transactions: [
          {
            endToEndId: 'E-1',
            instructionId: null,
            messageId: null,
            paymentInformationId: null,
            servicerReference: null,
            amount: { currency: 'EUR', hundredThousandths: 123_456_000n },
            instructedAmount: null,
            direction: 'debit',
            counterparty: { name: null, account: 'DE75512108001245126199' },
            remittance: ['ESt 1.VJ.'],
            creditorReferences: [],
            returnReason: null,
          },
        ],
      },
    ]);
  });

  test.skipIf(XSD_FOLDER === undefined)('what these tests read is valid by the schema', async () => {
    for (const [kind, code] of [
      ['statement', '053'],
      ['notification', '054'],
    ] as const) {
      const xml = camtText({
        version,
        kind,
        entries: [
          { ...debit, charges: '0.10', batch: { count: 1 } },
          { ...debit, reversal: true },
        ],
        ...(kind === 'statement' ? { opening: '1.00', closing: '2.00' } : {}),
      });
      const schema = readFileSync(path.join(XSD_FOLDER!, `camt.${code}.001.${version}.xsd`), 'utf8');
      const { errors } = await validateXML({ xml, schema });
      expect(errors).toEqual([]);
    }
  });
});

test('namespace prefixes, envelopes, missing namespaces and Latin-1 are read alike', () => {
  const options = { opening: '0.00', closing: '-1.00', entries: [{ amount: '1', text: 'Gebühr' }] };
  const expected = read(camtText(options)).entries;
  const plain = camtText(options);
  expect(expected[0]!.text).toBe('Gebühr');
  for (const text of [
    camtText({ ...options, prefix: 'ns2' }),
    plain.replace(/ xmlns="[^"]*"/, ''),
    `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<!-- from the bank -->\n${plain}`,
    `<s:Envelope xmlns:s="x"><s:Body>${plain}</s:Body></s:Envelope>`,
    plain.replace('Gebühr', 'Geb&#xFC;hr'),
    plain.replace('Gebühr', '<![CDATA[Gebühr]]>'),
  ]) {
    expect(read(text).entries).toEqual(expected);
  }
  const latin = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${plain}`, 'latin1');
  expect(readBankReports(latin)[0]!.entries).toEqual(expected);
  expect(readBankReports(Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), bytesOf(plain)]))[0]!.entries).toEqual(expected);
});

test('every message of a file is read, in whichever envelopes, as is version 01', () => {
  const plain = camtText({ entries: [{ amount: '1' }] });
  const document = /<Document .*<\/Document>/.exec(plain)![0];
  for (const text of [
    `<message><AppHdr/>${document}${document}</message>`,
    `<a><b><c>${document}</c></b><b>${document}</b></a>`,
    document.replace(/<BkToCstmrStmt>.*<\/BkToCstmrStmt>/, (message) => message + message),
  ]) {
    expect(readBankReports(bytesOf(text)).map(({ entries }) => entries.length)).toEqual([1, 1]);
  }
  const report = read(
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.052.001.01"><BkToCstmrAcctRptV01><Rpt>' +
      '<Acct><Id><PrtryAcct><Id>50000000054910</Id></PrtryAcct></Id></Acct>' +
      '<Bal><Tp><Cd>OPBD</Cd></Tp><Amt Ccy="SEK">5</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>' +
      '<Bal><Tp><Cd>CLBD</Cd></Tp><Amt Ccy="SEK">3</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>' +
      '<Ntry><Amt Ccy="SEK">2</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><Btch><MsgId>M</MsgId></Btch>' +
      '<TxDtls><Refs><EndToEndId>E</EndToEndId></Refs></TxDtls></Ntry></Rpt></BkToCstmrAcctRptV01></Document>',
  );
  expect(report).toMatchObject({ kind: 'report', version: '01', account: '50000000054910', balanced: true });
  expect(report.entries[0]).toMatchObject({ batches: [{ messageId: 'M' }], transactions: [{ endToEndId: 'E' }] });
});

test('the encodings of banks: with a mark, declared, and not guessed', () => {
  const options = { entries: [{ amount: '1', text: 'Opłata za š' }] };
  const text = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>${camtText(options)}`;
  const latin2 = Buffer.from(text('ISO-8859-2').replace('ł', '\xB3').replace('š', '\xB9'), 'latin1');
  const utf16 = Buffer.from(`\uFEFF${text('UTF-16')}`, 'utf16le');
  for (const bytes of [
    latin2,
    utf16,
    Buffer.from(utf16).swap16(),
    bytesOf(text('US-ASCII')),
    bytesOf(text('utf-16')),
  ]) {
    expect(readBankReports(bytes)[0]!.entries[0]!.text).toBe('Opłata za š');
  }
  expect(() => readBankReports(Buffer.from(text('UTF-8').replace('ł', '\xB3'), 'latin1'))).toThrow(
    refusal('BANK_XML_REFUSED'),
  );
});

const withBalances = (opening: string, closing: string, change: (text: string) => string) => {
  const entries = [{ amount: '30' }, { amount: '5', direction: 'CRDT' as const }];
  return read(camtText({ opening, closing, entries }).replace(/<Bal>.*<\/Bal>/, (text) => change(text)));
};
const withoutDirection = (text: string) => text.replaceAll(/<CdtDbtInd>\w+<\/CdtDbtInd>/g, '');
const amountsOf = ({ opening, closing }: ReturnType<typeof read>) =>
  [opening, closing].map((balance) => balance && bankAmountText(balance.amount));

describe('a balance is a control, and refuses nothing', () => {
  test.each([
    ['100', '75'],
    ['10', '-15'],
    ['-1', '-26'],
  ])('from %s to %s without a direction: the entries say which', (opening, closing) => {
    const report = withBalances(opening, closing, withoutDirection);
    expect(amountsOf(report)).toEqual([`${opening}.00 EUR`, `${closing}.00 EUR`]);
    expect(report).toMatchObject({ balanced: true, findings: [] });
  });

  test('what no reading explains is not known, and said', () => {
    const report = withBalances('100', '80', withoutDirection);
    expect(amountsOf(report)).toEqual([null, null]);
    expect(report.balanced).toBeNull();
    expect(report.findings.map(({ check, stated }) => `${check} ${stated}`)).toEqual([
      'balance-unreadable OPBD 100',
      'balance-unreadable CLBD 80',
    ]);
  });

  test('nor is a balance with a direction of its own or more decimals than money has', () => {
    expect(withBalances('100', '75', (text) => text.replace('CRDT', 'PLUS')).findings).toMatchObject([
      { check: 'balance-unreadable', stated: 'OPBD 100 PLUS' },
    ]);
    const report = withBalances('100', '75', (text) => text.replace('>75<', '>75.0000000000005<'));
    expect(amountsOf(report)).toEqual(['100.00 EUR', null]);
    expect(report.entries).toHaveLength(2);
  });
});

const statusIn = (kind: 'statement' | 'notification', code: string) =>
  read(
    camtText({ kind, entries: [{ amount: '1' }] }).replace(
      '<Sts><Cd>BOOK</Cd></Sts>',
      `<Sts><Prtry>${code}</Prtry></Sts>`,
    ),
  ).entries[0]!.status;

test('a line of a statement with a status of its own is looked at as booked, elsewhere it informs', () => {
  expect([statusIn('statement', 'POSTED'), statusIn('statement', 'INFO'), statusIn('notification', 'POSTED')]).toEqual([
    'booked',
    'information',
    'information',
  ]);
});

test('charges inside a transaction, document numbers and the words of the bank', () => {
  const text = camtText({ entries: [{ amount: '10.25', transactions: [{ endToEndId: 'A' }] }] });
  const charges = '<Chrgs><Rcrd><Amt Ccy="EUR">0.25</Amt><ChrgInclInd>true</ChrgInclInd></Rcrd></Chrgs>';
  const withAll = (inTransaction: string) => read(text.replace('</Refs>', `</Refs>${inTransaction}`)).entries[0]!;
  const entry = withAll(
    `${charges}<RmtInf><Strd><RfrdDocInf><Nb>RE-77</Nb></RfrdDocInf></Strd></RmtInf><AddtlTxInf>Dauerauftrag</AddtlTxInf>`,
  );
  expect(entry.charges).toEqual([{ currency: 'EUR', hundredThousandths: 25_000n }]);
  expect(entry.transactions[0]!.remittance).toEqual(['RE-77', 'Dauerauftrag']);
  for (const no of ['false', '0']) {
    expect(withAll(charges.replace('true', no)).charges).toEqual([]);
  }
});

test('a batch that says how many there are, and brings others', () => {
  const entry: CamtEntry = { amount: '2', batch: { count: 3 }, transactions: [{ amount: '1' }, { amount: '1' }] };
  expect(read(camtText({ entries: [entry] })).findings).toEqual([{ check: 'batch-count', stated: '3', found: '2' }]);
});

test('what a bank leaves out is null, and a line of a statement is booked', () => {
  const text = camtText({ entries: [{ amount: '5', status: null, date: null, reference: 'NOTPROVIDED' }] });
  const report = read(text.replace(/<Acct>.*<\/Acct>/, '').replace(/<BkTxCd>.*<\/BkTxCd>/, ''));
  expect(report).toMatchObject({ account: null, currency: null, opening: null, balanced: null });
  expect(report.entries[0]).toMatchObject({
    status: 'booked',
    bookingDate: null,
    entryReference: null,
    transactionCode: null,
    transactions: [],
  });
});

test('pending lines, reversals, charges, foreign amounts and batches', () => {
  const report = read(
    camtText({
      version: '02',
      opening: '100.00',
      closing: '86.90',
      entries: [
        { amount: '50', status: 'PDNG' },
        { amount: '13.10', charges: '0.10', transactions: [{ endToEndId: 'A', amount: '6.50' }, { amount: '6.50' }] },
        { amount: '3', reversal: true, direction: 'CRDT', transactions: [{ returnReason: 'AC04' }] },
        { amount: '3', transactions: [{ amount: '3', instructed: { amount: '2.50', currency: 'GBP' } }] },
      ],
    }),
  );
  const [pending, batch, reversal, foreign] = report.entries;
  expect(pending!.status).toBe('pending');
  expect(batch!.charges).toEqual([{ currency: 'EUR', hundredThousandths: 10_000n }]);
  expect(reversal).toMatchObject({ reversal: true, direction: 'credit', transactions: [{ returnReason: 'AC04' }] });
  expect(foreign!.transactions[0]).toMatchObject({
    amount: { currency: 'EUR', hundredThousandths: 300_000n },
    instructedAmount: { currency: 'GBP', hundredThousandths: 250_000n },
  });
  expect(report.balanced).toBe(true);
  expect(report.findings).toEqual([{ check: 'batch-sum', stated: '13.10 EUR', found: '13.00 EUR' }]);
});

test('balances that do not add up are reported, and so are wrong counts and sums', () => {
  const text = camtText({ opening: '10.00', closing: '9.98', entries: [{ amount: '0.01' }] });
  const summary = '<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries><Sum>0.02</Sum></TtlNtries></TxsSummry><Ntry>';
  expect(read(text.replace('<Ntry>', summary))).toMatchObject({
    balanced: false,
    findings: [
      { check: 'balances', stated: '9.98 EUR', found: '9.99 EUR' },
      { check: 'entry-count', stated: '2', found: '1' },
      { check: 'entry-sum', stated: '0.02 EUR', found: '0.01 EUR' },
    ],
  });
});

test.each([
  ['a document type', '<!DOCTYPE d [<!ENTITY x "y">]><Document/>'],
  ['an external entity', '<!doctype d SYSTEM "file:///etc/passwd"><Document/>'],
  ['an entity of its own', '<Document>&lol;</Document>'],
  ['a character that is none', '<Document>&#0;</Document>'],
  ['depth', `${'<a>'.repeat(60)}${'</a>'.repeat(60)}`],
  ['what is not well formed', '<Document><a></Document>'],
  ['two roots', '<Document/><Document/>'],
  ['an unknown encoding', '<?xml version="1.0" encoding="utf-7"?><Document/>'],
  ['names that are not elements', '<Document><__proto__/></Document>'],
  ['nothing', ''],
])('hostile XML is refused: %s', (_, text) => {
  expect(() => readBankReports(bytesOf(text))).toThrow(refusal('BANK_XML_REFUSED'));
});

test.each([
  ['character data that never ends', '<Document>' + '<![CDATA['.repeat(300_000)],
  ['zeros without end before the last decimal', camtText({ entries: [{ amount: `1.${'0'.repeat(2_000_000)}1` }] })],
])('what would take the square of its length is refused at once: %s', (_, text) => {
  expect(() => readBankReports(bytesOf(text))).toThrow(expect.objectContaining({ name: 'RemittanceError' }));
});

test('a file larger than 32 MiB and bytes that are no text are refused', () => {
  expect(() => readBankReports(new Uint8Array(32 * 1024 * 1024 + 1))).toThrow(refusal('BANK_XML_REFUSED'));
  expect(() => readBankReports(Uint8Array.of(0x3c, 0xff, 0x3e))).toThrow(refusal('BANK_XML_REFUSED'));
});

test.each([['12,50'], ['-1.00'], ['1.000001'], ['1e3'], ['12345678901234567890'], ['']])(
  'the amount "%s" refuses the file: money is never guessed',
  (amount) => {
    expect(() => read(camtText({ entries: [{ amount }] }))).toThrow(refusal('BANK_FILE_MALFORMED'));
  },
);

test('an entry without direction, and XML that is something else, are refused', () => {
  const text = camtText({ entries: [{ amount: '1' }] });
  expect(() => read(text.replace('<CdtDbtInd>DBIT</CdtDbtInd>', ''))).toThrow(refusal('BANK_FILE_MALFORMED'));
  expect(() => readBankReports(bytesOf('<Document><Other/></Document>'))).toThrow(refusal('BANK_FILE_MALFORMED'));
});

test('invariant 10: an amount is read exactly or not at all', () => {
  const decimals = fc.tuple(fc.bigInt(0n, 10n ** 13n), fc.integer({ min: 0, max: 5 }), fc.nat(3));
  fc.assert(
    fc.property(decimals, ([units, places, zeros]) => {
      const digits = units.toString().padStart(places + 1, '0');
      const text = `${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}${'0'.repeat(zeros)}`;
      const amount = parseBankAmount(text, 'EUR');
      expect(amount).toEqual({ currency: 'EUR', hundredThousandths: units * 10n ** BigInt(5 - places) });
      expect(parseBankAmount(bankAmountText(amount!).replace(' EUR', ''), 'EUR')).toEqual(amount);
    }),
  );
});

const centsText = (units: bigint) =>
  `${units < 0n ? '-' : ''}${(units < 0n ? -units : units).toString().padStart(3, '0').replace(/(..)$/, '.$1')}`;

test('invariant 19: a balance without a direction is never read with the wrong one', () => {
  const cents = fc.bigInt(-50_000n, 50_000n);
  fc.assert(
    fc.property(cents, fc.array(cents, { maxLength: 4 }), fc.boolean(), (opening, movements, both) => {
      const closing = movements.reduce((sum, each) => sum + each, opening);
      const complete = camtText({
        opening: centsText(opening),
        closing: centsText(closing),
        entries: movements.map((each) => ({
          amount: centsText(each).replace('-', ''),
          direction: each < 0n ? 'DBIT' : 'CRDT',
        })),
      });
      const [first, ...others] = complete.split(/(?=<Ntry>)/);
      const stripped = both
        ? first!.replaceAll(/<CdtDbtInd>\w+<\/CdtDbtInd>/g, '')
        : first!.replace(/<CdtDbtInd>\w+<\/CdtDbtInd>/, '');
      const [known, found] = [read(complete), read([stripped, ...others].join(''))];
      for (const which of ['opening', 'closing'] as const) {
        expect([null, known[which]!.amount.hundredThousandths]).toContain(
          found[which]?.amount.hundredThousandths ?? null,
        );
      }
      // What moved leaves no doubt when one of the two is known.
      if (!both) expect(found.balanced).toBe(true);
    }),
  );
});

test('invariant 11: no bytes make the reader fail in another way than by refusing', () => {
  const sample = camtText({
    version: '02',
    opening: '1.00',
    closing: '2.00',
    entries: [debit, { ...debit, charges: '1' }],
  });
  const damage = fc.tuple(fc.nat(sample.length), fc.nat(40), fc.string({ maxLength: 8 }));
  fc.assert(
    fc.property(damage, ([at, length, inserted]) => {
      try {
        readBankReports(bytesOf(sample.slice(0, at) + inserted + sample.slice(at + length)));
      } catch (error) {
        expect(['BANK_XML_REFUSED', 'BANK_FILE_MALFORMED']).toContain((error as { code: string }).code);
      }
    }),
    { numRuns: 300 },
  );
});
