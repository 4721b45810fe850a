import { cid, GristmillError, type JobView } from '@gristmill/protocol';
import type { HubClient } from 'gristmill';

/** The word for the newest job of all. */
const NEWEST = 'last';
const SHOWN = 6;
/** Fewer characters than these name too many jobs by chance. */
const TAIL_MIN = 4;

/** A job's id as tables show it: `bafyre…k3m2xa`. */
export function shortJobId({ jobId }: Pick<JobView, 'jobId'>): string {
  return `${jobId.slice(0, SHOWN)}…${jobId.slice(-SHOWN)}`;
}

/**
 * The job that a person means: its whole id, its end of at least 4 characters, the short form that `status` shows,
 * or `last`.
 *
 * @throws GristmillError `JOB_UNKNOWN`, `JOB_AMBIGUOUS`, and what the hub throws.
 */
export async function findJob(hub: Pick<HubClient, 'job' | 'network'>, reference: string): Promise<JobView> {
  const whole = cid.safeParse(reference);
  if (whole.success) return hub.job(whole.data);
  const { jobs } = await hub.network();
  const newest = jobs.at(-1);
  if (reference === NEWEST && newest !== undefined) return newest;
  const tail = reference.slice(reference.indexOf('…') + 1);
  const [found, ...others] = tail.length < TAIL_MIN ? [] : jobs.filter(({ jobId }) => jobId.endsWith(tail));
  if (found === undefined) {
    throw new GristmillError('JOB_UNKNOWN', `This hub has no job "${reference}".`, {
      hint: 'Write a job id or its end as `gristmill status` shows it, or `last`.',
    });
  }
  if (others.length === 0) return found;
  throw new GristmillError('JOB_AMBIGUOUS', `"${reference}" is the end of ${others.length + 1} job ids.`, {
    hint: 'Write more of the id.',
  });
}
