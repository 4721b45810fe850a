import path from 'node:path';
import { cidOfBytes, decode, GristmillError, type JobView } from '@gristmill/protocol';
import type { Command } from 'commander';
import { createHubClient, DEFAULT_HUB, type HubClient } from 'gristmill';
import { billText } from '../bill.ts';
import { checkWritable, writeResult } from '../input.ts';
import { findJob } from '../job-reference.ts';
import { createOutput } from '../output.ts';
import { printable } from '../printable.ts';
import { createProgress } from '../progress.ts';
import { jsonLines, outputsOfScript } from '../script-values.ts';

interface ResultOptions {
  hub: string;
  output?: string;
  raw?: boolean;
  wait: boolean;
  json?: boolean;
}

export function addResult(program: Command): void {
  program
    .command('result')
    .argument('<job>', 'a job id, its end (as `gristmill status` shows it), or `last`')
    .summary('follow a job to its end and fetch its result')
    .description(
      'Follows a job that was sent earlier, from here or elsewhere, until it is delivered, and fetches its result. ' +
        'Ctrl-C only stops looking: the job goes on (see `gristmill cancel`). Anyone who knows the job may ask.\n\n' +
        'The outputs of `map` come as one JSON value a line, all others as they are.',
    )
    .option('--hub <url>', 'the hub the job was sent to', DEFAULT_HUB)
    .option('--out, --output <file>', 'write the result there instead of to standard output')
    .option('--raw', 'the bytes as the hub holds them, also for `map`')
    .option('--no-wait', 'fail with JOB_RUNNING instead of waiting for a job that runs')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  gristmill map square.mjs --inputs numbers.jsonl --detach
  gristmill result last
  gristmill result k3m2xa --out picture.png --no-wait`,
    )
    .action(async (reference: string, options: ResultOptions) => {
      const output = createOutput({ json: options.json ?? false });
      const hub = createHubClient(options.hub);
      const found = await findJob(hub, reference);
      if (!options.wait && isUnderWay(found)) throw jobRunning(found);
      if (options.output !== undefined) await checkWritable(options.output);
      const { content, view } = await follow(hub, found);
      const values = options.raw === true ? null : mappedValues(content);
      const shown = values === null ? content : jsonLines(values);
      const { asset } = await hub.network();
      const bill = billText(view, asset);
      if (options.output !== undefined) await writeResult(options.output, shown);
      else if (!output.json) process.stdout.write(shown);
      if (!output.json) return output.log(options.output === undefined ? bill : `${options.output}: ${bill}`);
      output.result(
        {
          ...view,
          resultCid: cidOfBytes(content),
          ...(options.output !== undefined && { resultPath: path.resolve(options.output) }),
          ...(options.output === undefined &&
            (values === null ? { resultBase64: Buffer.from(content).toString('base64') } : { outputs: values })),
        },
        bill,
      );
    });
}

function isUnderWay({ state }: JobView): boolean {
  return state === 'running' || state === 'aggregating';
}

function jobRunning({ jobId, name, tasks, tasksVerified }: JobView): GristmillError {
  const message = `${printable(name)} (${jobId}) still runs: ${tasksVerified} of ${tasks} tasks are verified.`;
  return new GristmillError('JOB_RUNNING', message, { hint: 'Ask again later, or wait for it without --no-wait.' });
}

/** @throws GristmillError with the job's own code when it failed, `JOB_CANCELLED`, and what the hub throws. */
async function follow(hub: HubClient, found: JobView): Promise<{ content: Uint8Array; view: JobView }> {
  const { jobId, name, result } = found;
  if (found.state === 'delivered' && result !== null) return { content: await hub.getBlob(result), view: found };
  const progress = createProgress({ title: printable(name), network: () => hub.network() });
  try {
    for await (const event of hub.jobEvents(jobId)) {
      progress.onEvent(event);
      if (event.type === 'failed') throw new GristmillError(event.error.code, event.error.message, event.error);
      if (event.type === 'cancelled') {
        throw new GristmillError('JOB_CANCELLED', `Job ${jobId} was cancelled.`, { hint: 'Send it again to run it.' });
      }
      if (event.type === 'delivered') {
        const [content, view] = await Promise.all([hub.getBlob(event.result), hub.job(jobId)]);
        return { content, view };
      }
    }
  } finally {
    progress.stop();
  }
  throw new GristmillError('HUB_ANSWER_MALFORMED', `${hub.url} ended the events of job ${jobId} before the job.`, {
    hint: 'Ask again; if it stays so, tell the operator of this hub.',
    fault: 'peer',
  });
}

/**
 * The outputs of a `map` job, input by input: its result is a list of JSON texts, one a task. Null for what is no such
 * list; the hub does not say how a job's outputs were put together, so the content must.
 */
function mappedValues(content: Uint8Array): unknown[] | null {
  const items = listIn(content);
  const batches = items?.map(outputsOfScript) ?? null;
  return batches?.every((batch) => batch !== null) === true ? batches.flat() : null;
}

function listIn(content: Uint8Array): Uint8Array[] | null {
  try {
    const items = decode(content);
    return Array.isArray(items) && items.every((item) => item instanceof Uint8Array) ? items : null;
  } catch {
    return null;
  }
}
