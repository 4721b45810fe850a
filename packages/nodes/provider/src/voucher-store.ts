import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { GristmillError, jsonText, type SignedVoucher, signedVoucher, type Voucher } from '@gristmill/protocol';

/** Where a provider keeps what it is owed. */
export interface VoucherStore {
  /** The newest voucher of each channel. */
  load(): Promise<SignedVoucher[]>;
  /** Replaces the channel's voucher; resolves once the new one survives a power cut. */
  save(signed: SignedVoucher): Promise<void>;
}

/** What a newer voucher of replaces an older one of: all of it but the sum. */
export function channelOf({ chainId, escrow, payer, signer, payee }: Voucher): string {
  return [chainId, escrow, payer, signer, payee].join(' ');
}

/**
 * Keeps the newest vouchers in one small JSON file, written whole beside the old one and put in its place (temporary
 * file, fsync, rename, fsync of the folder), so that a crash leaves the old file or the new one and never half of one.
 *
 * @throws GristmillError `VOUCHER_FILE_MALFORMED` when there is a file that is not one of these, `VOUCHER_FILE_UNREADABLE`
 *   when it cannot be read; it is left as it is.
 */
export async function openVoucherFile({ path }: { path: string }): Promise<VoucherStore> {
  const newest = new Map((await readVouchers(path)).map((signed) => [channelOf(signed.voucher), signed]));
  let writing: Promise<void> = Promise.resolve();
  let queued: Promise<void> | null = null;

  async function write(): Promise<void> {
    // Whatever is saved from here on waits for the next write.
    queued = null;
    const text = jsonText([...newest.values()]);
    await mkdir(dirname(path), { recursive: true });
    const temporary = `${path}.new`;
    const file = await open(temporary, 'w', 0o600);
    try {
      await file.writeFile(`${text}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    const folder = await open(dirname(path), 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }

  return {
    load: () => Promise.resolve([...newest.values()]),
    save(signed) {
      newest.set(channelOf(signed.voucher), signed);
      if (queued === null) {
        queued = writing.then(write);
        writing = queued.catch(() => {});
      }
      return queued;
    },
  };
}

async function readVouchers(path: string): Promise<SignedVoucher[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new GristmillError('VOUCHER_FILE_UNREADABLE', `${path} cannot be read: ${(error as Error).message}.`, {
      hint: 'It is money: make it readable for who runs this provider, and start again.',
      fault: 'configuration',
      cause: error,
    });
  }
  try {
    return signedVoucher.array().parse(JSON.parse(text));
  } catch (cause) {
    throw new GristmillError('VOUCHER_FILE_MALFORMED', `${path} does not hold vouchers.`, {
      hint: 'It is money: keep a copy, then mend it or move it away. Gristmill has not touched it.',
      fault: 'configuration',
      cause,
    });
  }
}
