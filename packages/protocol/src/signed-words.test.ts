import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { cidOf } from './canonical.ts';
import { delegatedVoucher, signedDelegation } from './delegation.ts';
import { depositAuthorization } from './deposit-authorization.ts';
import { signedFaultVerdict } from './fault-verdict.ts';
import { address } from './identity.ts';
import { signedReservation } from './reservation.ts';
import { signedVoucher } from './voucher.ts';
import { signedVoucherStatement } from './voucher-statement.ts';

const [escrow, payer, signer, payee] = [1, 2, 3, 4].map((n) => address.parse(`0x${String(n).repeat(40)}`));
const salt = `0x${'5a'.repeat(32)}`;
const signature = `0x${'01'.repeat(65)}`;
const account = { chainId: 31_337, escrow, payer, signer };
const voucher = { ...account, payee, cumulative: 7n };
const delegation = {
  delegation: {
    chainId: 31_337,
    escrow,
    signer,
    delegate: payee,
    payer: null,
    payee,
    limit: 9n,
    expiry: 2 ** 40 - 1,
    salt,
  },
  signature,
};
const verdict = {
  chainId: 31_337,
  stake: escrow,
  provider: payer,
  task: salt,
  claimedResult: salt,
  rightResult: `0x${'00'.repeat(32)}`,
  units: 3n,
  prover: signer,
  requestor: payee,
  evidence: cidOf('evidence'),
};

const words: Record<string, { schema: z.ZodType; good: Record<string, unknown>; inside: string | null }> = {
  voucher: { schema: signedVoucher, good: { voucher, signature }, inside: 'voucher' },
  delegation: { schema: signedDelegation, good: delegation, inside: 'delegation' },
  'delegated voucher': { schema: delegatedVoucher, good: { voucher, signature, delegation }, inside: 'voucher' },
  statement: {
    schema: signedVoucherStatement,
    good: { statement: { ...account, promises: [{ payee, cumulative: 7n }] }, signature },
    inside: 'statement',
  },
  reservation: {
    schema: signedReservation,
    good: { reservation: { ...voucher, releases: 0 }, signature },
    inside: 'reservation',
  },
  deposit: {
    schema: depositAuthorization,
    good: { ...account, units: 7n, validAfter: 0, validBefore: 1, salt, signature },
    inside: null,
  },
  verdict: { schema: signedFaultVerdict, good: { verdict, juror: signer, signature }, inside: 'verdict' },
};

describe.each(Object.entries(words))('a signed %s', (_name, { schema, good, inside }) => {
  const changed = (field: string, value: unknown) =>
    inside === null || field === 'signature'
      ? { ...good, [field]: value }
      : { ...good, [inside]: { ...(good[inside] as object), [field]: value } };
  const fields = Object.keys(inside === null ? good : (good[inside] as object));

  test('is read as it was written, from JSON too', () => {
    expect(schema.parse(good)).toEqual(good);
    const json = JSON.stringify(good, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    expect(schema.parse(JSON.parse(json))).toEqual(good);
  });

  test.each([undefined, 'nonsense', -1, {}])('is refused with %o in any of its fields', (value) => {
    for (const field of [...fields, 'signature']) {
      expect(schema.safeParse(changed(field, value)).success, field).toBe(false);
    }
  });

  test('is refused with what nobody knows in it, or with a signature of odd or too many digits', () => {
    for (const [field, value] of [
      ['memo', 'hello'],
      ['signature', `${signature}0`],
      ['signature', '0x'],
      ['signature', `0x${'01'.repeat(4097)}`],
    ] as const) {
      expect(schema.safeParse(changed(field, value)).success).toBe(false);
    }
  });
});

test('a word is refused with more in it than its contract counts to', () => {
  const beyond = { ...voucher, releases: 2 ** 24 };
  expect(signedReservation.safeParse({ reservation: beyond, signature }).success).toBe(false);
  const late = { ...delegation, delegation: { ...delegation.delegation, expiry: 2 ** 40 } };
  expect(signedDelegation.safeParse(late).success).toBe(false);
});

test('a contract wallet may sign in as many bytes as it likes, within reason', () => {
  for (const bytes of [1, 64, 65, 4096]) {
    expect(signedVoucher.safeParse({ voucher, signature: `0x${'01'.repeat(bytes)}` }).success).toBe(true);
  }
});
