import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createWholeFile, replaceWholeFile } from './whole-file.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-whole-file-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('replaces what is there, in folders that it makes, and leaves nothing beside it', async () => {
  const file = path.join(folder, 'a', 'b', 'one.json');
  await replaceWholeFile(file, 'first');
  await replaceWholeFile(file, 'second');
  expect(await readFile(file, 'utf8')).toBe('second');
  expect(await readdir(path.dirname(file))).toEqual(['one.json']);
});

it('is for its owner alone', async () => {
  const file = path.join(folder, 'one.json');
  await replaceWholeFile(file, 'text');
  expect((await stat(file)).mode & 0o077).toBe(0);
});

it('creates a name once, whoever of several comes first', async () => {
  const file = path.join(folder, 'one.json');
  const texts = Array.from({ length: 8 }, (_, i) => `writer ${i}`);
  const won = await Promise.all(texts.map((text) => createWholeFile(file, text)));
  expect(won.filter(Boolean)).toHaveLength(1);
  expect(await readFile(file, 'utf8')).toBe(texts[won.indexOf(true)]);
  expect(await readdir(folder)).toEqual(['one.json']);
});

it('leaves nothing where the name cannot be had', async () => {
  await replaceWholeFile(path.join(folder, 'one.json', 'inside'), 'text');
  await expect(replaceWholeFile(path.join(folder, 'one.json'), 'text')).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['one.json']);
});
