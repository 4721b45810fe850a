import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { cidOfBytes } from '@gristmill/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gristmill, gristmillHere, gristmillText } from '../../test/command.ts';
import { copying, exiting256, fencing, importing, looping, printing, trapping } from '../../test/tiny-modules.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-exec-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileOf(name: string, content: Uint8Array | string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

const decoded = (base64: unknown) => Buffer.from(base64 as string, 'base64').toString();

describe('exec runs a module', { timeout: 90_000 }, () => {
  it('to the same document each time, in either form of NaNs', async () => {
    const file = await fileOf('hello.wasm', printing('ground\n'));
    const [first, second, optimistic] = [
      await gristmillHere('exec', file),
      await gristmillHere('exec', file),
      await gristmillHere('exec', file, '--nan', 'optimistic'),
    ];
    expect(first).toEqual(second);
    expect(optimistic).toEqual(first);
    expect(first).toEqual({
      status: 'exited',
      exitCode: 0,
      trap: null,
      fuelUsed: expect.stringMatching(/^\d+$/),
      stdoutCid: cidOfBytes(new TextEncoder().encode('ground\n')),
      stdoutBase64: Buffer.from('ground\n').toString('base64'),
      stderrBase64: '',
      files: {},
      peakMemoryBytes: 65_536,
    });
  });

  it('with arguments that look like options, after --', async () => {
    const file = await fileOf('args.mjs', 'export default (_, { args }) => args;');
    const { stdout } = await gristmillText(['exec', file, '--', '--json', '-x']);
    expect(stdout).toBe('["--json","-x"]\n');
  });

  it('for people: its output on stdout and nothing else, what it came to on stderr', async () => {
    const { code, stdout, stderr } = await gristmillText(['exec', await fileOf('hello.wasm', printing('ground\n'))]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'ground\n' });
    expect(stderr).toMatch(/exit code 0 · [\d,]+ fuel/);
  });

  it('on copies of folders, and writes back only where it is told to', async () => {
    const [host, out] = [path.join(folder, 'data'), path.join(folder, 'results')];
    await mkdir(host);
    await writeFile(path.join(host, 'a'), 'grist');
    const file = await fileOf('copy.wasm', copying('in/a', 'in/b'));
    expect(await gristmillHere('exec', file, '--dir', `${host}:in`, '--save', out)).toMatchObject({
      exitCode: 0,
      files: { '/in/b': { cid: cidOfBytes(new TextEncoder().encode('grist')), bytes: 5 } },
    });
    expect(await readFile(path.join(out, 'in', 'b'), 'utf8')).toBe('grist');
    await expect(readFile(path.join(host, 'b'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('whose exit code scripts can trust', async () => {
    const [ended, trapped, stopped] = await Promise.all([
      gristmill('exec', await fileOf('exit.wasm', exiting256)),
      gristmill('exec', await fileOf('trap.wasm', trapping)),
      gristmill('exec', await fileOf('loop.wasm', looping), '--fuel', '1000'),
    ]);
    expect(ended).toMatchObject({ code: 255, document: { status: 'exited', exitCode: 256 } });
    expect(trapped).toMatchObject({ code: 134, document: { status: 'trapped', exitCode: null } });
    expect(stopped).toMatchObject({ code: 124, document: { status: 'out-of-fuel', fuelUsed: '1000' } });
  });
});

describe('exec runs a script', { timeout: 90_000 }, () => {
  it('once for each input, in TypeScript too', async () => {
    const file = await fileOf('square.ts', 'export default (n: number): number => n * n;\n');
    const one = await gristmillText(['exec', file, '--input', '12']);
    expect(one).toMatchObject({ code: 0, stdout: '144\n' });
    const lines = await fileOf('three.jsonl', '1\n2\n\n3\n');
    expect(await gristmillHere('exec', file, '--inputs', lines)).toMatchObject({ outputs: [1, 4, 9] });
    const stdin = await fileOf('stdin.json', '[5]');
    const raw = await gristmillHere('exec', file, '--stdin', stdin);
    expect(decoded(raw['stdoutBase64'])).toBe('[25]');
  });

  it('with arguments, environment, seed and start time, and nothing else from here', async () => {
    const source = `export default (_, { args, env }) => [args, env, new Date().toISOString().slice(0, 10), Math.random()];`;
    const file = await fileOf('context.mjs', source);
    const words = ['exec', file, '--env', 'A=1=2', '--start-time', '2026-01-02T00:00:00Z', '--arg', 'x'];
    const outputOf = async (seed: string) => {
      const { outputs } = await gristmillHere(...words, '--seed', seed);
      return (outputs as [unknown[]])[0];
    };
    const [first, again, other] = [await outputOf('1'), await outputOf('1'), await outputOf('2')];
    expect(first).toEqual([['x'], { A: '1=2' }, '2026-01-02', expect.any(Number)]);
    expect(again).toEqual(first);
    expect(other[3]).not.toBe(first[3]);
  });

  it('and shows what it throws, with its own line', async () => {
    const file = await fileOf(
      'throws.ts',
      'type N = number;\nexport default (n: N) => {\n  throw new Error(`no ${n}`);\n};\n',
    );
    const { code, document } = await gristmill('exec', file, '--input', '7');
    expect({ code, document }).toMatchObject({
      code: 1,
      document: { status: 'exited', exitCode: 1 },
    });
    expect(decoded(document['stderrBase64'])).toMatch(/no 7[\s\S]*:3/);
  });
});

const refusal = (code: string) => ({ error: { code, hint: expect.stringMatching(/\w/) } });

describe('exec says what is wrong, with a code, and exits with 125', { timeout: 90_000 }, () => {
  it.each([
    ['is no WebAssembly', 'MODULE_MALFORMED', new TextEncoder().encode('#!/bin/sh')],
    ['imports what is not offered', 'MODULE_IMPORT_REFUSED', importing],
    ['uses a feature that is refused', 'MODULE_FEATURE_REFUSED', fencing],
  ])('a module that %s', async (_, code, bytes) => {
    expect(await gristmillHere('exec', await fileOf('bad.wasm', bytes))).toMatchObject(refusal(code));
  });

  it.each([
    ['OPTION_INVALID', ['--fuel', 'much']],
    ['OPTION_INVALID', ['--input', '{oops']],
    ['OPTION_INVALID', ['--env', 'A']],
    ['OPTION_INVALID', ['--start-time', 'noon']],
    ['OPTIONS_CONFLICT', ['--input', '1', '--stdin', '-']],
  ])('%s: %j', async (code, words) => {
    const file = await fileOf('square.mjs', 'export default (n) => n * n');
    expect(await gristmillHere('exec', file, ...words)).toMatchObject(refusal(code));
  });

  it('a script input for a module, TypeScript that cannot be stripped, a file that is not there', async () => {
    const module = await fileOf('hello.wasm', printing('x'));
    expect(await gristmillHere('exec', module, '--input', '1')).toMatchObject(refusal('OPTIONS_CONFLICT'));
    const script = await fileOf('enum.ts', 'export enum E { A }\nexport default () => E.A;');
    expect(await gristmillHere('exec', script)).toMatchObject(refusal('TYPESCRIPT_INVALID'));
    const absent = path.join(folder, 'absent.wasm');
    expect(await gristmillHere('exec', absent)).toMatchObject(refusal('FILE_UNREADABLE'));
  });

  it('so that scripts can tell it from the program', async () => {
    const module = await fileOf('bad.wasm', importing);
    const answers = await Promise.all([gristmill('exec', module), gristmill('exec', module, '--nan', 'none')]);
    expect(answers).toMatchObject([
      { code: 125, document: refusal('MODULE_IMPORT_REFUSED') },
      { code: 125, document: refusal('USAGE') },
    ]);
  });
});
