import { type DeviceKey, GristmillError, type NetworkView, type Program, sign, type Task } from '@gristmill/protocol';
import { instrument } from '@gristmill/sandbox';
import { createSettlementClient, type SettlementClient } from '@gristmill/settlement';
import { bytes } from './bytes.ts';
import { createHubClient, type HubClient } from './hub-client.ts';
import { javascriptSource, type Json } from './javascript-source.ts';
import { type MapOptions, newJob, type RunOptions } from './job-options.ts';
import { type RunningJob, watchJob } from './running-job.ts';

/** Where `gristmill up` listens when it is told nothing else. */
const DEFAULT_HUB = 'http://127.0.0.1:4711';
const DEFAULT_TASKS_A_JOB = 64;

export interface ConnectOptions {
  /** The hub's HTTP address. */
  hub?: string;
  /** The wallet that pays: needed to submit jobs, not to look. */
  key?: DeviceKey;
}

/** A self-contained function, or the text of a JavaScript module whose default export is one. */
export type MapFunction<Input, Output> = ((input: Input) => Output | Promise<Output>) | { javascript: string };

/** A connection to a network, as one requestor. */
export interface Mill {
  readonly hub: HubClient;
  network(): Promise<NetworkView>;
  /**
   * Submits a job and watches it; the escrow is topped up by the budget when the hub says it does not cover it.
   *
   * @throws GristmillError `MODULE_…` as the sandbox refuses modules, `JOB_MALFORMED`, `BUDGET_TOO_SMALL`,
   *   `WALLET_MISSING`, `HUB_UNREACHABLE`
   */
  run(options: RunOptions): Promise<RunningJob>;
  /** Applies a function to each input on the network; yields results in input order as they are verified. */
  map<Input extends Json, Output>(
    inputs: readonly Input[],
    fn: MapFunction<Input, Output>,
    options?: MapOptions,
  ): AsyncGenerator<Output> & { readonly job: Promise<RunningJob> };
  /** Puts `amount` into the escrow for this hub to promise to providers; gives the transaction's hash. */
  deposit(units: bigint): Promise<string>;
}

/**
 * Connects to a hub.
 *
 * @throws GristmillError `HUB_UNREACHABLE` when nothing answers there.
 */
export async function connect({ hub: url = DEFAULT_HUB, key }: ConnectOptions = {}): Promise<Mill> {
  const hub = createHubClient(url);
  const { signer, asset, chainId, rpcUrl, contracts } = await hub.network();
  let settlement: Promise<SettlementClient> | undefined;

  return { hub, network: () => hub.network(), run, map, deposit };

  async function deposit(units: bigint): Promise<string> {
    settlement ??= createSettlementClient({ rpcUrl, key: wallet(), deployment: { chainId, ...contracts, asset } });
    return (await (await settlement).deposit({ signer, units })).transactionHash;
  }

  async function run(options: RunOptions): Promise<RunningJob> {
    const { program, tasks, aggregation = { kind: 'concat' } } = options;
    const spec = newJob({
      payer: wallet().address,
      program: await uploadProgram(program),
      tasks: await Promise.all(tasks.map(uploadTask)),
      aggregation,
      options,
      asset,
    });
    const signed = { job: spec, signature: sign(wallet(), 'job', spec) };
    options.signal?.throwIfAborted();
    try {
      await hub.submitJob(signed);
    } catch (error) {
      if (!(error instanceof GristmillError) || error.code !== 'ESCROW_UNDERFUNDED') throw error;
      await deposit(spec.budgetUnits);
      await hub.submitJob(signed);
    }
    return watchJob({
      hub,
      spec,
      options,
      cancel: (jobId) => hub.cancelJob(jobId, sign(wallet(), 'request', { cancel: jobId })),
    });
  }

  function map<Input extends Json, Output>(
    inputs: readonly Input[],
    fn: MapFunction<Input, Output>,
    { constants = {}, batch = Math.ceil(inputs.length / DEFAULT_TASKS_A_JOB) || 1, ...options }: MapOptions = {},
  ) {
    const batches = Array.from({ length: Math.ceil(inputs.length / batch) }, (_, i) =>
      inputs.slice(i * batch, (i + 1) * batch),
    );
    const job = run({
      name: (typeof fn === 'function' && fn.name) || 'map',
      ...options,
      program: { javascript: typeof fn === 'function' ? javascriptSource(fn, constants) : fn.javascript },
      tasks: batches.map((items) => ({ stdin: bytes.fromJson(items) })),
      aggregation: { kind: 'list' },
    });
    // Who only iterates never looks at `job`: its failure reaches them through the iteration.
    job.catch(() => undefined);
    const results = (async function* () {
      for await (const output of (await job).outputs()) yield* bytes.toJson(output) as Output[];
    })();
    return Object.assign(results, { job });
  }

  async function uploadProgram(program: RunOptions['program']): Promise<Program> {
    if ('wasm' in program) {
      // Every provider would refuse it too; here it costs nothing and the error names the place.
      instrument(program.wasm);
      return { kind: 'wasm', module: await hub.putBlob(program.wasm) };
    }
    return { kind: 'javascript', source: await hub.putBlob(bytes.fromText(program.javascript)) };
  }

  async function uploadTask({ args = [], env = {}, stdin }: RunOptions['tasks'][number]): Promise<Task> {
    return { args: [...args], env, stdin: stdin === undefined ? null : await hub.putBlob(stdin), files: {} };
  }

  function wallet(): DeviceKey {
    if (key !== undefined) return key;
    throw new GristmillError('WALLET_MISSING', 'Submitting a job needs a wallet that pays for it.', {
      hint: 'Pass `key` to connect(), for example deviceKeyFromPrivateKey(...).',
      fault: 'configuration',
    });
  }
}
