import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { cidOfBytes } from '@gristmill/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gristmill, gristmillText } from '../../test/command.ts';
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

describe('exec runs a module', () => {
  it('to the same document each time, in either form of NaNs', async () => {
    const file = await fileOf('hello.wasm', printing('ground\n'));
    const [first, second, optimistic] = [
      await gristmill('exec', file),
      await gristmill('exec', file),
      await gristmill('exec', file, '--nan', 'optimistic'),
    ];
    expect(first).toEqual(second);
    expect(optimistic).toEqual(first);
    expect(first.code).toBe(0);
    expect(first.document).toEqual({
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
    const { code, document } = await gristmill('exec', file, '--dir', `${host}:in`, '--save', out);
    expect({ code, document }).toMatchObject({
      code: 0,
      document: { files: { '/in/b': { cid: cidOfBytes(new TextEncoder().encode('grist')), bytes: 5 } } },
    });
    expect(await readFile(path.join(out, 'in', 'b'), 'utf8')).toBe('grist');
    await expect(readFile(path.join(host, 'b'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('whose exit code scripts can trust', async () => {
    const run = async (module: Uint8Array, ...words: string[]) =>
      gristmill('exec', await fileOf('end.wasm', module), ...words);
    expect(await run(exiting256)).toMatchObject({ code: 255, document: { status: 'exited', exitCode: 256 } });
    expect(await run(trapping)).toMatchObject({ code: 134, document: { status: 'trapped', exitCode: null } });
    const stopped = await run(looping, '--fuel', '1000');
    expect(stopped).toMatchObject({ code: 124, document: { status: 'out-of-fuel', fuelUsed: '1000' } });
  });
});

describe('exec runs a script', () => {
  it('once for each input, in TypeScript too', async () => {
    const file = await fileOf('square.ts', 'export default (n: number): number => n * n;\n');
    const one = await gristmillText(['exec', file, '--input', '12']);
    expect(one).toMatchObject({ code: 0, stdout: '144\n' });
    const many = await gristmillText(['exec', file, '--inputs', '-'], '1\n2\n\n3\n');
    expect(many).toMatchObject({ code: 0, stdout: '1\n4\n9\n' });
    const raw = await gristmillText(['exec', file, '--stdin', '-'], '[5]');
    expect(raw).toMatchObject({ code: 0, stdout: '[25]' });
  });

  it('with arguments, environment, seed and start time, and nothing else from here', async () => {
    const source = `export default (_, { args, env }) => [args, env, new Date().toISOString().slice(0, 10), Math.random()];`;
    const file = await fileOf('context.mjs', source);
    const words = ['exec', file, '--env', 'A=1=2', '--start-time', '2026-01-02T00:00:00Z', '--arg', 'x', '--json'];
    const run = async (seed: string) => {
      const { stdout } = await gristmillText([...words, '--seed', seed, '--', '--json']);
      return (JSON.parse(stdout) as { outputs: [unknown[]] }).outputs[0];
    };
    const [args, env, day, random] = await run('1');
    expect([args, env, day]).toEqual([['x', '--json'], { A: '1=2' }, '2026-01-02']);
    expect((await run('1'))[3]).toBe(random);
    expect((await run('2'))[3]).not.toBe(random);
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

describe('exec says what is wrong, with a code, and exits with 125', () => {
  const failed = (code: string) => ({ code: 125, document: { error: { code, hint: expect.stringMatching(/\w/) } } });

  it.each([
    ['is no WebAssembly', 'MODULE_MALFORMED', new TextEncoder().encode('#!/bin/sh')],
    ['imports what is not offered', 'MODULE_IMPORT_REFUSED', importing],
    ['uses a feature that is refused', 'MODULE_FEATURE_REFUSED', fencing],
  ])('a module that %s', async (_, code, bytes) => {
    expect(await gristmill('exec', await fileOf('bad.wasm', bytes))).toMatchObject(failed(code));
  });

  it.each([
    ['OPTION_INVALID', ['--fuel', 'much']],
    ['OPTION_INVALID', ['--input', '{oops']],
    ['OPTION_INVALID', ['--env', 'A']],
    ['OPTION_INVALID', ['--start-time', 'noon']],
    ['OPTIONS_CONFLICT', ['--input', '1', '--stdin', '-']],
    ['USAGE', ['--bogus']],
    ['USAGE', ['--nan', 'none']],
  ])('%s: %j', async (code, words) => {
    const file = await fileOf('square.mjs', 'export default (n) => n * n');
    expect(await gristmill('exec', file, ...words)).toMatchObject(failed(code));
  });

  it('a script input for a module, TypeScript that cannot be stripped, a file that is not there', async () => {
    const module = await fileOf('hello.wasm', printing('x'));
    expect(await gristmill('exec', module, '--input', '1')).toMatchObject(failed('OPTIONS_CONFLICT'));
    const script = await fileOf('enum.ts', 'export enum E { A }\nexport default () => E.A;');
    expect(await gristmill('exec', script)).toMatchObject(failed('TYPESCRIPT_INVALID'));
    expect(await gristmill('exec', path.join(folder, 'absent.wasm'))).toMatchObject(failed('FILE_UNREADABLE'));
  });
});
