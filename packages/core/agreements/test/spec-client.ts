/**
 * A client of Marlowe's own test driver (`marlowe-spec -c CLIENT`, of github.com/input-output-hk/marlowe): it reads
 * requests between lines of three backticks and answers each in a line.
 *
 * `node --conditions=@gristmill/source test/spec-client.ts`
 */
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { answer } from './spec-answers.ts';

let request: string[] | undefined;
for await (const line of createInterface({ input: stdin })) {
  if (line.trim() !== '```') request?.push(line);
  else if (request === undefined) request = [];
  else {
    stdout.write(`${answer(request.join('\n'))}\n`);
    request = undefined;
  }
}
