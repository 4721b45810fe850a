import { describe, expect, it } from 'vitest';
import { COMMANDS } from './command-list.ts';
import { createProgram } from './program.ts';

async function helpOf(...words: string[]): Promise<string> {
  let text = '';
  const program = await createProgram(Object.keys(COMMANDS), { json: false, write: (more) => (text += more) });
  // Printing help ends a command line like an error of exit code 0.
  await expect(program.parseAsync([...words, '--help'], { from: 'user' })).rejects.toMatchObject({ exitCode: 0 });
  return text;
}

describe('--help', () => {
  it('groups the commands by who uses them', async () => {
    const text = await helpOf();
    const listed = [...text.matchAll(/^ {2}([a-z]+)(?: \[|  )/gm)].map(([, name]) => name);
    expect(listed).toEqual(Object.keys(COMMANDS));
    for (const { group } of Object.values(COMMANDS)) expect(text).toContain(`\n${group}\n`);
  });

  it.each([
    ...Object.keys(COMMANDS).filter((name) => name !== 'audit'),
    'audit verify',
    'wallet deposit',
    'wallet withdraw',
    ...['new', 'check', 'explain', 'run', 'open', 'advance', 'show'].map((name) => `agreement ${name}`),
    ...['packs', 'packs verify', 'facts', 'assess', 'return', 'set-aside', 'statement', 'calendar', 'remit'].map(
      (name) => `tax ${name}`,
    ),
    'tax check-vat-number',
    'tax oss-return',
    'tax reconcile',
  ])('teaches %s by at least two examples', async (name) => {
    const [, examples = ''] = (await helpOf(...name.split(' '))).split('\nExamples:\n');
    expect(examples.match(/gristmill /g)?.length ?? 0).toBeGreaterThanOrEqual(2);
  });
});
