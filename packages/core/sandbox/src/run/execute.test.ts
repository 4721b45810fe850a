import { describe, expect, it } from 'vitest';
import { instrument } from '../instrument/instrument.ts';
import { assemble, type TestModule } from '../testing/assembler.ts';
import { referenceRun } from '../testing/reference-run.ts';
import { limitsWith, taskWith } from '../testing/task.ts';
import { wasmEngine } from '../wasm/engine.ts';
import { preciseBytes } from '../instrument/instrument.ts';
import { execute } from './execute.ts';

const run = (module: TestModule, limits = {}): ReturnType<typeof execute> =>
  execute(instrument(assemble(module)), taskWith(), limitsWith(limits));

/** The metered fuel must be what counting one instruction at a time gives. */
async function expectExact(module: TestModule): Promise<bigint> {
  const instrumented = instrument(assemble(module));
  expect(wasmEngine.validate(instrumented.bytes)).toBe(true);
  expect(wasmEngine.validate(preciseBytes(instrumented))).toBe(true);
  const reference = await referenceRun(module);
  const outcome = await execute(instrumented, taskWith(), limitsWith());
  expect(outcome.status).toBe(reference.trapped ? 'trapped' : 'exited');
  const fuel = outcome.fuelUsed - BigInt(instrumented.instantiationFuel);
  expect(fuel).toBe(reference.fuel);
  return fuel;
}

const start = (code: string, locals = ''): TestModule => ({ functions: [{ type: '->', locals, code }] });

const countdown = (call: string): TestModule => ({
  functions: [
    { type: '->', code: 'i32.const 2000 call 1 drop' },
    {
      type: 'i32 -> i32',
      code: `local.get 0 i32.eqz if i32.const 9 return end local.get 0 i32.const 1 i32.sub ${call}`,
    },
  ],
  tables: [{ type: 'funcref', min: 1 }],
  elements: [{ offset: 0, functions: [1] }],
});

