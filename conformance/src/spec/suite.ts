import { readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { asGristmillError } from '@gristmill/protocol';
import { readScript } from '../script/command.ts';
import { type FileCounts, type Report, Tally } from '../tally.ts';
import { testFiles } from '../test-files.ts';
import { createAssembler } from './assembler.ts';
import { createCaller } from './caller.ts';
import { ScriptRun } from './script-run.ts';
import { createSubject, type ModuleForm } from './subject.ts';

interface SpecSuiteOptions {
  /** A checkout of WebAssembly/spec (whose scripts are under test/core), of WebAssembly/testsuite, any folder of scripts, or one script. */
  readonly folder: string;
  readonly form: ModuleForm;
  readonly onFile: (counts: FileCounts) => void;
}

/**
 * Runs every script of the WebAssembly spec's test-suite.
 *
 * @throws GristmillError `FOLDER_MISSING`, `FOLDER_WITHOUT_TESTS`
 */
export async function runSpecSuite({ folder, form, onFile }: SpecSuiteOptions): Promise<Report> {
  const core = path.join(folder, 'test', 'core');
  const { root, files } = testFiles(
    existsSync(core) ? core : folder,
    '.wast',
    'WebAssembly/spec or WebAssembly/testsuite',
  );
  const assemble = await createAssembler();
  const tally = new Tally();
  for (const file of files) {
    const name = (path.relative(folder, path.join(root, file)) || file).split(path.sep).join('/');
    runFile(path.join(root, file), name);
    onFile(tally.countsOf(name));
  }
  return tally.report('spec');

  function runFile(file: string, name: string): void {
    const run = new ScriptRun({ assemble, subject: createSubject(form), caller: createCaller() });
    try {
      for (const command of readScript(readFileSync(file, 'utf8'))) tally.add(name, command.line, run.run(command));
    } catch (error) {
      tally.add(name, 1, { status: 'failed', why: asGristmillError(error).message });
    }
  }
}
