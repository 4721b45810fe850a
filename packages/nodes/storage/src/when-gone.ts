import { spawn } from 'node:child_process';

/**
 * Runs a shell script when this process is gone, in whatever way: one that is killed cannot clean up after itself. Another
 * one waits for its end of a pipe to close, which the system does then. It is of a group of its own, so that Ctrl-C in a
 * terminal does not end it first. Windows has nothing like it: there nothing is run.
 *
 * @param argument what the script knows as `$0`
 * @returns what calls it off
 */
export function whenGone(script: string, argument: string): () => void {
  if (process.platform === 'win32') return () => {};
  const watchdog = spawn('/bin/sh', ['-c', `read -r _; ${script}`, argument], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  return () => void watchdog.kill('SIGKILL');
}
