import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type DeviceKey, deviceKeyFromPrivateKey, generateDeviceKey, GristmillError } from '@gristmill/protocol';
import { acquireFileLock, createWholeFile, systemRandom } from '@gristmill/storage';

/** The folder that holds a device's keys, journal and content; `--home`, then GRISTMILL_HOME, then ~/.gristmill. */
export interface Home {
  readonly folder: string;
  path(name: string): string;
  /**
   * Keeps every other process from being this device too: two with one key would only push each other off the hub.
   *
   * @throws GristmillError `DEVICE_IN_USE`, `HOME_UNUSABLE`
   */
  lockDevice(): void;
  /** The key in file `name`, made on first use and readable by its owner only. @throws GristmillError `HOME_UNUSABLE`, `KEY_…` */
  key(name: string): Promise<DeviceKey>;
  /** The key in file `name` when there is one. */
  knownKey(name: string): Promise<DeviceKey | null>;
  /** The same for who can do nothing without it. @throws GristmillError `KEY_MISSING` */
  existingKey(name: string): Promise<DeviceKey>;
}

/** A lock that nobody refers to would be collected as garbage, and with it given up. */
const heldForLife: (() => void)[] = [];

/** Where a home is when nobody names one: GRISTMILL_HOME, else ~/.gristmill. */
export function defaultHome(): string {
  return process.env['GRISTMILL_HOME'] ?? path.join(os.homedir(), '.gristmill');
}

/**
 * Opens a home folder, made on first use. Keys that others could read are closed to them; a folder that others can write
 * to is closed when it is empty, and complained of to `warn` when it is not, for it may be there for others too.
 *
 * @throws GristmillError `HOME_UNUSABLE`
 */
export async function openHome(
  folder = defaultHome(),
  warn: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
): Promise<Home> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await closeToOthers(folder, warn);
  } catch (cause) {
    throw homeUnusable(folder, cause);
  }
  const inside = (name: string) => path.join(folder, name);

  async function knownKey(name: string): Promise<DeviceKey | null> {
    const file = inside(`${name}.key`);
    try {
      const text = await readFile(file, 'utf8');
      if (((await stat(file)).mode & OTHERS) !== 0) {
        await chmod(file, 0o600);
        warn(
          `${file} could be read by others; now only by you. If somebody may have, move what it is worth to a new key.`,
        );
      }
      return keyFromHex(text.trim(), file);
    } catch (cause) {
      if (cause instanceof GristmillError) throw cause;
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw new GristmillError('KEY_UNREADABLE', `The key ${file} cannot be read: ${(cause as Error).message}.`, {
        hint: 'Check that it is a file of yours; without it this home has another identity.',
        fault: 'configuration',
        cause,
      });
    }
  }

  async function existingKey(name: string): Promise<DeviceKey> {
    const key = await knownKey(name);
    if (key !== null) return key;
    throw new GristmillError('KEY_MISSING', `There is no ${name}.key in ${folder}.`, {
      hint: 'Name the --home that it lies in.',
      fault: 'configuration',
    });
  }

  return {
    folder,
    path: inside,
    lockDevice() {
      let release: (() => void) | null;
      try {
        release = acquireFileLock(inside('device.lock'));
      } catch (cause) {
        throw homeUnusable(folder, cause);
      }
      if (release !== null) {
        heldForLife.push(release);
        return;
      }
      throw new GristmillError('DEVICE_IN_USE', `Another provider runs with the key in ${folder}.`, {
        hint: 'Stop it, raise its --slots, or give this one a --home of its own.',
        fault: 'configuration',
      });
    },
    knownKey,
    async key(name) {
      const known = await knownKey(name);
      if (known !== null) return known;
      const key = generateDeviceKey(systemRandom);
      const text = `${Buffer.from(key.privateKey).toString('hex')}\n`;
      try {
        // Whole, so that neither a crash nor another command that starts just now finds half a key.
        if (await createWholeFile(inside(`${name}.key`), text)) return key;
      } catch (cause) {
        throw homeUnusable(folder, cause);
      }
      return existingKey(name);
    },
    existingKey,
  };
}

function homeUnusable(folder: string, cause: unknown): GristmillError {
  return new GristmillError('HOME_UNUSABLE', `${folder} cannot be a home: ${(cause as Error).message}.`, {
    hint: 'Name a folder of yours with --home; it is made when it is not there.',
    fault: 'configuration',
    cause,
  });
}

/**
 * Opens a home that must be there, for who only looks: a mistyped name is said, not made.
 *
 * @throws GristmillError `HOME_NOT_FOUND`, `HOME_UNUSABLE`
 */
export async function openKnownHome(folder = defaultHome()): Promise<Home> {
  if (existsSync(folder)) return openHome(folder);
  throw new GristmillError('HOME_NOT_FOUND', `There is no home at ${folder}.`, {
    hint: 'Name the folder with --home that the hub, device or wallet was given.',
    fault: 'configuration',
  });
}

/** The permission bits of everybody but the owner. Windows keeps other rules, and says that there are none. */
const OTHERS = process.platform === 'win32' ? 0 : 0o077;
const OTHERS_WRITE = OTHERS & 0o022;

async function closeToOthers(folder: string, warn: (line: string) => void): Promise<void> {
  const { mode } = await stat(folder);
  if ((mode & OTHERS) === 0) return;
  if ((await readdir(folder)).length === 0) await chmod(folder, 0o700);
  else if ((mode & OTHERS_WRITE) !== 0) {
    warn(
      `Others can put files into ${folder}, and so take this home's place. If it is only yours: chmod 700 ${folder}`,
    );
  }
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
