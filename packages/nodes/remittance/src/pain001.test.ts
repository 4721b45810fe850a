import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseCivilDate } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import {
  type CreditTransferMessage,
  fasterPayments,
  type IbanAccount,
  sepaCreditTransfers,
  type SortCodeAccount,
} from './pain001.ts';
import { paymentIdsOf } from './payment-ids.ts';

/** Folder of the public ISO 20022 schemas, which are not ours to ship. */
const XSD_FOLDER = process.env.GRISTMILL_ISO20022_XSD;

const spring = 'de/finanzamt/est-vorauszahlung/2026/1/0x52/1';
const sepa: CreditTransferMessage<IbanAccount> = {
  createdAtMs: Date.parse('2026-03-05T09:30:00.123Z'),
  debtor: { name: 'Jürgen Müller & Söhne', account: { iban: 'DE89 3704 0044 0532 0130 00', bic: 'COBADEFFXXX' } },
  transfers: [
    {
      paymentId: spring,
      amount: 123_456n,
      executionDate: parseCivilDate('2026-03-06'),
      creditor: { name: 'Finanzamt München', account: { iban: 'DE75512108001245126199' } },
      reference: { text: '181/815/08155 ESt 1.VJ.2026' },
    },
    {
      paymentId: 'fi/vero/ennakko/2026/1/0x52/1',
      amount: 5n,
      executionDate: parseCivilDate('2026-03-09'),
      creditor: { name: 'Verohallinto', account: { iban: 'FI21 1234 5600 0007 85', bic: 'NDEAFIHH' } },
      reference: { creditorReference: 'RF18 5390 0754 7034' },
    },
  ],
};
const uk: CreditTransferMessage<SortCodeAccount> = {
  createdAtMs: Date.parse('2027-01-20T12:00:00Z'),
  debtor: { name: 'A Trader', account: { sortCode: '20-00-00', accountNumber: '55779911' } },
  transfers: [
    {
      paymentId: 'uk/hmrc/sa/2025/1/0x52/1',
      amount: 100_000_000n,
      executionDate: parseCivilDate('2027-01-21'),
      creditor: { name: 'HMRC Cumbernauld', account: { sortCode: '08 32 10', accountNumber: '12001039' } },
      reference: { text: '1234567890K' },
    },
  ],
};

