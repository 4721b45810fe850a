import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { cid, type GristmillError } from '@gristmill/protocol';
import { z } from 'zod';
import { RuleFeedError } from './errors.ts';
import { signedRulePack } from './signed-pack.ts';
import { createWhole, isNodeError } from './whole-file.ts';

const adoption = z.strictObject({
  schema: z.literal('gristmill/rule-adoption/1'),
  adoptedAtMs: z.int().nonnegative(),
  /** Who decided, as they call themselves; null where nobody said. */
  adoptedBy: z.string().max(200).nullable().default(null),
  /** What Gristmill itself shipped that day. */
  shipped: cid,
  /** Null for the decision to go back to the shipped pack. */
  pack: signedRulePack.nullable(),
});
export type Adoption = z.infer<typeof adoption>;

/** One of a pack's adoptions, or why it cannot be read. */
export type AdoptionEntry = { number: number } & (
  | { adoption: Adoption; damage: null }
  | { adoption: null; damage: GristmillError }
);

/** Every adoption there ever was, each a file of its own that is never written again: `adopted/us_federal/000001.json`. */
export interface Adoptions {
  /** Newest first. Rejects when the folder itself cannot be read. */
  ofPack(id: string): Promise<AdoptionEntry[]>;
  /**
   * Resolves once it survives a power cut; false when somebody else made the adoption of that number meanwhile.
   *
   * @throws RuleFeedError `ADOPTION_MALFORMED`, `RULE_FEED_FOLDER_UNUSABLE`
   */
  add(id: string, number: number, decision: Omit<Adoption, 'schema'>): Promise<boolean>;
}

export function adoptionsIn(folder: string): Adoptions {
  // No id has an underscore, so no two share a folder.
  const folderOf = (id: string) => path.join(folder, 'adopted', id.replaceAll('/', '_'));
  // A payout asks for its pack: what was read before and is still the same is not parsed again.
  const known = new Map<string, { text: string; entry: AdoptionEntry }>();

  async function entryOf(id: string, number: number): Promise<AdoptionEntry> {
    const file = path.join(folderOf(id), nameOf(number));
    try {
      const text = await readFile(file, 'utf8');
      const before = known.get(file);
      if (before?.text === text) return before.entry;
      const entry: AdoptionEntry = { number, adoption: parseAdoption(id, text), damage: null };
      known.set(file, { text, entry });
      return entry;
    } catch (cause) {
      return { number, adoption: null, damage: damaged(id, number, file, cause) };
    }
  }

  return {
    async ofPack(id) {
      const numbers = (await namesIn(folderOf(id)))
        .flatMap((name) => /^(\d{6,})\.json$/.exec(name)?.[1] ?? [])
        .map(Number)
        .toSorted((a, b) => b - a);
      return await Promise.all(numbers.map((number) => entryOf(id, number)));
    },

    async add(id, number, decision) {
      const read = adoption.safeParse({ schema: 'gristmill/rule-adoption/1', ...decision } satisfies Adoption);
      if (!read.success) throw malformed(id, read.error);
      const text = JSON.stringify(read.data);
      return await createWhole(path.join(folderOf(id), nameOf(number)), `${text}\n`);
    },
  };
}

function nameOf(number: number): string {
  return `${number.toString().padStart(6, '0')}.json`;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isNodeError(error, 'ENOENT')) return [];
    throw new RuleFeedError(
      'RULE_FEED_FOLDER_UNUSABLE',
      `${folder} could not be read: ${(error as Error).message}.`,
      'Give Gristmill the right to read it; until then the shipped pack serves.',
      'platform',
      error,
    );
  }
}

function parseAdoption(id: string, text: string): Adoption {
  const read = adoption.parse(JSON.parse(text));
  if (read.pack !== null && read.pack.id !== id) throw new Error(`it holds ${read.pack.id}`);
  return read;
}

/** What could not be read again is not written. */
function malformed(id: string, cause: z.ZodError): RuleFeedError {
  return new RuleFeedError(
    'ADOPTION_MALFORMED',
    `The adoption of ${id} cannot be recorded: ${z.prettifyError(cause)}`,
    'Name who decides in at most 200 characters.',
    'user',
    cause,
  );
}

function damaged(id: string, number: number, file: string, cause: unknown): RuleFeedError {
  const why = cause instanceof z.ZodError ? z.prettifyError(cause) : (cause as Error).message;
  return new RuleFeedError(
    'ADOPTION_DAMAGED',
    `Adoption ${number} of ${id} in ${file} cannot be read: ${why}`,
    'Bring the file back from a backup, or adopt the pack again. Gristmill leaves the file as it is.',
    'configuration',
    cause,
  );
}
