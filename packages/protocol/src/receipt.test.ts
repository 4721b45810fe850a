import { expect, it } from 'vitest';
import { cidOfBytes, decode, encode } from './canonical.ts';
import { deviceKeyFromPrivateKey } from './identity.ts';
import { isReceiptSignedBy, nanFormOfReceipt, type Receipt, signedReceipt, signReceipt } from './receipt.ts';

const key = deviceKeyFromPrivateKey(new Uint8Array(32).fill(3));
const name = cidOfBytes(new Uint8Array());
/** As receipts were before they named the form of NaNs. */
const earlier: Receipt = {
  attemptId: 'one',
  jobId: name,
  taskIndex: 0,
  result: { status: 'exited', exitCode: 0, reason: null, output: name, outputBytes: 0, fuelUsed: 1n },
  durationMs: 1,
  energyMillijoules: 1,
  gramsCO2e: 0.5,
};

it('keeps its signature through the wire, with the form of NaNs or from before it was named', () => {
  for (const [receipt, form] of [
    [earlier, 'canonical'],
    [{ ...earlier, nan: 'canonical' }, 'canonical'],
    [{ ...earlier, nan: 'optimistic' }, 'optimistic'],
  ] as const) {
    const back = signedReceipt.parse(decode(encode(signReceipt(key, receipt))));
    expect(back.receipt).toEqual(receipt);
    expect(isReceiptSignedBy(key.peerId, back)).toBe(true);
    expect(nanFormOfReceipt(back.receipt)).toBe(form);
    const other = { ...back, receipt: { ...back.receipt, nan: 'optimistic' as const } };
    expect(isReceiptSignedBy(key.peerId, other)).toBe(form === 'optimistic');
  }
});
