import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { GristmillError } from '@gristmill/protocol';

/**
 * The files of a suite, by their paths in the folder, in order.
 *
 * @throws GristmillError `FOLDER_MISSING`, `FOLDER_WITHOUT_TESTS`
 */
export function testFiles(folder: string, extension: string, what: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new GristmillError('FOLDER_MISSING', `There is no folder ${folder}.`, {
      hint: `Give the folder of a checkout of ${what}.`,
    });
  }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension))
    .map((file) => file.split(path.sep).join('/'))
    .toSorted();
  if (files.length > 0) return files;
  throw new GristmillError('FOLDER_WITHOUT_TESTS', `The folder ${folder} holds no ${extension} file.`, {
    hint: `Give the folder of a checkout of ${what}.`,
  });
}
