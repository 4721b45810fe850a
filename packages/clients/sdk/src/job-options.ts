import {
  DEFAULT_LIMITS,
  type Address,
  type Aggregation,
  type Asset,
  type Job,
  type JobEvent,
  job as jobSchema,
  type Limits,
  type NanForm,
  parseUnits,
  type Program,
  type Task,
} from '@gristmill/protocol';
import { optionMalformed } from './errors.ts';
import type { ProgramSource } from './program-source.ts';

/** What every kind of job can be told; all of it has a sensible default. */
export interface JobOptions {
  name?: string;
  /** The most this job may cost, in whole and decimal units of the network's asset, for example `'12.5'`. */
  budget?: string;
  /** Minor units of the asset paid for 10^9 fuel. */
  unitsPerGigafuel?: bigint;
  /** How many different owners must report the same result before it is believed. */
  replicas?: number;
  limits?: Partial<Limits>;
  deadlineMs?: number;
  signal?: AbortSignal;
  /** Called for each event of the job, in order. */
  onEvent?: (event: JobEvent) => void;
}

export interface RunOptions extends JobOptions {
  program: ProgramSource;
  /** One entry a task. `files` by absolute path: what its in-memory file system holds at the start. */
  tasks: readonly {
    args?: readonly string[];
    env?: Readonly<Record<string, string>>;
    stdin?: Uint8Array;
    files?: Readonly<Record<string, Uint8Array>>;
  }[];
  aggregation?: Aggregation;
  /**
   * How a WebAssembly module's NaNs are kept alike. `'optimistic'` is faster for the same fuel; where two devices then
   * differ, the canonical form decides. Default: `'canonical'`.
   */
  nan?: NanForm;
}

export interface MapOptions extends JobOptions {
  /** Values and self-contained functions that the function refers to by name; sent once with its source. */
  constants?: Readonly<Record<string, unknown>>;
  /** How many inputs one task carries. Default: about 64 tasks a job, of at most 1,000 inputs and about 1 MiB each. */
  batch?: number;
}

/** Every option of `run`, which checks those of `map` too: a word that is none would leave a default in force unsaid. */
const OPTIONS: Readonly<Record<keyof RunOptions, true>> = {
  name: true,
  budget: true,
  unitsPerGigafuel: true,
  replicas: true,
  limits: true,
  deadlineMs: true,
  signal: true,
  onEvent: true,
  program: true,
  tasks: true,
  aggregation: true,
  nan: true,
};

/** Fields of a job that options set by another name. */
const OPTION_OF_FIELD: Readonly<Record<string, keyof JobOptions>> = {
  'verification.quorum': 'replicas',
  'verification.attemptsMax': 'replicas',
  budgetUnits: 'budget',
};

const DEFAULT_BUDGET = '10';
const DEFAULT_UNITS_PER_GIGAFUEL = 1_000n;
const DEFAULT_DEADLINE_MS = 60 * 60 * 1000;

/**
 * A job with every default filled in.
 *
 * @throws GristmillError `JOB_MALFORMED` naming the first field that is wrong, `MONEY_MALFORMED` for the budget.
 */
export function newJob({
  payer,
  program,
  tasks,
  aggregation,
  options,
  asset,
}: {
  payer: Address;
  program: Program;
  tasks: Task[];
  aggregation: Aggregation;
  options: JobOptions;
  asset: Asset;
}): Job {
  const unknown = Object.keys(options).find((each) => !Object.hasOwn(OPTIONS, each));
  if (unknown !== undefined) throw optionMalformed(unknown, 'there is no such option');
  const { budget = DEFAULT_BUDGET } = options;
  if (typeof budget !== 'string') throw optionMalformed('budget', `write the amount as text, as in '12.5'`);
  const parsed = jobSchema.safeParse({
    version: 1,
    name: options.name ?? 'job',
    payer,
    nonce: globalThis.crypto.randomUUID(),
    program,
    tasks,
    aggregation,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    verification: {
      policy: 'replicas',
      quorum: options.replicas ?? 2,
      attemptsMax: Math.max(8, (options.replicas ?? 2) * 4),
    },
    unitsPerGigafuel: options.unitsPerGigafuel ?? DEFAULT_UNITS_PER_GIGAFUEL,
    budgetUnits: parseUnits(budget, asset),
    deadlineMs: options.deadlineMs ?? DEFAULT_DEADLINE_MS,
    startTimeMs: 0,
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue!.path.join('.');
  throw optionMalformed(OPTION_OF_FIELD[field] ?? field, issue!.message);
}
