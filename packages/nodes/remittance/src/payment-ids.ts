import { createHash } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const DIGEST_BYTES = 20;

/** The names that a payment has in bank files. */
export interface PaymentIds {
  /** 35 characters; banks refuse a second message of the same name. */
  messageId: string;
  paymentInformationId: string;
  endToEndId: string;
  /** 12 digits and capitals, for formats with less room (NACHA's individual identification number). */
  shortId: string;
}

/**
 * The names of one payment, derived from its id alone: a file that is written again carries the same ones, so that the
 * bank can refuse it. 160 bits of a sha-256 in base32 keep two payments from ever sharing one. The letters before them
 * say what is named.
 */
export function paymentIdsOf(paymentId: string): PaymentIds {
  const digest = base32(createHash('sha256').update(`gristmill payment 1\n${paymentId}`).digest());
  return {
    messageId: `GMM${digest}`,
    paymentInformationId: `GMP${digest}`,
    endToEndId: `GME${digest}`,
    shortId: digest.slice(0, 12),
  };
}

function base32(bytes: Uint8Array): string {
  let bits = BigInt(`0x${Buffer.from(bytes.subarray(0, DIGEST_BYTES)).toString('hex')}`);
  let text = '';
  for (let i = 0; i < (DIGEST_BYTES * 8) / 5; i += 1, bits >>= 5n) text = BASE32[Number(bits & 31n)]! + text;
  return text;
}
