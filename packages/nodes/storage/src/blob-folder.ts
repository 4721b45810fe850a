import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, renameSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BlobStore, cid, type Cid, cidOfDigest, digestOf, GristmillError } from '@gristmill/protocol';
import { blobFolderFailed } from './errors.ts';
import { makeFolder, syncToDisk } from './sync-to-disk.ts';

export interface BlobFolderOptions {
  path: string;
  /** A `put` that would take the folder past this many bytes of content is refused; nothing is ever thrown out. */
  bytesMax?: number;
}

/**
 * Content-addressed files in a folder: `blobs/<2 characters>/<name>`, `incoming/` for
 * files being written and `damaged/` for files that no longer are what their name says.
 * A name with either codec (raw or dag-cbor) finds the content, since both hash the same bytes.
 *
 * `put` throws GristmillError `BLOB_FOLDER_FULL`; `get` throws `BLOB_NAME_MALFORMED`, and `BLOB_CORRUPT` when the file
 * was damaged: then it is moved aside, and a later `put` or a fetch from elsewhere heals the store. Opening and both throw
 * `BLOB_FOLDER_FAILED` with what the system says.
 */
export async function openBlobFolder(options: BlobFolderOptions): Promise<BlobStore> {
  const explained = <Result>(result: Promise<Result>): Promise<Result> =>
    result.catch((error: unknown) => {
      throw error instanceof GristmillError ? error : blobFolderFailed(options.path, error);
    });
  const folder = await explained(openFolder(options));
  return { put: (content) => explained(folder.put(content)), get: (name) => explained(folder.get(name)) };
}

async function openFolder({ path, bytesMax }: BlobFolderOptions): Promise<BlobStore> {
  const blobs = join(path, 'blobs');
  const incoming = join(path, 'incoming');
  const damaged = join(path, 'damaged');
  for (const folder of [blobs, incoming, damaged]) await makeFolder(folder);
  await removeAbandoned(incoming);
  let bytesUsed = bytesMax === undefined ? 0 : await sizeOfFiles(blobs);
  const underWay = new Map<Cid, Promise<void>>();
  /** Folders below `blobs` whose names are on disk. */
  const folders = new Set<string>();

  return {
    async put(content) {
      // A copy: the caller may reuse the buffer while the disk is still at work.
      const bytes = content.slice();
      const name = cidOfDigest(sha256(bytes));
      let writing = underWay.get(name);
      if (writing === undefined) {
        writing = write(name, bytes).finally(() => underWay.delete(name));
        underWay.set(name, writing);
      }
      await writing;
      return name;
    },

    async get(name) {
      if (!cid.safeParse(name).success) {
        throw new GristmillError('BLOB_NAME_MALFORMED', `"${name}" is not the name of content.`, {
          hint: 'Use a CIDv1 with sha2-256 in base32, as `put` gives it.',
        });
      }
      const content = await readOrNull(fileOf(name));
      if (content === null || isNamed(content, name)) return content;
      // Somebody may be putting it in order at this moment.
      await underWay.get(cidOfDigest(digestOf(name)));
      return soundOrAside(name);
    },
  };

  /** Without a pause between looking and moving, or it could move what was put in order meanwhile. */
  function soundOrAside(name: Cid): Uint8Array | null {
    const file = fileOf(name);
    const aside = join(damaged, `${name}.${randomUUID()}`);
    try {
      const content = new Uint8Array(readFileSync(file));
      if (isNamed(content, name)) return content;
      renameSync(file, aside);
      bytesUsed -= content.length;
    } catch (error) {
      // Another reader was faster.
      if (isMissing(error)) return null;
      throw error;
    }
    throw new GristmillError('BLOB_CORRUPT', `The stored bytes of ${name} are not what the name says.`, {
      hint: `They were moved to ${aside}. Fetch the content again, and check the disk.`,
      fault: 'platform',
    });
  }

  /** The part of a CID that the hash alone decides, not the codec; spread over folders by its digest. */
  function fileOf(name: Cid): string {
    const digest = name.slice('bafk'.length);
    return join(blobs, digest.slice(-3, -1), digest);
  }

  async function write(name: Cid, content: Uint8Array): Promise<void> {
    const file = fileOf(name);
    const folder = dirname(file);
    if (!folders.has(folder)) {
      await mkdir(folder, { recursive: true });
      await syncToDisk(blobs);
      folders.add(folder);
    }
    const stored = await readOrNull(file);
    if (stored === null || !isNamed(stored, name)) {
      const growth = content.length - (stored?.length ?? 0);
      if (bytesMax !== undefined && bytesUsed + growth > bytesMax) throw full(content.length, bytesUsed, bytesMax);
      bytesUsed += growth;
      try {
        await writeAside(file, content);
      } catch (error) {
        bytesUsed -= growth;
        throw error;
      }
    }
    // Also when it was there already: whoever wrote it may have died before the name was on disk.
    await syncToDisk(folder);
  }

  async function writeAside(file: string, content: Uint8Array): Promise<void> {
    const unfinished = join(incoming, `${process.pid}-${randomUUID()}`);
    try {
      const handle = await open(unfinished, 'wx');
      try {
        await handle.writeFile(content);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(unfinished, file);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }
}

/** By the system's own code: it hashes several times faster than portable JavaScript, and a hub serves many blobs. */
function sha256(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

function isNamed(content: Uint8Array, name: Cid): boolean {
  return sha256(content).equals(digestOf(name));
}

/** Removes what a crash left half-written: it never got its name, so nobody was told of it. */
async function removeAbandoned(incoming: string): Promise<void> {
  for (const file of await readdir(incoming)) {
    if (!isRunning(Number.parseInt(file, 10))) await rm(join(incoming, file), { force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function readOrNull(file: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function sizeOfFiles(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  let bytes = 0;
  for (const { parentPath, name } of files) bytes += (await stat(join(parentPath, name))).size;
  return bytes;
}

function full(contentBytes: number, bytesUsed: number, bytesMax: number): GristmillError {
  return new GristmillError(
    'BLOB_FOLDER_FULL',
    `${contentBytes} bytes do not fit: the folder holds ${bytesUsed} of at most ${bytesMax} bytes.`,
    { hint: 'Raise `bytesMax` or free space.', fault: 'configuration' },
  );
}
