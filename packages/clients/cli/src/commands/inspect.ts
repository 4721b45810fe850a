import { createProcessExecutor } from '@gristmill/provider';
import type { Command } from 'commander';
import { inspectModule } from '../module/inspect-module.ts';
import { inspectScript } from '../module/inspect-script.ts';
import { pictureOfModule, pictureOfScript } from '../module/picture.ts';
import { createOutput, EXIT_FAILED } from '../output.ts';
import { readProgram } from '../program-file.ts';

export function addInspect(program: Command): void {
  program
    .command('inspect')
    .argument('<file>', 'a WebAssembly module (.wasm), JavaScript (.js, .mjs) or TypeScript (.ts, .mts)')
    .summary('what a program is made of, and whether providers would run it')
    .description(
      'Shows what a program imports, exports and uses, how large each part is, what metering adds to it, and whether ' +
        'providers would run it; if not, why, and at which byte. Nothing of a module runs; of a script, its top level ' +
        'does, in the sandbox. Exits with 0 when it is accepted and 1 when it is refused.',
    )
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  gristmill inspect program.wasm
  gristmill inspect square.mjs
  gristmill inspect program.wasm --json | jq '.imports[] | select(.refusal)'`,
    )
    .action(async (file: string, options: { json?: boolean }) => {
      const output = createOutput({ json: options.json ?? false });
      const given = await readProgram(file);
      if (given.kind === 'wasm') {
        const module = inspectModule(given.content);
        output.result(module, pictureOfModule(given.title, module));
        process.exitCode = module.accepted ? 0 : EXIT_FAILED;
        return;
      }
      const executor = await createProcessExecutor({ workers: 1, niceness: 0, log: output.log });
      try {
        const script = await inspectScript(given, executor);
        output.result(script, pictureOfScript(given.title, script));
        process.exitCode = script.accepted ? 0 : EXIT_FAILED;
      } finally {
        await executor.close();
      }
    });
}
