import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../command-line.ts';

describe('readCommandLine', () => {
  it('reads the suite "everywhere" without a folder', () => {
    expect(readCommandLine(['everywhere', '--json'])).toEqual({ kind: 'run everywhere', json: true, also: null });
    expect(readCommandLine(['everywhere', '--also', 'qemu-aarch64 ./node  --liftoff-only'])).toEqual({
      kind: 'run everywhere',
      json: false,
      also: ['qemu-aarch64', './node', '--liftoff-only'],
    });
  });

  it.each([
    ['everywhere', 'a'],
    ['everywhere', '--form', 'plain'],
    ['spec', 'a', '--also', 'node'],
  ])('refuses %j', (...args: string[]) => {
    expect(() => readCommandLine(args)).toThrow(expect.objectContaining({ code: 'USAGE' }));
  });
});
