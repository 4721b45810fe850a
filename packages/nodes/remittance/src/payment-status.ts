import { nodeAt, nodesAt, readBankXml, textAt, type XmlNode } from './bank-xml.ts';
import { RemittanceError } from './errors.ts';

/** What a bank says of a payment file, a batch in it, or one payment. */
export interface PaymentStatus {
  scope: 'message' | 'batch' | 'payment';
  /** The id that our file gave it. */
  id: string;
  /** ISO 20022 status code: `ACSP`, `RJCT`. */
  code: string;
  /** Rejected or cancelled: it will not be paid. */
  rejected: boolean;
  /** ISO 20022 external reason code, or the bank's words. */
  reason: string | null;
}

/**
 * Reads a `pain.002` customer payment status report, versions 02 to 10 and later ones that keep their shape.
 *
 * @throws RemittanceError `BANK_XML_REFUSED`; `BANK_FILE_MALFORMED` when it is XML, but not such a report.
 */
export function readPaymentStatus(bytes: Uint8Array): PaymentStatus[] {
  const report = nodeAt(readBankXml(bytes), 'Document', 'CstmrPmtStsRpt');
  if (report === null) {
    throw new RemittanceError(
      'BANK_FILE_MALFORMED',
      'This bank file is no pain.002 payment status report.',
      'Ask the bank for its answer to the payment file as pain.002.',
      'peer',
    );
  }
  return [
    ...nodesAt(report, 'OrgnlGrpInfAndSts').flatMap((node) => statusOf(node, 'message', 'OrgnlMsgId', 'GrpSts')),
    ...nodesAt(report, 'OrgnlPmtInfAndSts').flatMap((batch) => [
      ...statusOf(batch, 'batch', 'OrgnlPmtInfId', 'PmtInfSts'),
      ...nodesAt(batch, 'TxInfAndSts').flatMap((node) => statusOf(node, 'payment', 'OrgnlEndToEndId', 'TxSts')),
    ]),
  ];
}

function statusOf(node: XmlNode, scope: PaymentStatus['scope'], idName: string, codeName: string): PaymentStatus[] {
  const id = textAt(node, idName);
  const code = textAt(node, codeName);
  if (id === null || code === null) return [];
  const reason = textAt(node, 'StsRsnInf', 'Rsn', 'Cd') ?? textAt(node, 'StsRsnInf', 'Rsn', 'Prtry');
  return [
    {
      scope,
      id,
      code,
      rejected: code === 'RJCT' || code === 'CANC',
      reason: reason ?? textAt(node, 'StsRsnInf', 'AddtlInf'),
    },
  ];
}
