import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { encode, GristmillError } from '@gristmill/protocol';
import { type CaseResult, type Engine, ENGINE_MS_MAX } from './case.ts';

/** Node as it comes: functions start in the baseline compiler and move to the optimising one while they run. */
const nodeDefault = createNodeEngine('node-default', [process.execPath]);
/** JavaScript in the Ignition interpreter, WebAssembly by the baseline compiler Liftoff: nothing optimises. */
export const nodeLiftoff = createNodeEngine('node-liftoff', [
  process.execPath,
  '--liftoff-only',
  '--no-sparkplug',
  '--no-maglev',
  '--no-turbofan',
]);
/** WebAssembly by the optimising compiler TurboFan from the first call. */
export const nodeTurbofan = createNodeEngine('node-turbofan', [process.execPath, '--no-liftoff', '--no-wasm-tier-up']);

export const nodeEngines: readonly [Engine, ...Engine[]] = [nodeDefault, nodeLiftoff, nodeTurbofan];

/**
 * A Node that a command starts, with flags of its V8 (`node --v8-options` describes them), from 22.18 on: it strips types
 * itself. Another version, or one for another processor under emulation, will do.
 */
export function createNodeEngine(name: string, [program, ...flags]: readonly [string, ...string[]]): Engine {
  return {
    name,
    async run(corpus) {
      const entry = fileURLToPath(new URL('node-engine-process.ts', import.meta.url));
      const command = [...flags, '--conditions=@gristmill/source', '--disable-warning=ExperimentalWarning', entry];
      const child = spawn(program, command, {
        stdio: ['pipe', 'pipe', 'pipe'],
        timeout: ENGINE_MS_MAX,
        killSignal: 'SIGKILL',
      });
      // A child that dies early says so by its exit; the broken pipe adds nothing.
      child.stdin.on('error', () => {});
      child.stdin.end(encode(corpus));
      try {
        const ended = once(child, 'exit');
        const [stdout, stderr, [code, signal]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
        if (code === 0) return JSON.parse(stdout) as CaseResult[];
        throw new Error(`it ended with ${code ?? signal}: ${stderr.trim().slice(-2000)}`);
      } catch (cause) {
        throw new GristmillError('ENGINE_FAILED', `${name} does not come to results: ${String(cause)}`, {
          hint: `Check that it starts: ${[program, ...flags].join(' ')} --version`,
          fault: 'platform',
          cause,
        });
      }
    },
  };
}