test('a SEPA message, to the byte', () => {
  const { messageId, paymentInformationId, endToEndId } = paymentIdsOf(spring);
  const [payment] = sepa.transfers;
  expect(sepaCreditTransfers({ ...sepa, transfers: [payment!] })).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
  <CstmrCdtTrfInitn>
    <GrpHdr>
      <MsgId>${messageId}</MsgId>
      <CreDtTm>2026-03-05T09:30:00Z</CreDtTm>
      <NbOfTxs>1</NbOfTxs>
      <CtrlSum>1234.56</CtrlSum>
      <InitgPty>
        <Nm>Juergen Mueller + Soehne</Nm>
      </InitgPty>
    </GrpHdr>
    <PmtInf>
      <PmtInfId>${paymentInformationId}</PmtInfId>
      <PmtMtd>TRF</PmtMtd>
      <BtchBookg>false</BtchBookg>
      <NbOfTxs>1</NbOfTxs>
      <CtrlSum>1234.56</CtrlSum>
      <PmtTpInf>
        <SvcLvl>
          <Cd>SEPA</Cd>
        </SvcLvl>
        <CtgyPurp>
          <Cd>TAXS</Cd>
        </CtgyPurp>
      </PmtTpInf>
      <ReqdExctnDt>
        <Dt>2026-03-06</Dt>
      </ReqdExctnDt>
      <Dbtr>
        <Nm>Juergen Mueller + Soehne</Nm>
      </Dbtr>
      <DbtrAcct>
        <Id>
          <IBAN>DE89370400440532013000</IBAN>
        </Id>
        <Ccy>EUR</Ccy>
      </DbtrAcct>
      <DbtrAgt>
        <FinInstnId>
          <BICFI>COBADEFFXXX</BICFI>
        </FinInstnId>
      </DbtrAgt>
      <ChrgBr>SLEV</ChrgBr>
      <CdtTrfTxInf>
        <PmtId>
          <InstrId>${endToEndId}</InstrId>
          <EndToEndId>${endToEndId}</EndToEndId>
        </PmtId>
        <Amt>
          <InstdAmt Ccy="EUR">1234.56</InstdAmt>
        </Amt>
        <Cdtr>
          <Nm>Finanzamt Muenchen</Nm>
        </Cdtr>
        <CdtrAcct>
          <Id>
            <IBAN>DE75512108001245126199</IBAN>
          </Id>
        </CdtrAcct>
        <Purp>
          <Cd>TAXS</Cd>
        </Purp>
        <RmtInf>
          <Ustrd>181/815/08155 ESt 1.VJ.2026</Ustrd>
        </RmtInf>
      </CdtTrfTxInf>
    </PmtInf>
  </CstmrCdtTrfInitn>
</Document>
`);
});

test('several transfers: counted and summed in minor units, an RF reference as structured remittance', () => {
  const text = sepaCreditTransfers(sepa);
  expect(text.match(/<NbOfTxs>\d+<\/NbOfTxs>/g)).toEqual(['2', '1', '1'].map((count) => `<NbOfTxs>${count}</NbOfTxs>`));
  expect(text.match(/<CtrlSum>[^<]+/g)).toEqual(['<CtrlSum>1234.61', '<CtrlSum>1234.56', '<CtrlSum>0.05']);
  expect(text.replace(/\s/g, '')).toContain(
    '<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>ISO</Issr></Tp><Ref>RF18539007547034</Ref>',
  );
  expect(sepaCreditTransfers(structuredClone(sepa))).toBe(text);
});

test('Faster Payments: sort code, account number, 18 characters of reference', () => {
  const text = fasterPayments(uk).replace(/\s/g, '');
  expect(text).toContain('<CdtrAgt><FinInstnId><ClrSysMmbId><ClrSysId><Cd>GBDSC</Cd></ClrSysId><MmbId>083210</MmbId>');
  expect(text).toContain(
    '<CdtrAcct><Id><Othr><Id>12001039</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr></Id></CdtrAcct>',
  );
  expect(text).toContain('<InstdAmtCcy="GBP">1000000.00</InstdAmt>');
  expect(text).toContain('<Ustrd>1234567890K</Ustrd>');
});

const changed = (change: object) => ({ ...sepa, transfers: [{ ...sepa.transfers[0]!, ...change }] });
test.each([
  ['nothing', { ...sepa, transfers: [] }, 'without payments'],
  ['the same payment twice', { ...sepa, transfers: [sepa.transfers[0]!, sepa.transfers[0]!] }, 'not all different'],
  ['zero', changed({ amount: 0n }), 'not an amount'],
  ['too much', changed({ amount: 100_000_000_000n }), 'not an amount'],
  ['a wrong check digit', changed({ creditor: { name: 'X', account: { iban: 'DE75512108001245126198' } } }), 'IBAN'],
  ['a wrong length', changed({ creditor: { name: 'X', account: { iban: 'DE7551210800124512619' } } }), 'IBAN'],
  ['a wrong BIC', changed({ creditor: { name: 'X', account: { iban: 'DE75512108001245126199', bic: 'X' } } }), 'BIC'],
  ['a wrong RF', changed({ reference: { creditorReference: 'RF19539007547034' } }), 'RF creditor reference'],
  ['a reference that would change', changed({ reference: { text: 'Steuernummer: Ä1' } }), 'cannot be written'],
  ['a reference that would be cut', changed({ reference: { text: 'x'.repeat(141) } }), '141 characters'],
  ['a slash at the end', changed({ reference: { text: '12/' } }), 'cannot be written'],
  ['a name of other letters', { ...sepa, debtor: { ...sepa.debtor, name: 'Ελλάδα' } }, 'cannot be written'],
])('%s is refused before anything is written', (_, message, why) => {
  expect(() => sepaCreditTransfers(message)).toThrow(
    expect.objectContaining({ code: 'PAYMENT_MALFORMED', message: expect.stringContaining(why) as string }),
  );
});

test('Faster Payments refuses a 19th character, a pound over the limit, a short sort code', () => {
  for (const change of [
    { reference: { text: '1234567890123456789' } },
    { amount: 100_000_001n },
    { creditor: { name: 'HMRC', account: { sortCode: '8-32-10', accountNumber: '12001039' } } },
  ]) {
    expect(() => fasterPayments({ ...uk, transfers: [{ ...uk.transfers[0]!, ...change }] })).toThrow(
      expect.objectContaining({ code: 'PAYMENT_MALFORMED' }),
    );
  }
});

test('version 03 has the date itself and BIC by its old name', () => {
  const [old, current] = [sepaCreditTransfers({ ...sepa, version: '03' }), sepaCreditTransfers(sepa)];
  expect(old).toContain('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03">');
  const renamed = current
    .replace('pain.001.001.09', 'pain.001.001.03')
    .replaceAll('BICFI>', 'BIC>')
    .replace(/<ReqdExctnDt>\s*<Dt>([^<]+)<\/Dt>\s*<\/ReqdExctnDt>/g, '<ReqdExctnDt>$1</ReqdExctnDt>');
  expect(old).toBe(renamed);
});

test.skipIf(XSD_FOLDER === undefined).each(['03', '09'] as const)(
  'both shapes are valid by the published schema of version %s',
  async (version) => {
    const schema = readFileSync(path.join(XSD_FOLDER!, `pain.001.001.${version}.xsd`), 'utf8');
    for (const xml of [sepaCreditTransfers({ ...sepa, version }), fasterPayments({ ...uk, version })]) {
      const { valid, errors } = await validateXML({ xml, schema });
      expect(errors).toEqual([]);
      expect(valid).toBe(true);
      const broken = await validateXML({ xml: xml.replace('<PmtMtd>TRF</PmtMtd>', ''), schema });
      expect(broken.valid).toBe(false);
    }
  },
);
