import type { GristmillError } from '@gristmill/protocol';

/**
 * What to do about an error, in the words of the command line, where the error itself speaks to programmers: of fields
 * of a job, arguments of a function.
 */
const HINTS: Readonly<Record<string, string>> = {
  BUDGET_TOO_SMALL:
    'Raise --budget, or lower --fuel, --price or --replicas: a task begins only when its worst case is covered.',
  BUDGET_EXHAUSTED: 'Send it again with a higher --budget, or a lower --fuel, --price or --replicas.',
  ESCROW_UNDERFUNDED: 'Put more into the escrow with `gristmill wallet deposit`, then send the job again.',
  ESCROW_WITHDRAWN: 'Leave the deposit in place while jobs run: `gristmill wallet deposit`, then send the job again.',
  JOB_DEADLINE_PASSED:
    'Allow more time with --deadline-minutes, or see with `gristmill status` that enough providers of different owners are online.',
  JOB_MALFORMED: 'Correct the option that sets this field; --help lists them.',
  JOB_NOT_YOURS: 'Name the --home that holds the wallet which sent the job.',
  JOB_UNKNOWN:
    'Write a job id or its end as `gristmill status` shows it, or `last`; name the hub it was sent to with --hub.',
  PAYMENTS_TOO_LARGE: 'Lower --budget, or pay from another wallet (--home).',
  TASK_DISPUTED: 'Check that the program is deterministic: `gristmill exec` must print the same each time.',
  TASK_TOO_LARGE: 'Give large input by --stdin or --inputs instead of arguments.',
  WALL_CLOCK_EXCEEDED: 'Raise --wall-clock-ms, or lower --fuel.',
};

/** The hint for who sits at a command line. */
export function hintOnCommandLine({ code, hint }: Pick<GristmillError, 'code' | 'hint'>): string {
  return HINTS[code] ?? hint;
}
