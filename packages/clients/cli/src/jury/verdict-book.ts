import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { VerdictBook } from '@gristmill/coordinator';
import { cidOf, GristmillError, jsonText, type SignedFaultVerdict, signedFaultVerdict } from '@gristmill/protocol';

/**
 * What one juror has signed, one file a fault: a provider and a task.
 *
 * @throws GristmillError from `keep` also `VERDICT_BOOK_MALFORMED`
 */
export function openVerdictBook(folder: string): VerdictBook {
  /** Under its final name at once or not at all; the first of two processes wins. */
  async function write(file: string, signed: SignedFaultVerdict): Promise<void> {
    await mkdir(folder, { recursive: true });
    const temporary = `${file}.${randomUUID()}.new`;
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(`${jsonText(signed, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    try {
      await link(temporary, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      await rm(temporary, { force: true });
    }
  }

  return {
    async keep(verdict, sign) {
      const file = path.join(folder, `${verdict.provider}-${verdict.task.slice(2)}.json`);
      if ((await read(file)) === null) await write(file, await sign());
      const kept = await read(file);
      if (kept !== null && cidOf(kept.verdict) === cidOf(verdict)) return kept;
      throw new GristmillError(
        'VERDICT_CONFLICT',
        `Another verdict about ${verdict.provider} and task ${verdict.task} was signed here, by the evidence ${kept?.verdict.evidence}.`,
        { hint: 'Nothing is signed: one fault is judged once, and its first prover is paid.', fault: 'peer' },
      );
    },
  };
}

async function read(file: string): Promise<SignedFaultVerdict | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  try {
    return signedFaultVerdict.parse(JSON.parse(text));
  } catch (cause) {
    throw new GristmillError('VERDICT_BOOK_MALFORMED', `${file} does not hold a verdict.`, {
      hint: 'Restore it from a copy; without it this juror could sign twice about one fault.',
      fault: 'configuration',
      cause,
    });
  }
}
