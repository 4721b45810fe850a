import { GristmillError } from '@gristmill/protocol';
import { optionMalformed } from './errors.ts';
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
 * @throws GristmillError `PROGRAM_UNREADABLE`, `TYPESCRIPT_INVALID`, `JOB_MALFORMED` for what is none
 */
export async function loadProgram(source: ProgramSource): Promise<LoadedProgram> {
  if (!(source instanceof URL)) {
    const { wasm, javascript, typescript } = partsOf(source);
    if (wasm instanceof Uint8Array) return { wasm };
    if (typeof javascript === 'string') return { javascript, fileName: null };
    if (typeof typescript === 'string') return { javascript: await stripTypes(typescript), fileName: null };
    throw optionMalformed('program', whatItShouldBe(source));
  }
  const content = await readUrl(source);
  const fileName = decodeURIComponent(source.pathname.slice(source.pathname.lastIndexOf('/') + 1));
  if (fileName.endsWith('.wasm')) return { wasm: content };
  const text = new TextDecoder().decode(content);
  return { javascript: /\.[cm]?ts$/.test(fileName) ? await stripTypes(text, fileName) : text, fileName };
}

/** Callers without a type checker may pass anything. */
function partsOf(source: unknown): Readonly<Record<'wasm' | 'javascript' | 'typescript', unknown>> {
  return Object(source) as Record<'wasm' | 'javascript' | 'typescript', unknown>;
}

function whatItShouldBe(source: unknown): string {
  if (typeof source === 'string') {
    return 'text may be a path or a source; pass new URL("./task.ts", import.meta.url), { javascript: text } or { typescript: text }';
  }
  return 'pass { wasm: Uint8Array }, { javascript: text }, { typescript: text } or the URL of a file';
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