describe('fuel is exact', () => {
  it('for straight code', async () => {
    expect(await expectExact(start('i32.const 1 i32.const 2 i32.add drop nop'))).toBe(4n);
  });

  it('for an empty program', async () => {
    expect(await expectExact(start(''))).toBe(0n);
  });

  it('for if and else, taken and not', async () => {
    for (const condition of [0, 1]) {
      await expectExact(
        start(`i32.const ${condition} if i32.const 1 drop else i32.const 1 i32.const 2 i32.add drop end`),
      );
      await expectExact(start(`i32.const ${condition} if i32.const 1 drop end i32.const 1 drop`));
    }
  });

  it('for every target of br_table', async () => {
    for (const chosen of [0, 1, 2, 3, -1]) {
      await expectExact(
        start(`block block block i32.const ${chosen} br_table 2 0 1 2 end i32.const 1 drop end i32.const 1 drop i32.const 1 drop
               end i32.const 7 drop`),
      );
    }
  });

  it('for early returns and unreachable code behind them', async () => {
    await expectExact(start('i32.const 1 if return end i32.const 5 drop'));
    await expectExact(start('i32.const 0 if return i32.const 1 drop end i32.const 5 drop'));
    await expectExact(start('block br 0 i32.const 1 drop block br 1 end loop br 0 end end i32.const 1 drop'));
    await expectExact(start('return unreachable'));
  });

  it('for nested loops', async () => {
    await expectExact(
      start(
        `i32.const 5 local.set 0
         loop
           i32.const 4 local.set 1
           loop local.get 1 i32.const 1 i32.sub local.tee 1 br_if 0 end
           local.get 0 i32.const 1 i32.sub local.tee 0 br_if 0
         end`,
        'i32 i32',
      ),
    );
  });

  it('for blocks with parameters and several results', async () => {
    await expectExact({
      functions: [
        { type: '->', code: 'call 1 drop drop i32.const 1 i32.const 2 block 2 i32.add end drop' },
        { type: '-> i32 i64', code: 'i32.const 1 if i32.const 3 i64.const 4 return end i32.const 5 i64.const 6' },
      ],
      types: ['i32 i32 -> i32'],
    });
  });

  it('for calls, direct, indirect and in tail position', async () => {
    const leaf = { type: 'i32 -> i32', code: 'local.get 0 i32.const 1 i32.add' };
    await expectExact({ functions: [{ type: '->', code: 'i32.const 1 call 1 call 1 drop' }, leaf] });
    await expectExact({
      functions: [{ type: '->', code: 'i32.const 1 i32.const 0 call_indirect 1 0 drop' }, leaf],
      tables: [{ type: 'funcref', min: 2 }],
      elements: [{ offset: 0, functions: [1] }],
    });
    await expectExact(countdown('return_call 1'));
    await expectExact(countdown('i32.const 0 return_call_indirect 1 0'));
  });

  it('for memory.grow granted and refused, and bulk memory by size', async () => {
    await expectExact({
      ...start('i32.const 3 memory.grow drop i32.const 9 memory.grow drop'),
      memory: { min: 1, max: 5 },
    });
    await expectExact({
      ...start(`i32.const 8 i32.const 1 i32.const 1000 memory.fill i32.const 3000 i32.const 8 i32.const 1001 memory.copy
                i32.const 0 i32.const 0 i32.const 3 memory.init 0 data.drop 0`),
      memory: { min: 1 },
      data: [{ offset: null, bytes: [1, 2, 3, 4] }],
    });
  });

  it('for tables', async () => {
    await expectExact({
      functions: [
        {
          type: '->',
          code: `ref.null funcref i32.const 7 table.grow 0 drop ref.null funcref i32.const 700 table.grow 0 drop
                 i32.const 0 ref.func 0 i32.const 5 table.fill 0 i32.const 1 i32.const 0 i32.const 3 table.copy 0 0
                 table.size 0 drop i32.const 1 table.get 0 ref.is_null drop`,
        },
      ],
      tables: [{ type: 'funcref', min: 2, max: 20 }],
      elements: [{ offset: 0, functions: [0] }],
    });
  });

  it('for a start function and active segments', async () => {
    const module: TestModule = {
      functions: [
        { type: '->', code: 'i32.const 1 drop' },
        { type: '->', code: 'i32.const 1 i32.const 1 i32.add drop' },
      ],
      start: 1,
      memory: { min: 2 },
      data: [{ offset: 0, bytes: Array.from({ length: 100 }, () => 1) }],
    };
    const outcome = await run(module);
    expect(outcome.fuelUsed).toBe(2n + 4n + 2n * 4096n + 12n);
  });

  it('for traps in the middle of a segment, of every kind', async () => {
    const memory = { min: 1 };
    for (const [code, trap] of [
      [
        'i32.const 1 i32.const 0 i32.div_u drop i32.const 1 drop',
        /^integer divide by zero or overflow \(i32.div_u at byte 0x/,
      ],
      ['i64.const 1 i64.const 0 i64.rem_s drop', /^integer divide/],
      ['i32.const 1 drop unreachable', /^unreachable \(unreachable at/],
      ['i32.const 1 drop i32.const -1 i32.load 0 drop i32.const 4 drop', /^out of bounds memory access \(i32.load at/],
      ['i32.const 0 i32.load 0 drop i32.const -4 i64.const 1 i64.store 0', /\(i64.store at/],
      ['f64.const 1e30 i32.trunc_f64_s drop', /^float not representable/],
      ['i32.const 9 call_indirect 0 0', /^undefined or mismatched table element \(call_indirect/],
      ['i32.const 0 call_indirect 0 0', /^undefined or mismatched table element/],
      ['i32.const 9 return_call_indirect 0 0', /\(return_call_indirect/],
      ['i32.const 65530 i32.const 1 i32.const 100 memory.fill', /^out of bounds memory access \(memory.fill/],
      ['i32.const 50 table.get 0 drop', /^out of bounds table access/],
      ['i32.const 65535 v128.load 0 drop', /\(v128.load at/],
      ['i32.const 1 if i32.const 65535 v128.load 0 drop else unreachable end', /\(v128.load at/],
    ] as const) {
      const module: TestModule = { ...start(code), memory, tables: [{ type: 'funcref', min: 2 }] };
      await expectExact(module);
      const outcome = await run(module);
      expect(outcome.trap).toMatch(trap);
      expect(outcome.exitCode).toBeNull();
    }
  });

  it('for a trap inside nested calls and loops', async () => {
    await expectExact({
      functions: [
        { type: '->', locals: 'i32', code: 'loop local.get 0 i32.const 1 i32.add local.tee 0 call 1 br 0 end' },
        { type: 'i32 ->', code: 'i32.const 100 local.get 0 i32.const 10 i32.sub i32.div_s drop' },
      ],
    });
  });
});

describe('limits', () => {
  it('stops an endless loop at exactly the fuel limit', async () => {
    for (const code of ['loop br 0 end', 'loop i32.const 1 drop br 0 end', 'loop i32.const 1 br_if 0 end']) {
      const outcome = await run(start(code), { fuel: 12_345n });
      expect(outcome).toMatchObject({ status: 'out-of-fuel', exitCode: null, trap: 'fuel', fuelUsed: 12_345n });
    }
  });

  it('tells a program that just fits from one that just does not', async () => {
    const code = 'i32.const 1 drop i32.const 1 drop';
    expect(await run(start(code), { fuel: 4n })).toMatchObject({ status: 'exited', exitCode: 0, fuelUsed: 4n });
    expect(await run(start(code), { fuel: 3n })).toMatchObject({ status: 'out-of-fuel', fuelUsed: 3n });
    // The fuel is gone before the trap is reached.
    expect(await run(start(`${code} unreachable`), { fuel: 5n })).toMatchObject({ status: 'trapped', fuelUsed: 5n });
    expect(await run(start(`${code} unreachable`), { fuel: 4n })).toMatchObject({
      status: 'out-of-fuel',
      fuelUsed: 4n,
    });
  });

  it('stops endless tail calls, indirect loops and exponential calls by fuel', async () => {
    const fuel = 100_000n;
    expect(await run(start('return_call 0'), { fuel })).toMatchObject({ status: 'out-of-fuel', fuelUsed: fuel });
    const doubling = Array.from({ length: 40 }, (_, i) => ({
      type: '->',
      code: i < 39 ? `call ${i + 1} call ${i + 1}` : '',
    }));
    expect(await run({ functions: doubling }, { fuel })).toMatchObject({ status: 'out-of-fuel', fuelUsed: fuel });
    const fills = 'i32.const 0 i32.const 0 i32.const 65536 memory.fill '.repeat(100);
    expect(await run({ ...start(fills), memory: { min: 1 } }, { fuel })).toMatchObject({ status: 'out-of-fuel' });
  });

  it('stops endless recursion at the same call, well under the engine', async () => {
    const outcome = await run(start('call 0'), { stackDepth: 100 });
    expect(outcome).toMatchObject({ status: 'limit', trap: 'stackDepth', fuelUsed: 400n });
    expect(await run(start('call 0'), { stackDepth: 200 })).toMatchObject({ status: 'limit', fuelUsed: 800n });
  });

  it('does not count calls that no recursion goes through', async () => {
    const chain = Array.from({ length: 6 }, (_, i) => ({ type: '->', code: i < 5 ? `call ${i + 1}` : 'nop' }));
    expect(await run({ functions: chain }, { stackDepth: 0 })).toMatchObject({ status: 'exited', fuelUsed: 20n });
    // Recursion that passes through such a chain trips at the same turn as without it.
    const turns = {
      functions: [{ type: '->', code: 'call 1 call 0' }, ...chain.slice(1, 2), { type: '->', code: '' }],
    };
    expect(await run(turns, { stackDepth: 100 })).toMatchObject({ status: 'limit', fuelUsed: 1200n });
    const throughTable = {
      functions: [
        { type: '->', code: 'call 1' },
        { type: '->', code: 'i32.const 0 call_indirect 0 0' },
      ],
      tables: [{ type: 'funcref' as const, min: 1 }],
      elements: [{ offset: 0, functions: [0] }],
    };
    expect(await run(throughTable, { stackDepth: 100 })).toMatchObject({ status: 'limit', trap: 'stackDepth' });
  });

  it('stops calls that multiply without a loop or a recursion', async () => {
    const doubling = Array.from({ length: 60 }, (_, i) => ({
      type: '->',
      code: i < 59 ? `call ${i + 1} call ${i + 1}` : '',
    }));
    expect(await run({ functions: doubling }, { fuel: 1_000_000n })).toMatchObject({
      status: 'out-of-fuel',
      fuelUsed: 1_000_000n,
    });
  });

  it('counts large frames for more, and never runs into the engine stack at depth 500', async () => {
    const locals = Array.from({ length: 640 }, () => 'i64').join(' ');
    const keepAlive = Array.from({ length: 640 }, (_, i) => `local.get ${i} i64.const 1 i64.add local.set ${i}`).join(
      ' ',
    );
    expect(await run(start(`${keepAlive} call 0 ${keepAlive}`, locals), { stackDepth: 500 })).toMatchObject({
      status: 'limit',
      trap: 'stackDepth',
    });
  });

  it('holds memory to the page limit and answers -1 above it', async () => {
    const memory = { min: 1 };
    // Traps unless the third growth is refused.
    const code = `i32.const 1 memory.grow drop i32.const 1 memory.grow drop
                  i32.const 1 memory.grow i32.const -1 i32.ne if unreachable end`;
    const outcome = await run({ ...start(code), memory }, { memoryPages: 3 });
    expect(outcome).toMatchObject({ status: 'exited', peakMemoryBytes: 3 * 65_536 });
    expect(await run({ ...start(code), memory }, { memoryPages: 4 })).toMatchObject({ status: 'trapped' });
    expect(await run({ ...start(''), memory: { min: 5 } }, { memoryPages: 4 })).toMatchObject({
      status: 'limit',
      trap: 'memoryPages',
      fuelUsed: 0n,
    });
  });

  it('gives no page that is not paid for', async () => {
    const grown = { ...start('i32.const 10 memory.grow drop'), memory: { min: 1 } };
    // 4096 for the first page, 102 for the instructions, and ten pages more.
    expect(await run(grown, { fuel: 4096n + 102n + 10n * 4096n })).toMatchObject({
      status: 'exited',
      peakMemoryBytes: 11 * 65_536,
    });
    expect(await run(grown, { fuel: 4096n + 100n + 10n * 4096n })).toMatchObject({
      status: 'out-of-fuel',
      peakMemoryBytes: 65_536,
    });
  });

  it('invariant 7: a device with less stack than the limit allows says so, and goes on', async () => {
    await expect(run(start('call 0'), { stackDepth: 1_000_000 })).rejects.toMatchObject({
      code: 'DEVICE_OUT_OF_STACK',
      fault: 'platform',
    });
    expect(await run(start('call 0'), { stackDepth: 100 })).toMatchObject({ status: 'limit', fuelUsed: 400n });
  });

  it('refuses limits that are not counts', async () => {
    await expect(run(start(''), { fuel: -1n })).rejects.toMatchObject({ code: 'LIMITS_INVALID' });
    await expect(run(start(''), { stackDepth: 1.5 })).rejects.toMatchObject({ code: 'LIMITS_INVALID' });
  });
});

describe('instances', () => {
  it('are fresh for each task', async () => {
    const module = instrument(
      assemble({
        ...start(`i32.const 0 i32.load 0 if unreachable end i32.const 0 i32.const 1 i32.store 0
                  global.get 0 if unreachable end i32.const 1 global.set 0`),
        memory: { min: 1 },
        globals: [{ type: 'i32', mutable: true, init: 'i32.const 0' }],
      }),
    );
    const first = await execute(module, taskWith(), limitsWith());
    expect(first.status).toBe('exited');
    expect(await execute(module, taskWith(), limitsWith())).toEqual(first);
  });

  it('survive a structured clone of the instrumented module', async () => {
    const module = instrument(assemble(start('i32.const 1 drop')));
    const clone = structuredClone(module);
    expect(await execute(clone, taskWith(), limitsWith())).toEqual(await execute(module, taskWith(), limitsWith()));
  });

  it('report a segment that does not fit as a trap', async () => {
    const module: TestModule = {
      ...start(''),
      memory: { min: 1 },
      data: [{ offset: 65_530, bytes: [1, 2, 3, 4, 5, 6, 7, 8] }],
    };
    expect(await run(module)).toMatchObject({ status: 'trapped', trap: 'out of bounds segment', fuelUsed: 4097n });
  });
});
