import { createWholeFile, replaceWholeFile } from '@gristmill/storage';
import { RuleFeedError } from './errors.ts';

/** @throws RuleFeedError `RULE_FEED_FOLDER_UNUSABLE` */
export async function replaceWhole(file: string, text: string): Promise<void> {
  await replaceWholeFile(file, text).catch((cause: unknown) => unusable(file, cause));
}

/**
 * @returns whether the name was free
 * @throws RuleFeedError `RULE_FEED_FOLDER_UNUSABLE`
 */
export async function createWhole(file: string, text: string): Promise<boolean> {
  return await createWholeFile(file, text).catch((cause: unknown) => unusable(file, cause));
}

function unusable(file: string, cause: unknown): never {
  throw new RuleFeedError(
    'RULE_FEED_FOLDER_UNUSABLE',
    `${file} could not be written: ${cause instanceof Error ? cause.message : String(cause)}.`,
    'Give the folder of the rule feed space and the right to write.',
    'platform',
    cause,
  );
}

export function isNodeError(error: unknown, code: string): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === code;
}
