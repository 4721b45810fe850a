import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openHome, openKnownHome } from './home.ts';

let folder: string;
let warnings: string[];
const warn = (line: string) => void warnings.push(line);
const modeOf = async (file: string) => (await stat(file)).mode & 0o777;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-home-'));
  warnings = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('makes a home and its keys for their owner only', async () => {
  const home = await openHome(path.join(folder, 'new'), warn);
  const key = await home.key('device');
  expect(await modeOf(home.folder)).toBe(0o700);
  expect(await modeOf(home.path('device.key'))).toBe(0o600);
  expect((await home.key('device')).peerId).toBe(key.peerId);
  expect(warnings).toEqual([]);
});

it('makes none for who only looks', async () => {
  const mistyped = path.join(folder, 'hmoe');
  await expect(openKnownHome(mistyped)).rejects.toMatchObject({ code: 'HOME_NOT_FOUND' });
  await expect(stat(mistyped)).rejects.toThrow('ENOENT');
  expect((await openKnownHome(folder)).folder).toBe(folder);
});

it('closes an empty folder that was open to all', async () => {
  await chmod(folder, 0o777);
  await openHome(folder, warn);
  expect(await modeOf(folder)).toBe(0o700);
});

it('leaves a folder with other things as it is, and says what is wrong with it', async () => {
  await writeFile(path.join(folder, 'other'), '');
  await chmod(folder, 0o777);
  await openHome(folder, warn);
  expect(await modeOf(folder)).toBe(0o777);
  expect(warnings).toEqual([expect.stringContaining(`chmod 700 ${folder}`)]);
});

it('closes a key that others could read, and says so once', async () => {
  const { peerId } = await (await openHome(folder, warn)).key('wallet');
  const file = path.join(folder, 'wallet.key');
  await chmod(file, 0o644);
  const home = await openHome(folder, warn);
  expect((await home.key('wallet')).peerId).toBe(peerId);
  expect(await modeOf(file)).toBe(0o600);
  await home.key('wallet');
  expect(warnings).toEqual([expect.stringContaining(file)]);
});

it('makes no key where one is only looked for, and none in place of one that is damaged', async () => {
  const home = await openHome(folder, warn);
  expect(await home.knownKey('wallet')).toBeNull();
  await expect(home.existingKey('wallet')).rejects.toMatchObject({ code: 'KEY_MISSING' });
  await writeFile(home.path('wallet.key'), 'not a key', { mode: 0o600 });
  await expect(home.key('wallet')).rejects.toMatchObject({ code: 'KEY_INVALID' });
  expect(await readFile(home.path('wallet.key'), 'utf8')).toBe('not a key');
  await mkdir(home.path('device.key'));
  await expect(home.key('device')).rejects.toMatchObject({ code: 'KEY_UNREADABLE' });
});

it('refuses a home that cannot be one', async () => {
  await writeFile(path.join(folder, 'file'), '');
  await expect(openHome(path.join(folder, 'file', 'home'), warn)).rejects.toMatchObject({ code: 'HOME_UNUSABLE' });
});

it('makes one key, whoever of several commands comes first', async () => {
  const keys = await Promise.all(Array.from({ length: 8 }, async () => (await openHome(folder, warn)).key('wallet')));
  expect(new Set(keys.map(({ peerId }) => peerId)).size).toBe(1);
  expect((await (await openHome(folder, warn)).existingKey('wallet')).peerId).toBe(keys[0]!.peerId);
});

it('says that a home cannot be written', async () => {
  const home = await openHome(path.join(folder, 'home'), warn);
  await rm(home.folder, { recursive: true });
  await writeFile(home.folder, 'a file where the folder was');
  await expect(home.key('wallet')).rejects.toMatchObject({ code: 'KEY_UNREADABLE' });
  expect(() => home.lockDevice()).toThrow(expect.objectContaining({ code: 'HOME_UNUSABLE' }));
});
