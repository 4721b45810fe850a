import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { GristmillError } from '@gristmill/protocol';

/** What there is to run. */
interface TestFiles {
  /** The folder that the files' paths start from. */
  readonly root: string;
  readonly files: readonly string[];
}

/**
 * The files of a suite, by their paths in the folder, in order; or the one file that is given instead of a folder.
 *
 * @throws GristmillError `FOLDER_MISSING`, `FOLDER_WITHOUT_TESTS`
 */
export function testFiles(folder: string, extension: string, what: string): TestFiles {
  if (!existsSync(folder)) {
    throw new GristmillError('FOLDER_MISSING', `There is no folder ${folder}.`, {
      hint: `Give the folder of a checkout of ${what}.`,
    });
  }
  const isFolder = statSync(folder).isDirectory();
  const [root, names] = isFolder
    ? [folder, readdirSync(folder, { recursive: true, encoding: 'utf8' })]
    : [path.dirname(folder), [path.basename(folder)]];
  const files = names
    .filter((file) => file.endsWith(extension))
    .map((file) => file.split(path.sep).join('/'))
    .toSorted();
  if (files.length > 0) return { root, files };
  throw new GristmillError('FOLDER_WITHOUT_TESTS', `${folder} ${isFolder ? 'holds' : 'is'} no ${extension} file.`, {
    hint: `Give the folder of a checkout of ${what}, or one ${extension} file.`,
  });
}
