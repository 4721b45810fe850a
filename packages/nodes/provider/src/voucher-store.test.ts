import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { deviceKeyFromPrivateKey, type SignedVoucher } from '@gristmill/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openVoucherFile } from './voucher-store.ts';

const [payer, otherPayer, payee, signer, escrow] = [1, 2, 3, 4, 5].map(
  (seed) => deviceKeyFromPrivateKey(new Uint8Array(32).fill(seed)).address,
) as [never, never, never, never, never];

function voucher(cumulative: bigint, from = payer): SignedVoucher {
  return {
    voucher: { chainId: 1, escrow, payer: from, signer, payee, cumulative },
    signature: `0x${'ab'.repeat(65)}`,
  };
}

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gristmill-vouchers-'));
  path = join(folder, 'new', 'vouchers.json');
});
afterEach(() => rm(folder, { recursive: true }));

test('The newest voucher of each channel comes back.', async () => {
  const store = await openVoucherFile({ path });
  expect(await store.load()).toEqual([]);
  await Promise.all([store.save(voucher(1n)), store.save(voucher(7n, otherPayer)), store.save(voucher(2n ** 62n))]);
  const again = await openVoucherFile({ path });
  expect(await again.load()).toEqual([voucher(2n ** 62n), voucher(7n, otherPayer)]);
});

test('A file that holds something else is refused and left alone.', async () => {
  await (await openVoucherFile({ path })).save(voucher(1n));
  await writeFile(path, '[{"voucher":{"cumulative":"-5"}}]');
  await expect(openVoucherFile({ path })).rejects.toMatchObject({ code: 'VOUCHER_FILE_MALFORMED' });
  expect(await readFile(path, 'utf8')).toBe('[{"voucher":{"cumulative":"-5"}}]');
});

test('A file that cannot be read is not taken for none.', async () => {
  await mkdir(path, { recursive: true });
  await expect(openVoucherFile({ path })).rejects.toMatchObject({ code: 'VOUCHER_FILE_UNREADABLE' });
});

test('[3] A voucher whose save was acknowledged survives SIGKILL in the middle of later saves.', async () => {
  const script = `
    import { openVoucherFile } from ${JSON.stringify(new URL('./voucher-store.ts', import.meta.url).href)};
    const store = await openVoucherFile({ path: ${JSON.stringify(path)} });
    const template = ${JSON.stringify(voucher(0n), (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))};
    for (let cumulative = 1n; ; cumulative++) {
      await store.save({ ...template, voucher: { ...template.voucher, cumulative } });
      console.log(String(cumulative));
    }`;
  const writer = spawn(
    process.execPath,
    ['--conditions=@gristmill/source', '--input-type=module-typescript', '--eval', script],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exit = once(writer, 'exit');
  let acknowledged = 0n;
  for await (const line of createInterface(writer.stdout)) {
    acknowledged = BigInt(line);
    if (acknowledged === 25n) writer.kill('SIGKILL');
  }
  await exit;
  const [kept] = await (await openVoucherFile({ path })).load();
  expect(acknowledged).toBeGreaterThanOrEqual(25n);
  expect(kept?.voucher.cumulative).toBeGreaterThanOrEqual(acknowledged);
});
