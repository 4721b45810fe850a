import type { RunningJob } from 'gristmill';
import type { Output } from '../output.ts';

/** Says which job was sent and ends the process: what still watches the job would keep it. */
export async function detach({ jobId }: RunningJob, output: Output): Promise<never> {
  output.result({ jobId }, jobId);
  await new Promise((written) => process.stdout.write('', written));
  process.exit(0);
}
