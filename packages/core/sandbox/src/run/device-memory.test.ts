import { setFlagsFromString } from 'node:v8';
import { afterEach, describe, expect, it } from 'vitest';
import { instrument } from '../instrument/instrument.ts';
import { assemble, type TestModule } from '../testing/assembler.ts';
import { limitsWith, taskWith } from '../testing/task.ts';
import { execute } from './execute.ts';

/** Lets V8 give no memory more pages than this, as on a device that has no more. */
const deviceWith = (pages: number): void => setFlagsFromString(`--wasm-max-mem-pages=${pages}`);
const ALL_PAGES = 65_536;

const start = (code: string, rest: Partial<TestModule>): TestModule => ({ functions: [{ type: '->', code }], ...rest });
const instrumented = (module: TestModule): ReturnType<typeof instrument> => instrument(assemble(module));

describe('invariant 7: a device with less memory than the job may use', () => {
  afterEach(() => {
    deviceWith(ALL_PAGES);
    setFlagsFromString('--wasm-max-table-size=10000000');
  });

  it('is at fault when it cannot grow a table', async () => {
    const module = instrumented(
      start('ref.null funcref i32.const 20 table.grow 0 drop', { tables: [{ type: 'funcref', min: 1 }] }),
    );
    setFlagsFromString('--wasm-max-table-size=10');
    const task = execute(module, taskWith(), limitsWith());
    await expect(task).rejects.toMatchObject({ code: 'DEVICE_OUT_OF_MEMORY', fault: 'platform' });
  });

  it('is at fault when it cannot grow memory, even where the program would take -1 for an answer', async () => {
    for (const code of [
      'i32.const 20 memory.grow drop',
      'i32.const 20 memory.grow i32.const -1 i32.eq if else unreachable end',
    ]) {
      const module = instrumented(start(code, { memory: { min: 1 } }));
      deviceWith(10);
      const task = execute(module, taskWith(), limitsWith({ memoryPages: 100 }));
      await expect(task).rejects.toMatchObject({ code: 'DEVICE_OUT_OF_MEMORY', fault: 'platform' });
      deviceWith(ALL_PAGES);
    }
  });

  it('answers -1 as any other where the job may not grow either', async () => {
    const module = instrumented(
      start('i32.const 20 memory.grow i32.const -1 i32.eq if else unreachable end', { memory: { min: 1 } }),
    );
    deviceWith(10);
    const limits = limitsWith({ memoryPages: 9 });
    expect(await execute(module, taskWith(), limits)).toMatchObject({ status: 'exited', peakMemoryBytes: 65_536 });
    expect(await execute(module, taskWith(), limits)).toMatchObject({ status: 'exited' });
  });

  it('is at fault when it cannot give the pages that the memory starts with', async () => {
    const module = instrumented(start('', { memory: { min: 20 } }));
    deviceWith(10);
    const task = execute(module, taskWith(), limitsWith({ memoryPages: 100 }));
    await expect(task).rejects.toMatchObject({ fault: 'platform' });
  });
});
