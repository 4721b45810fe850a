import {
  type Cid,
  cidOfBytes,
  type DeviceKey,
  GristmillError,
  inNanForm,
  jobIdOf,
  type NetworkView,
  type Program,
  sign,
  type SignedJob,
} from '@gristmill/protocol';
import { instrument } from '@gristmill/sandbox';
import { createSettlementClient, type SettlementClient } from '@gristmill/settlement';
import { batchesOf } from './batches.ts';
import { isUnanswered, optionMalformed, submissionUnanswered, walletBalanceTooSmall } from './errors.ts';
import { gather } from './gather.ts';
import { createHubClient, type HubClient } from './hub-client.ts';
import { type MapOptions, newJob, type RunOptions } from './job-options.ts';
import { type MapFunction, mapSource } from './map-source.ts';
import { type LoadedProgram, loadProgram } from './program-source.ts';
import { type RunningJob, watchJob } from './running-job.ts';
import { mapFailure } from './task-failed.ts';
import { uploadAll } from './upload.ts';
import { decodeValues } from './values.ts';
import { walletKey } from './wallet-key.ts';

/** Where `gristmill up` listens when it is told nothing else. */
export const DEFAULT_HUB = 'http://127.0.0.1:4711';

export interface ConnectOptions {
  /** The hub's HTTP address. Default: where `gristmill up` listens. */
  hub?: string | undefined;
  /** The wallet that pays: needed to submit jobs, not to look. A private key may be text, of 64 hexadecimal digits. */
  key?: DeviceKey | string | undefined;
}

/** A connection to a network, as one requestor. */
export interface Mill {
  readonly hub: HubClient;
  network(): Promise<NetworkView>;
  /**
   * Submits a job and watches it; the escrow is topped up by the budget when the hub says it does not cover it.
   *
   * @throws GristmillError `MODULE_…` as the sandbox refuses modules, `TYPESCRIPT_INVALID`, `PROGRAM_UNREADABLE`,
   *   `JOB_MALFORMED`, `BUDGET_TOO_SMALL`, `WALLET_MISSING`, `WALLET_BALANCE_TOO_SMALL`, `HUB_UNREACHABLE`; the signal's reason when it aborts, which cancels the job
   */
  run(options: RunOptions): Promise<RunningJob>;
  /**
   * Applies a function to each input on the network; yields results in input order as they are verified. Inputs, results
   * and constants may be JSON, bytes, and what structured clones carry (README).
   * No inputs are no job: then there are no results, and `job` rejects with `JOB_EMPTY`. A job is signed whole, so that
   * inputs which come one by one are awaited to the last before it begins.
   *
   * @throws GristmillError `FUNCTION_NOT_PORTABLE`, `CONSTANT_NAME_INVALID`, `VALUE_UNSUPPORTED`, `JOB_MALFORMED` at once
   *   (of inputs that must be awaited, and of options, from the iteration);
   *   from the iteration `MapFailed` when the function fails on an input, `FUNCTION_NOT_PORTABLE` for names it lacks,
   *   `TYPESCRIPT_INVALID`, `PROGRAM_UNREADABLE`, what `run` throws, and the job's own code.
   */
  map<Input, Output>(
    inputs: Iterable<Input> | AsyncIterable<Input>,
    fn: MapFunction<Input, Output>,
    options?: MapOptions,
  ): AsyncGenerator<Awaited<Output>> & { readonly job: Promise<RunningJob> };
  /**
   * Puts `units` of the network's asset, in minor units, into the escrow for this hub to promise to providers; gives the
   * transaction's hash.
   *
   * @throws GristmillError `WALLET_MISSING`, `WALLET_BALANCE_TOO_SMALL`, `CHAIN_…` as the chain refuses
   */
  deposit(units: bigint): Promise<string>;
}

/**
 * Connects to a hub.
 *
 * @throws GristmillError `HUB_UNREACHABLE` when nothing answers there, `KEY_INVALID` for a `key` that is none.
 */
