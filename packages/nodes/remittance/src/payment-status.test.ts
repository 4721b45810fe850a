import { expect, test } from 'vitest';
import { bytesOf } from '../test/camt-text.ts';
import { readPaymentStatus } from './payment-status.ts';

const reportOf = (content: string) =>
  '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>' +
  `<GrpHdr><MsgId>B-1</MsgId></GrpHdr>${content}</CstmrPmtStsRpt></Document>`;
const read = (text: string) => readPaymentStatus(bytesOf(text));
const group = '<OrgnlGrpInfAndSts><OrgnlMsgId>M</OrgnlMsgId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>';

test('what a bank says of a file, its batches and its payments', () => {
  const statuses = read(
    reportOf(
      `${group}<OrgnlPmtInfAndSts><OrgnlPmtInfId>P</OrgnlPmtInfId><PmtInfSts>ACTC</PmtInfSts>` +
        '<TxInfAndSts><OrgnlEndToEndId>E-1</OrgnlEndToEndId><TxSts>ACSP</TxSts></TxInfAndSts>' +
        '<TxInfAndSts><OrgnlEndToEndId>E-2</OrgnlEndToEndId><TxSts>RJCT</TxSts>' +
        '<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>closed</AddtlInf></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts>',
    ),
  );
  expect(statuses).toEqual([
    { scope: 'message', id: 'M', code: 'PART', rejected: false, reason: null },
    { scope: 'batch', id: 'P', code: 'ACTC', rejected: false, reason: null },
    { scope: 'payment', id: 'E-1', code: 'ACSP', rejected: false, reason: null },
    { scope: 'payment', id: 'E-2', code: 'RJCT', rejected: true, reason: 'AC04' },
  ]);
});

const rejectionOf = (ids: string) =>
  read(
    reportOf(
      `<OrgnlPmtInfAndSts><OrgnlPmtInfId>P</OrgnlPmtInfId><TxInfAndSts>${ids}<TxSts>RJCT</TxSts>` +
        '<StsRsnInf><AddtlInf>no cover</AddtlInf></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts>',
    ),
  );

test('a payment by the other id that our file gave it, or by none: no status is dropped', () => {
  const rejected = { scope: 'payment', code: 'RJCT', rejected: true, reason: 'no cover' };
  expect(rejectionOf('<OrgnlInstrId>I</OrgnlInstrId><OrgnlEndToEndId>NOTPROVIDED</OrgnlEndToEndId>')).toEqual([
    { ...rejected, id: 'I' },
  ]);
  expect(rejectionOf('')).toEqual([{ ...rejected, id: null }]);
});

test('version 02, an envelope, and more than one report in it', () => {
  const old =
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.02"><pain.002.001.02>' +
    `${group}<TxInfAndSts><OrgnlEndToEndId>E</OrgnlEndToEndId><TxSts>RJCT</TxSts>` +
    '<StsRsnInf><StsRsn><Cd>AC01</Cd></StsRsn></StsRsnInf></TxInfAndSts></pain.002.001.02></Document>';
  expect(read(old)[1]).toEqual({ scope: 'payment', id: 'E', code: 'RJCT', rejected: true, reason: 'AC01' });
  const both = `<BusMsg><AppHdr/>${reportOf(group)}${reportOf(group)}</BusMsg>`;
  expect(read(both).map(({ id }) => id)).toEqual(['M', 'M']);
});

test('another message is refused', () => {
  expect(() => read('<Document><BkToCstmrStmt/></Document>')).toThrow(
    expect.objectContaining({ code: 'BANK_FILE_MALFORMED' }),
  );
});
