import { availableParallelism } from 'node:os';
import { type Capabilities, cidOfBytes, GristmillError } from '@gristmill/protocol';
import { deviceMemoryBytes } from './device-memory.ts';
import type { Executor } from './executor.ts';

/**
 * An endless loop of what programs mostly do: calls, 64-bit arithmetic, stores and loads. (Engines improve a function's
 * code between calls, so the loop that counts is in a function that is called again and again.) In text:
 *
 *     (module (memory (export "memory") 1)
 *       (func (export "_start") (loop (call $pass) (br 0)))
 *       (func $pass (local $at i32) (local $x i64)
 *         (loop
 *           (i64.store (local.get $at)
 *             (local.tee $x (i64.add (i64.mul (local.get $x) (i64.const 5)) (i64.const 7))))
 *           (local.set $x (i64.xor (local.get $x) (i64.load (i32.and (local.get $at) (i32.const 0x7ff8)))))
 *           (local.set $at (i32.add (local.get $at) (i32.const 8)))
 *           (br_if 0 (i32.lt_u (local.get $at) (i32.const 0x10000))))))
 */
const KERNEL = new Uint8Array(
  Buffer.from(
    [
      '0061736d01000000',
      '010401600000', // one type: () -> ()
      '0303020000', // two functions of it
      '0503010001', // memory of one page
      '071302066d656d6f72790200065f73746172740000', // exports "memory", "_start"
      '0a4402', // two bodies
      '0a00034010010c000b000b',
      '3702017f017e03402000200142057e42077c22013703002001200041f8ff0171290300852101200041086a2100200041808004490d000b0b',
    ].join(''),
    'hex',
  ),
);

/** A fifth of a second on a laptop: long enough to measure, short enough not to be waited for. */
const FUEL = 200_000_000n;

/** What this device can do: asked from the system, and its speed measured by running a small program as tasks run. */
export async function probeDevice({ executor }: { executor: Executor }): Promise<Capabilities> {
  return {
    cores: availableParallelism(),
    memoryBytes: deviceMemoryBytes(),
    fuelPerSecond: await fuelPerSecond(executor),
    profiles: ['gristmill-1'],
  };
}

/** @throws GristmillError `PROBE_FAILED` when the program ended otherwise than by using up its fuel. */
async function fuelPerSecond(executor: Executor): Promise<number> {
  const { status, fuelUsed, trap, cpuMs } = await executor.execute({
    program: { kind: 'wasm', name: cidOfBytes(KERNEL), content: KERNEL },
    task: { args: [], env: {}, stdin: new Uint8Array(), files: new Map(), seed: new Uint8Array(32), startTime: 0 },
    limits: { fuel: FUEL, memoryPages: 1, stackDepth: 100, outputBytes: 0, wallClockMs: 60_000 },
  });
  if (status !== 'out-of-fuel') {
    throw new GristmillError('PROBE_FAILED', `The speed test ended with "${status}" (${trap ?? 'no reason'}).`, {
      hint: 'This is a defect in Gristmill; please report it with your processor and Node version.',
      fault: 'internal',
    });
  }
  return Math.round(Number(fuelUsed) / (Math.max(cpuMs, 0.001) / 1000));
}