export async function connect({ hub: url = DEFAULT_HUB, key: given }: ConnectOptions = {}): Promise<Mill> {
  const key = given === undefined ? undefined : walletKey(given);
  const hub = createHubClient(url);
  const { signer, asset, chainId, rpcUrl, contracts } = await hub.network();
  let settlement: Promise<SettlementClient> | undefined;
  let submissions: Promise<void> = Promise.resolve();

  return { hub, network: () => hub.network(), run, map, deposit };

  async function deposit(units: bigint): Promise<string> {
    if (settlement === undefined) {
      settlement = createSettlementClient({ rpcUrl, key: wallet(), deployment: { chainId, ...contracts, asset } });
      // A chain that was away may be back at the next deposit.
      settlement.catch(() => (settlement = undefined));
    }
    const client = await settlement;
    const { address } = wallet();
    const balanceUnits = await client.balanceOf(address);
    if (balanceUnits < units) throw walletBalanceTooSmall(address, { units, balanceUnits, asset });
    return (await client.deposit({ signer, units })).transactionHash;
  }

  async function run(options: RunOptions): Promise<RunningJob> {
    const { program, tasks, aggregation = { kind: 'concat' }, nan = 'canonical', signal } = options;
    const payer = wallet().address;
    const isList: boolean = Array.isArray(tasks);
    if (!isList) throw optionMalformed('tasks', 'it is no list');
    const loaded = await loadProgram(program);
    // Equal content has one name, and is uploaded once.
    const contents = new Map<Cid, Uint8Array>();
    const spec = newJob({
      payer,
      program: namedProgram(loaded),
      tasks: tasks.map(({ args = [], env = {}, stdin, files = {} }, i) => ({
        args: args as string[],
        env,
        stdin: stdin === undefined ? null : name(stdin, `tasks.${i}.stdin`),
        files: Object.fromEntries(
          Object.entries(files).map(([path, content]) => [path, name(content, `tasks.${i}.files.${path}`)]),
        ),
      })),
      aggregation,
      options,
      asset,
    });
    const signed = { job: spec, signature: sign(wallet(), 'job', spec) };
    await uploadAll(hub, contents.values(), signal);
    await submit(signed, signal);
    return watchJob({
      hub,
      spec,
      options,
      cancel: (jobId) => hub.cancelJob(jobId, sign(wallet(), 'request', { cancel: jobId }), { patient: true }),
    });

    function name(content: Uint8Array, what: string): Cid {
      if (!(content instanceof Uint8Array)) {
        throw optionMalformed(what, 'it is no Uint8Array; text becomes one by new TextEncoder().encode(text)');
      }
      const cid = cidOfBytes(content);
      contents.set(cid, content);
      return cid;
    }

    function namedProgram(given: LoadedProgram): Program {
      if ('javascript' in given) {
        return { kind: 'javascript', source: name(new TextEncoder().encode(given.javascript), 'program') };
      }
      // Every provider would refuse it too; here it costs nothing and the error names the place.
      instrument(given.wasm);
      return inNanForm({ kind: 'wasm', module: name(given.wasm, 'program.wasm') }, nan);
    }
  }

  /**
   * Submits a job, and pays for it where the hub says that nothing does. One job after another, lest another one take the
   * deposit that this one has made.
   */
  function submit(signed: SignedJob, signal: AbortSignal | undefined): Promise<void> {
    const submission = submissions.then(async () => {
      signal?.throwIfAborted();
      try {
        await take(signed);
      } catch (error) {
        if (!(error instanceof GristmillError) || error.code !== 'ESCROW_UNDERFUNDED') throw error;
        signal?.throwIfAborted();
        await deposit(signed.job.budgetUnits);
        await take(signed);
      }
    });
    submissions = submission.catch(() => undefined);
    return submission;
  }

  /** The abort does not end this: whether the hub took the job decides whether there is something to cancel. */
  async function take(signed: SignedJob): Promise<void> {
    try {
      await hub.submitJob(signed, { patient: true });
    } catch (error) {
      if (isUnanswered(error)) throw submissionUnanswered(hub.url, jobIdOf(signed.job), error);
      throw error;
    }
  }

  function map<Input, Output>(
    inputs: Iterable<Input> | AsyncIterable<Input>,
    fn: MapFunction<Input, Output>,
    { constants = {}, batch, ...options }: MapOptions = {},
  ) {
    const load = mapSource(fn, constants);
    const given = gather(inputs, options.signal);
    const cut = (list: readonly Input[]) => ({ list, batches: batchesOf(list, batch) });
    const work = (given instanceof Promise ? given.then(cut) : Promise.resolve(cut(given))).then(
      async ({ list, batches }) => ({ list, batches, source: batches.length === 0 ? null : await load() }),
    );
    const job = work.then(({ batches, source }) => {
      if (source === null) throw jobEmpty();
      return run({
        name: (typeof fn === 'function' && fn.name) || 'map',
        ...options,
        program: { javascript: source.javascript },
        tasks: batches.map(({ stdin }) => ({ stdin })),
        aggregation: { kind: 'list' },
      });
    });
    // Who only iterates never looks at `job`: its failure reaches them through the iteration.
    job.catch(() => undefined);
    const results = (async function* () {
      const { list, batches, source } = await work;
      if (source === null) return;
      const outputs = (await job).outputs();
      try {
        for await (const output of outputs) yield* decodeValues(output) as Awaited<Output>[];
      } catch (error) {
        throw mapFailure(error, { inputs: list, batches, place: source.place });
      }
    })();
    return Object.assign(results, { job });
  }

  function wallet(): DeviceKey {
    if (key !== undefined) return key;
    throw new GristmillError('WALLET_MISSING', 'Submitting a job needs a wallet that pays for it.', {
      hint: 'Pass `key` to connect(): the key of a wallet is in wallet.key of its home, usually ~/.gristmill.',
      fault: 'configuration',
    });
  }
}

function jobEmpty(): GristmillError {
  return new GristmillError('JOB_EMPTY', 'There were no inputs, so no job was submitted.', {
    hint: 'Give at least one input where you need the job itself; iterating the results needs none.',
  });
}
