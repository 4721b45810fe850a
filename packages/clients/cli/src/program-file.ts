import path from 'node:path';
import { type Cid, cidOfBytes, GristmillError } from '@gristmill/protocol';
import { readNamedFile } from './input.ts';

/** A program as a provider would get it. */
export interface ProgramFile {
  /** The file's name, without its folder. */
  title: string;
  kind: 'wasm' | 'javascript';
  /** What is sent: the module, or JavaScript without types. */
  content: Uint8Array<ArrayBuffer>;
  /** The name of what is sent. */
  cid: Cid;
  /** What is in the file itself. */
  fileBytes: number;
}

/**
 * Reads a program: JavaScript (.js, .mjs, .cjs), TypeScript (.ts, .mts, .cts; its types are taken out, its lines stay
 * where they are), or else a WebAssembly module.
 *
 * @throws GristmillError `FILE_UNREADABLE`, `TYPESCRIPT_INVALID`
 */
export async function readProgram(file: string): Promise<ProgramFile> {
  const bytes = await readNamedFile(file);
  const title = path.basename(file);
  const kind = /\.[cm]?[jt]s$/.test(file) ? 'javascript' : 'wasm';
  const content = /\.[cm]?ts$/.test(file) ? await withoutTypes(title, bytes) : bytes;
  return { title, kind, content, cid: cidOfBytes(content), fileBytes: bytes.length };
}

/**
 * The same for a program that must be a script.
 *
 * @throws GristmillError `FILE_UNREADABLE`, `TYPESCRIPT_INVALID`, `SCRIPT_EXPECTED`
 */
export async function readScript(file: string): Promise<{ title: string; javascript: string }> {
  const { title, kind, content } = await readProgram(file);
  if (kind === 'javascript') return { title, javascript: new TextDecoder().decode(content) };
  throw new GristmillError('SCRIPT_EXPECTED', `${title} is no JavaScript by its name.`, {
    hint: 'Give the file the ending .js, .mjs, .ts or .mts; a module (.wasm) is run by `gristmill run`.',
  });
}

async function withoutTypes(title: string, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  // Only TypeScript needs the SDK, and with it all that speaks to hubs and chains.
  const { stripTypes } = await import('gristmill');
  return new TextEncoder().encode(await stripTypes(new TextDecoder().decode(bytes), title));
}
