import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { GristmillError } from '@gristmill/protocol';
import { z } from 'zod';

/** A published package, to the byte. */
export interface Pin {
  readonly name: string;
  readonly version: string;
  /** As the registry writes it: sha512 and base64. */
  readonly integrity: string;
}

/** What a package holds. */
export interface RivalPackage {
  text(file: string): Promise<string>;
  /** All of its files, unpacked anew into a folder that is gone afterwards. */
  unpacked<Result>(use: (folder: string) => Promise<Result>): Promise<Result>;
}

const run = promisify(execFile);
const DOWNLOAD_LIMIT_MS = 120_000;
const CACHE = path.join(os.tmpdir(), 'gristmill-rivals');

/**
 * Fetches a package with npm, unless an earlier run left it in the system's folder for temporary files, and checks that
 * it is what was pinned. Its dependencies are not fetched and none of its install scripts run.
 */
export async function rivalPackage(pin: Pin): Promise<RivalPackage> {
  const { name, version } = pin;
  await mkdir(CACHE, { recursive: true });
  // What npm calls the file.
  const file = path.join(CACHE, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
  if (!(await isPinned(file, pin))) {
    await npmPack(`${name}@${version}`);
    if (!(await isPinned(file, pin))) {
      throw new GristmillError(
        'RIVAL_NOT_AS_PINNED',
        `${name}@${version} is not the package that was measured before.`,
        {
          hint: `Its integrity in npm's registry should be ${pin.integrity}; look there what changed.`,
        },
      );
    }
  }
  const unpack = async <Result>(
    members: readonly string[],
    use: (folder: string) => Promise<Result>,
  ): Promise<Result> => {
    const folder = await mkdtemp(path.join(CACHE, 'unpacked-'));
    try {
      await run('tar', ['-xzf', file, '-C', folder, ...members]);
      return await use(path.join(folder, 'package'));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  return {
    text: async (member) =>
      await unpack([`package/${member}`], async (folder) => await readFile(path.join(folder, member), 'utf8')),
    unpacked: async (use) => await unpack(['package'], use),
  };
}

async function npmPack(specifier: string): Promise<void> {
  const [command, ...before] = npm();
  const args = [...before, 'pack', specifier, '--pack-destination', CACHE, '--loglevel=error'];
  try {
    await run(command!, args, { cwd: CACHE, timeout: DOWNLOAD_LIMIT_MS });
  } catch (cause) {
    const { stderr } = npmFailure.parse(cause);
    const reason =
      /^npm error (?!code |errno |syscall )(.+)$/m.exec(stderr)?.[1] ?? 'it ran too long, or could not be started';
    throw new GristmillError('RIVAL_NOT_FETCHED', `npm did not fetch ${specifier}: ${reason}`, {
      hint: "Check that npm's registry can be reached from here: npm ping",
      cause,
    });
  }
}

const npmFailure = z.object({ stderr: z.string().default('') });

/** The npm that runs this, where one does: on some systems it is no program that can be started by its name. */
function npm(): string[] {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js') === true ? [process.execPath, script] : ['npm'];
}

async function isPinned(file: string, { integrity }: Pin): Promise<boolean> {
  const bytes = await readFile(file).catch(() => null);
  return bytes !== null && `sha512-${createHash('sha512').update(bytes).digest('base64')}` === integrity;
}
