import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filesOfFolders, saveFiles } from './task-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const text = (content: Uint8Array | undefined) => new TextDecoder().decode(content);

it('takes folders in, with their folders, where the program shall see them', async () => {
  await mkdir(path.join(folder, 'in', 'deep'), { recursive: true });
  await writeFile(path.join(folder, 'in', 'deep', 'a.txt'), 'a');
  await symlink(path.join(folder, 'in', 'deep', 'a.txt'), path.join(folder, 'in', 'link'));
  const files = await filesOfFolders([`${folder}/in:/data`, `${folder}/in/deep:.`]);
  expect([...files.keys()].toSorted()).toEqual(['/a.txt', '/data/deep/a.txt', '/data/link']);
  expect(text(files.get('/data/link'))).toBe('a');
});

it.each(['nowhere', ':/guest', 'host:'])('refuses the mapping %j', async (mapping) => {
  await expect(filesOfFolders([mapping])).rejects.toMatchObject({ code: 'OPTION_INVALID' });
});

it('refuses a folder that is not there', async () => {
  await expect(filesOfFolders([`${folder}/absent:/x`])).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
});

it('writes what a task left, and nothing outside of the folder', async () => {
  const out = path.join(folder, 'out');
  const content = new TextEncoder().encode('made');
  const written = await saveFiles(
    out,
    new Map([
      ['/results/new.txt', content],
      ['/../../climbed', content],
    ]),
  );
  expect(written).toEqual([path.join(out, 'results/new.txt'), path.join(out, 'climbed')]);
  expect(await readFile(path.join(out, 'results/new.txt'), 'utf8')).toBe('made');
});

it('says where it cannot write', async () => {
  await writeFile(path.join(folder, 'file'), '');
  const files = new Map([['/a', new Uint8Array()]]);
  await expect(saveFiles(path.join(folder, 'file'), files)).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
});
