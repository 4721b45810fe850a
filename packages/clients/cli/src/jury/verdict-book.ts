import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { VerdictBook } from '@gristmill/coordinator';
import { cidOf, GristmillError, jsonText, type SignedFaultVerdict, signedFaultVerdict } from '@gristmill/protocol';
import { createWholeFile } from '@gristmill/storage';

/**
 * What one juror has signed, one file a fault: a provider and a task.
 *
 * @throws GristmillError from `keep` also `VERDICT_BOOK_MALFORMED`
 */
export function openVerdictBook(folder: string): VerdictBook {
  return {
    async keep(verdict, sign) {
      const file = path.join(folder, `${verdict.provider}-${verdict.task.slice(2)}.json`);
      // Of two processes the first wins; what it kept is read again.
      if ((await read(file)) === null) await createWholeFile(file, `${jsonText(await sign(), 2)}\n`);
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
