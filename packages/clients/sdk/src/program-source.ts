import { GristmillError } from '@gristmill/protocol';
import { stripTypes } from './strip-types.ts';

/** A script: the text of a module whose default export maps one input to one output, or the URL of its file. */
export type Script = { javascript: string } | { typescript: string } | URL;
/** A WASI-preview-1 module, or a script; a URL says by its ending (.wasm, .js, .mjs, .ts, .mts) which. */
export type ProgramSource = { wasm: Uint8Array } | Script;

/** A program as it is sent, and what errors call it. */
export type LoadedProgram = { wasm: Uint8Array } | { javascript: string; fileName: string | null };

/**
 * Reads a program, and takes the types out of TypeScript.
 *
 * @throws GristmillError `PROGRAM_UNREADABLE`, `TYPESCRIPT_INVALID`
 */
export async function loadProgram(source: ProgramSource): Promise<LoadedProgram> {
  if (!(source instanceof URL)) {
    if ('wasm' in source) return source;
    const javascript = 'typescript' in source ? await stripTypes(source.typescript) : source.javascript;
    return { javascript, fileName: null };
  }
  const content = await readUrl(source);
  const fileName = decodeURIComponent(source.pathname.slice(source.pathname.lastIndexOf('/') + 1));
  if (fileName.endsWith('.wasm')) return { wasm: content };
  const text = new TextDecoder().decode(content);
  return { javascript: /\.[cm]?ts$/.test(fileName) ? await stripTypes(text, fileName) : text, fileName };
}

async function readUrl(url: URL): Promise<Uint8Array> {
  try {
    if (url.protocol === 'file:') {
      const { readFile } = await import('node:fs/promises');
      return new Uint8Array(await readFile(url));
    }
    const response = await fetch(url);
    if (!response.ok) throw new Error(`the answer is ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new GristmillError('PROGRAM_UNREADABLE', `Cannot read ${url.href}: ${(cause as Error).message}.`, {
      hint: 'Name a file that is there, for example with new URL("./task.ts", import.meta.url).',
      cause,
    });
  }
}
