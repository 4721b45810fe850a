import { referenceAt } from './bank-field.ts';
import { messagesIn, nodesAt, readBankXml, textAt, type XmlNode } from './bank-xml.ts';
import { RemittanceError } from './errors.ts';

/** What a bank says of a payment file, a batch in it, or one payment. */
export interface PaymentStatus {
  scope: 'message' | 'batch' | 'payment';
  /** The id that our file gave it; null where the bank names none, as of a whole batch that it looks at together. */
  id: string | null;
  /** ISO 20022 status code: `ACSP`, `RJCT`. */
  code: string;
  /** Rejected or cancelled: it will not be paid. */
  rejected: boolean;
  /** ISO 20022 external reason code, or the bank's words. */
  reason: string | null;
}

/**
 * Reads a `pain.002` customer payment status report, versions 02 to 14 and later ones that keep their shape, bare or in the
 * envelope of a network.
 *
 * @throws RemittanceError `BANK_XML_REFUSED`; `BANK_FILE_MALFORMED` when it is XML, but not such a report.
 */
export function readPaymentStatus(bytes: Uint8Array): PaymentStatus[] {
  const reports = messagesIn(readBankXml(bytes), ['CstmrPmtStsRpt', 'pain.002.001.02']);
  if (reports.length === 0) {
    throw new RemittanceError(
      'BANK_FILE_MALFORMED',
      'This bank file is no pain.002 payment status report.',
      'Ask the bank for its answer to the payment file as pain.002.',
      'peer',
    );
  }
  return reports.flatMap(([, report]) => [
    ...nodesAt(report, 'OrgnlGrpInfAndSts').flatMap((node) => statusOf(node, 'message', ['OrgnlMsgId'], 'GrpSts')),
    ...nodesAt(report, 'OrgnlPmtInfAndSts').flatMap((batch) => [
      ...statusOf(batch, 'batch', ['OrgnlPmtInfId'], 'PmtInfSts'),
      ...paymentsOf(batch),
    ]),
    // Version 02 knows no batches.
    ...paymentsOf(report),
  ]);
}

function paymentsOf(node: XmlNode): PaymentStatus[] {
  return nodesAt(node, 'TxInfAndSts').flatMap((each) =>
    statusOf(each, 'payment', ['OrgnlEndToEndId', 'OrgnlInstrId'], 'TxSts'),
  );
}

/** Our files give a payment one id in both places; a bank may give back either. */
function statusOf(
  node: XmlNode,
  scope: PaymentStatus['scope'],
  idNames: readonly string[],
  codeName: string,
): PaymentStatus[] {
  const id = idNames.map((name) => referenceAt(node, name)).find((each) => each !== null) ?? null;
  const code = textAt(node, codeName);
  if (code === null) return [];
  const reason = ['Rsn', 'StsRsn']
    .flatMap((name) => ['Cd', 'Prtry'].map((kind) => textAt(node, 'StsRsnInf', name, kind)))
    .find((each) => each !== null);
  return [
    {
      scope,
      id,
      code,
      rejected: code === 'RJCT' || code === 'CANC',
      reason: reason ?? textAt(node, 'StsRsnInf', 'AddtlInf') ?? textAt(node, 'StsRsnInf', 'AddtlStsRsnInf'),
    },
  ];
}
