import { mkdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type DeviceKey, deviceKeyFromPrivateKey, generateDeviceKey, GristmillError } from '@gristmill/protocol';
import { acquireFileLock, systemRandom } from '@gristmill/storage';

/** The folder that holds a device's keys, journal and content; `--home`, then GRISTMILL_HOME, then ~/.gristmill. */
export interface Home {
  readonly folder: string;
  path(name: string): string;
  /**
   * Keeps every other process from being this device too: two with one key would only push each other off the hub.
   *
   * @throws GristmillError `DEVICE_IN_USE`
   */
  lockDevice(): void;
  /** The key in file `name`, made on first use and readable by its owner only. */
  key(name: string): Promise<DeviceKey>;
}

/** A lock that nobody refers to would be collected as garbage, and with it given up. */
const heldForLife: (() => void)[] = [];

export async function openHome(
  folder = process.env['GRISTMILL_HOME'] ?? path.join(os.homedir(), '.gristmill'),
): Promise<Home> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: Error) => {
    throw new GristmillError('HOME_UNUSABLE', `${folder} cannot be a home: ${cause.message}.`, {
      hint: 'Name a folder of yours with --home; it is made when it is not there.',
      fault: 'configuration',
      cause,
    });
  });
  const inside = (name: string) => path.join(folder, name);

  return {
    folder,
    path: inside,
    lockDevice() {
      const release = acquireFileLock(inside('device.lock'));
      if (release !== null) {
        heldForLife.push(release);
        return;
      }
      throw new GristmillError('DEVICE_IN_USE', `Another provider runs with the key in ${folder}.`, {
        hint: 'Stop it, raise its --slots, or give this one a --home of its own.',
        fault: 'configuration',
      });
    },
    async key(name) {
      const file = inside(`${name}.key`);
      const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
        if (cause.code === 'ENOENT') return null;
        throw new GristmillError('KEY_UNREADABLE', `The key ${file} cannot be read: ${cause.message}.`, {
          hint: 'Check that it is a file of yours; without it this home has another identity.',
          fault: 'configuration',
          cause,
        });
      });
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
