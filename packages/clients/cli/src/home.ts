import { mkdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type DeviceKey, deviceKeyFromPrivateKey, generateDeviceKey, GristmillError } from '@gristmill/protocol';
import { systemRandom } from '@gristmill/storage';

/** The folder that holds a device's keys, journal and content; `--home`, then GRISTMILL_HOME, then ~/.gristmill. */
export interface Home {
  readonly folder: string;
  path(name: string): string;
  /** The key in file `name`, made on first use and readable by its owner only. */
  key(name: string): Promise<DeviceKey>;
}

export async function openHome(
  folder = process.env['GRISTMILL_HOME'] ?? path.join(os.homedir(), '.gristmill'),
): Promise<Home> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const inside = (name: string) => path.join(folder, name);

  return {
    folder,
    path: inside,
    async key(name) {
      const file = inside(`${name}.key`);
      const text = await readFile(file, 'utf8').catch(() => null);
      if (text !== null) return keyFromHex(text.trim(), file);
      const key = generateDeviceKey(systemRandom);
      await writeFile(file, `${Buffer.from(key.privateKey).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
      return key;
    },
  };
}

function keyFromHex(hex: string, file: string): DeviceKey {
  if (!/^[0-9a-f]{64}$/i.test(hex)) {
    throw new GristmillError('KEY_INVALID', `${file} does not hold a private key of 64 hexadecimal digits.`, {
      hint: 'Restore the file from a backup, or move it away to get a new key (and a new identity).',
      fault: 'configuration',
    });
  }
  return deviceKeyFromPrivateKey(Uint8Array.from(Buffer.from(hex, 'hex')));
}
