import {
  type Cid,
  cidOfBytes,
  type DeviceKey,
  GristmillError,
  inNanForm,
  type NetworkView,
  type Program,
  sign,
} from '@gristmill/protocol';
import { instrument } from '@gristmill/sandbox';
import { createSettlementClient, type SettlementClient } from '@gristmill/settlement';
import { batchesOf } from './batches.ts';
import { createHubClient, type HubClient } from './hub-client.ts';
import { type MapOptions, newJob, type RunOptions } from './job-options.ts';
import { type MapFunction, mapSource } from './map-source.ts';
import { type LoadedProgram, loadProgram } from './program-source.ts';
import { type RunningJob, watchJob } from './running-job.ts';
import { mapFailure } from './task-failed.ts';
import { uploadAll } from './upload.ts';
import { decodeValues } from './values.ts';

/** Where `gristmill up` listens when it is told nothing else. */
export const DEFAULT_HUB = 'http://127.0.0.1:4711';

export interface ConnectOptions {
  /** The hub's HTTP address. */
  hub?: string;
  /** The wallet that pays: needed to submit jobs, not to look. */
  key?: DeviceKey;
}

/** A connection to a network, as one requestor. */
export interface Mill {
  readonly hub: HubClient;
  network(): Promise<NetworkView>;
  /**
   * Submits a job and watches it; the escrow is topped up by the budget when the hub says it does not cover it.
   *
   * @throws GristmillError `MODULE_…` as the sandbox refuses modules, `TYPESCRIPT_INVALID`, `PROGRAM_UNREADABLE`,
   *   `JOB_MALFORMED`, `BUDGET_TOO_SMALL`, `WALLET_MISSING`, `HUB_UNREACHABLE`; the signal's reason when it aborts, which cancels the job
   */
  run(options: RunOptions): Promise<RunningJob>;
  /**
   * Applies a function to each input on the network; yields results in input order as they are verified. Inputs, results
   * and constants may be JSON, bytes, and what structured clones carry (README).
   * No inputs are no job: then there are no results, and `job` rejects with `JOB_EMPTY`.
   *
   * @throws GristmillError `FUNCTION_NOT_PORTABLE`, `CONSTANT_NAME_INVALID`, `VALUE_UNSUPPORTED`, `JOB_MALFORMED` at once;
   *   from the iteration `MapFailed` when the function fails on an input, `FUNCTION_NOT_PORTABLE` for names it lacks,
   *   `TYPESCRIPT_INVALID`, `PROGRAM_UNREADABLE`, what `run` throws, and the job's own code.
   */
  map<Input, Output>(
    inputs: readonly Input[],
    fn: MapFunction<Input, Output>,
    options?: MapOptions,
  ): AsyncGenerator<Awaited<Output>> & { readonly job: Promise<RunningJob> };
  /** Puts `units` of the network's asset, in minor units, into the escrow for this hub to promise to providers; gives the transaction's hash. */
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
    const { program, tasks, aggregation = { kind: 'concat' }, nan = 'canonical', signal } = options;
    const payer = wallet().address;
    const loaded = await loadProgram(program);
    // Equal content has one name, and is uploaded once.
    const contents = new Map<Cid, Uint8Array>();
    const spec = newJob({
      payer,
      program: namedProgram(loaded),
      tasks: tasks.map(({ args = [], env = {}, stdin, files = {} }) => ({
        args: [...args],
        env,
        stdin: stdin === undefined ? null : name(stdin),
        files: Object.fromEntries(Object.entries(files).map(([path, content]) => [path, name(content)])),
      })),
      aggregation,
      options,
      asset,
    });
    const signed = { job: spec, signature: sign(wallet(), 'job', spec) };
    await uploadAll(hub, contents.values(), signal);
    signal?.throwIfAborted();
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

    function name(content: Uint8Array): Cid {
      const cid = cidOfBytes(content);
      contents.set(cid, content);
      return cid;
    }

    function namedProgram(given: LoadedProgram): Program {
      if ('javascript' in given) {
        return { kind: 'javascript', source: name(new TextEncoder().encode(given.javascript)) };
      }
      // Every provider would refuse it too; here it costs nothing and the error names the place.
      instrument(given.wasm);
      return inNanForm({ kind: 'wasm', module: name(given.wasm) }, nan);
    }
  }

  function map<Input, Output>(
    inputs: readonly Input[],
    fn: MapFunction<Input, Output>,
    { constants = {}, batch, ...options }: MapOptions = {},
  ) {
    const batches = batchesOf(inputs, batch);
    const load = mapSource(fn, constants);
    const source = batches.length === 0 ? Promise.reject(jobEmpty()) : load();
    const job = source.then(({ javascript }) =>
      run({
        name: (typeof fn === 'function' && fn.name) || 'map',
        ...options,
        program: { javascript },
        tasks: batches.map(({ stdin }) => ({ stdin })),
        aggregation: { kind: 'list' },
      }),
    );
    // Who only iterates never looks at `job`: its failure reaches them through the iteration.
    job.catch(() => undefined);
    const results = (async function* () {
      if (batches.length === 0) return;
      const outputs = (await job).outputs();
      try {
        for await (const output of outputs) yield* decodeValues(output) as Awaited<Output>[];
      } catch (error) {
        throw mapFailure(error, { inputs, batches, place: (await source).place });
      }
    })();
    return Object.assign(results, { job });
  }

  function wallet(): DeviceKey {
    if (key !== undefined) return key;
    throw new GristmillError('WALLET_MISSING', 'Submitting a job needs a wallet that pays for it.', {
      hint: 'Pass `key` to connect(), for example deviceKeyFromPrivateKey(...).',
      fault: 'configuration',
    });
  }
}

function jobEmpty(): GristmillError {
  return new GristmillError('JOB_EMPTY', 'There were no inputs, so no job was submitted.', {
    hint: 'Give at least one input where you need the job itself; iterating the results needs none.',
  });
}
