import { describe, expect, it } from 'vitest';
import { readSpecification } from './specification.ts';

const PLAIN = { args: [], env: {}, stdin: '', preopens: {}, exitCode: 0, stdout: null, stderr: null, needs: null };

describe('readSpecification', () => {
  it('expects a plain end of a test that says nothing', () => {
    expect(readSpecification(null)).toEqual(PLAIN);
    expect(readSpecification('{"proposals": []}')).toEqual(PLAIN);
  });

  it('reads the older form', () => {
    const json = '{"args": ["a"], "env": {"b": "c"}, "root": "d", "exit_code": 3, "stdout": "e", "stdin": "f"}';
    expect(readSpecification(json)).toEqual({
      ...PLAIN,
      args: ['a'],
      env: { b: 'c' },
      preopens: { '/': 'd' },
      exitCode: 3,
      stdin: 'f',
      stdout: 'e',
    });
  });

  it('reads the folders of the oldest form', () => {
    expect(readSpecification('{"dirs": ["a", "b"]}')).toEqual({ ...PLAIN, preopens: { a: 'a', b: 'b' } });
  });

  it('reads the newer form', () => {
    const run = '{"type": "run", "args": ["a"], "root": "d"}';
    const reads =
      '{"type": "read", "payload": "x"}, {"type": "read", "payload": "y"}, {"type": "read", "id": "stderr"}';
    expect(readSpecification(`{"operations": [${run}, ${reads}, {"type": "wait", "exit_code": 1}]}`)).toEqual({
      ...PLAIN,
      args: ['a'],
      preopens: { '/': 'd' },
      exitCode: 1,
      stdout: 'xy',
      stderr: '',
    });
    expect(readSpecification('{"operations": [{"type": "run"}, {"type": "connect"}]}').needs).toBe('sockets');
  });

  it.each(['{', '[]', '{"args": 1}', '{"operations": [{"type": "dance"}]}'])('refuses %s', (json) => {
    expect(() => readSpecification(json)).toThrow(expect.objectContaining({ code: 'SPECIFICATION_INVALID' }));
  });
});
