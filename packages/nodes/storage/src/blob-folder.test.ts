import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cid, cidOf, cidOfBytes, encode } from '@gristmill/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBlobFolder } from './blob-folder.ts';

let path: string;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'gristmill-blobs-'));
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

const refusal = (code: string) => expect.objectContaining({ code });
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const filesIn = (folder: string): string[] =>
  readdirSync(join(path, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('blob folder', () => {
  it('gives back what was put, by name, also after it was opened again', async () => {
    const content = bytes('grist');
    const blobs = await openBlobFolder({ path });
    const name = await blobs.put(content);
    expect(name).toBe(cidOfBytes(content));
    expect(await blobs.get(name)).toEqual(content);
    expect(await (await openBlobFolder({ path })).get(name)).toEqual(content);
    expect(await (await openBlobFolder({ path })).get(await blobs.put(new Uint8Array(0)))).toEqual(new Uint8Array(0));
  });

  it('finds a canonical value under its own name too', async () => {
    const value = { job: 1 };
    const blobs = await openBlobFolder({ path });
    await blobs.put(encode(value));
    expect(await blobs.get(cidOf(value))).toEqual(encode(value));
  });

  it('has null for what it does not have, and refuses what is not a name', async () => {
    const blobs = await openBlobFolder({ path });
    expect(await blobs.get(cidOfBytes(bytes('elsewhere')))).toBeNull();
    for (const name of ['', 'bafk', '../../etc/passwd', `bafk/../../${'x'.repeat(40)}`]) {
      await expect(blobs.get(name as Cid)).rejects.toThrow(refusal('BLOB_NAME_MALFORMED'));
    }
  });

  it('takes the same content from many at once, and keeps it once', async () => {
    const first = await openBlobFolder({ path });
    const second = await openBlobFolder({ path });
    const content = new Uint8Array(100_000).fill(7);
    const names = await Promise.all(Array.from({ length: 12 }, (_, i) => (i % 2 ? first : second).put(content)));
    expect(new Set(names)).toEqual(new Set([cidOfBytes(content)]));
    expect(filesIn('blobs')).toHaveLength(1);
    expect(filesIn('incoming')).toHaveLength(0);
    expect(await first.get(names[0]!)).toEqual(content);
  });

  it('writes the content as it was when put was called', async () => {
    const blobs = await openBlobFolder({ path });
    const content = bytes('before');
    const putting = blobs.put(content);
    content.fill(0);
    expect(await blobs.get(await putting)).toEqual(bytes('before'));
  });

  it('never gives damaged content, moves it aside, and heals when it is put again', async () => {
    const blobs = await openBlobFolder({ path });
    const name = await blobs.put(bytes('grist'));
    const [file] = filesIn('blobs');
    writeFileSync(file!, bytes('grisu'));
    await expect(blobs.get(name)).rejects.toThrow(refusal('BLOB_CORRUPT'));
    expect(await blobs.get(name)).toBeNull();
    expect(filesIn('damaged').map((each) => readFileSync(each, 'utf8'))).toEqual(['grisu']);
    await blobs.put(bytes('grist'));
    expect(await blobs.get(name)).toEqual(bytes('grist'));

    writeFileSync(file!, bytes('gr'));
    await blobs.put(bytes('grist'));
    expect(await blobs.get(name)).toEqual(bytes('grist'));
  });

  it('keeps what is put while readers find that it was damaged', async () => {
    const blobs = await openBlobFolder({ path });
    const name = await blobs.put(bytes('grist'));
    const [file] = filesIn('blobs');
    for (let round = 0; round < 40; round += 1) {
      writeFileSync(file!, bytes('grisu'));
      const reading = Promise.allSettled(Array.from({ length: 3 }, () => blobs.get(name)));
      await blobs.put(bytes('grist'));
      for (const outcome of await reading) {
        if (outcome.status === 'rejected') expect(outcome.reason).toEqual(refusal('BLOB_CORRUPT'));
        else expect([null, bytes('grist')]).toContainEqual(outcome.value);
      }
      expect(await blobs.get(name), `round ${round}`).toEqual(bytes('grist'));
    }
  });

  it('removes what a crash left half-written, and nothing of who still writes', async () => {
    await openBlobFolder({ path });
    // No process has a number beyond 2^22 on Linux.
    writeFileSync(join(path, 'incoming', '99999999-half'), 'ha');
    writeFileSync(join(path, 'incoming', `${process.pid}-half`), 'ha');
    await openBlobFolder({ path });
    expect(filesIn('incoming')).toEqual([join(path, 'incoming', `${process.pid}-half`)]);
  });

  it('says what the system says, and goes on when that is mended', async () => {
    const failure = refusal('BLOB_FOLDER_FAILED');
    writeFileSync(join(path, 'file'), '');
    await expect(openBlobFolder({ path: join(path, 'file', 'blobs') })).rejects.toThrow(failure);

    const blobs = await openBlobFolder({ path });
    rmSync(join(path, 'incoming'), { recursive: true });
    await expect(blobs.put(bytes('grist'))).rejects.toThrow(failure);
    mkdirSync(join(path, 'incoming'));
    const name = await blobs.put(bytes('grist'));
    const [file] = filesIn('blobs');
    rmSync(file!);
    mkdirSync(file!);
    await expect(blobs.get(name)).rejects.toThrow(failure);
  });

  it('holds no more than it may, and throws nothing out', async () => {
    const blobs = await openBlobFolder({ path, bytesMax: 10 });
    const contents = [bytes('123456'), bytes('abcdef')];
    // Both at once: there is room for either, and not for both.
    const outcomes = await Promise.allSettled(contents.map((content) => blobs.put(content)));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toEqual([{ status: 'rejected', reason: refusal('BLOB_FOLDER_FULL') }]);
    const kept = contents[outcomes.findIndex((outcome) => outcome.status === 'fulfilled')]!;

    // What is there already takes no room; what fits exactly is taken; what was there before opening counts.
    await blobs.put(kept);
    await blobs.put(bytes('1234'));
    const reopened = await openBlobFolder({ path, bytesMax: 10 });
    await expect(reopened.put(bytes('x'))).rejects.toThrow(refusal('BLOB_FOLDER_FULL'));
    expect(await reopened.get(cidOfBytes(kept))).toEqual(kept);
  });
});
