import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ReadableStream } from 'node:stream/web';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { createCoordinator } from '@gristmill/coordinator';
import { createGateway, listen } from '@gristmill/gateway';
import { createTransport, keepConnected } from '@gristmill/network';
import { type Cid, cidOfBytes, type DeviceKey, deviceKeyFromPrivateKey, GristmillError } from '@gristmill/protocol';
import {
  createEnergyMeter,
  createProcessExecutor,
  createProvider,
  openVoucherFile,
  type ProcessExecutor,
  probeDevice,
} from '@gristmill/provider';
import { createSettlementClient, deployContracts, startLocalChain, verifyVoucher } from '@gristmill/settlement';
import { openBlobFolder, openSqliteJournal, systemClock, systemRandom } from '@gristmill/storage';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { connect, type Mill } from './connect.ts';
import { HubUnreachable } from './errors.ts';
import type { RunOptions } from './job-options.ts';
import { MapFailed } from './task-failed.ts';

const keyOf = (seed: number) => deviceKeyFromPrivateKey(new Uint8Array(32).fill(seed));
const key = keyOf(2);
const text = (content: Uint8Array) => new TextDecoder().decode(content);
const bytesOf = (words: string) => new TextEncoder().encode(words);

/** Opens `in` in its first preopened directory, reads up to 256 bytes of it and writes them to stdout (wabt, from text). */
const CAT =
  'AGFzbQEAAAABGQNgCX9/f39/fn5/fwF/YAR/f39/AX9gAAACZwMWd2FzaV9zbmFwc2hvdF9wcmV2aWV3MQlwYXRoX29wZW4AABZ3YXNpX3NuYXBz' +
  'aG90X3ByZXZpZXcxB2ZkX3JlYWQAARZ3YXNpX3NuYXBzaG90X3ByZXZpZXcxCGZkX3dyaXRlAAEDAgECBQMBAAEHEwIGbWVtb3J5AgAGX3N0YXJ0' +
  'AAMKOwE5AEEDQQBBAEECQQBCAkIAQQBBCBAABEAAC0EIKAIAQRBBAUEUEAEEQAALQQFBEEEBQRgQAgRAAAsLCxUCAEEACwJpbgBBEAsIQAAAAAABAAA=';

let url: string;
let mill: Mill;
let settle: () => Promise<void>;
let endow: (wallet: DeviceKey, units: bigint) => Promise<void>;
/** Every upload that reached the hub. */
const uploads: Cid[] = [];
const releases: (() => Promise<unknown>)[] = [];

/** A whole network on one machine: a chain, a hub that uploads are counted at, and two providers of different owners. */
beforeAll(async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-sdk-'));
  releases.push(() => rm(folder, { recursive: true }));
  const chain = await startLocalChain();
  releases.push(() => chain.stop());
  const { rpcUrl } = chain;
  const [deployer, authority] = chain.accounts;
  const deployment = await deployContracts({
    rpcUrl,
    deployerKey: deployer!.privateKey,
    challengeDelaySeconds: 604_800,
    authorities: [{ name: 'us/irs', payoutAddress: authority!.address }],
  });
  const rich = await createSettlementClient({ rpcUrl, key: deployer!.privateKey, deployment });
  endow = async ({ address }, units) => {
    await rich.sendGas({ to: address, wei: 10n ** 18n });
    await rich.mint({ to: address, units });
  };
  await endow(key, 1_000_000_000n);

  const hubKey = keyOf(1);
  const journal = await openSqliteJournal({ path: path.join(folder, 'journal.db'), clock: systemClock });
  releases.push(() => journal.close());
  const blobs = await openBlobFolder({ path: path.join(folder, 'blobs') });
  const settlement = await createSettlementClient({ rpcUrl, key: hubKey, deployment });
  const transport = await createTransport({ key: hubKey, listen: ['/ip4/127.0.0.1/tcp/0'] });
  releases.push(() => transport.stop());
  const clock = systemClock;
  const random = systemRandom;
  const coordinator = await createCoordinator({ journal, blobs, transport, settlement, clock, random });
  releases.push(() => coordinator.stop());
  settle = () => coordinator.settle();
  const { chainId, asset, ...contracts } = deployment;
  const gateway = createGateway({
    coordinator,
    blobs: {
      get: (name) => blobs.get(name),
      put(content) {
        uploads.push(cidOfBytes(content));
        return blobs.put(content);
      },
    },
    identity: {
      coordinator: hubKey.peerId,
      addresses: [...transport.addresses],
      chainId,
      rpcUrl,
      contracts,
      signer: settlement.signer,
      asset,
    },
    journalHead: () => ({ events: journal.size, root: Buffer.from(journal.root()).toString('hex') }),
  });
  const api = await listen(gateway, { host: '127.0.0.1', port: 0 });
  releases.push(() => api.close());
  url = api.url;

  const executor = await createProcessExecutor({ workers: 2 });
  releases.push(() => executor.close());
  for (const seed of [11, 12]) {
    const release = await provide(seed, executor, transport.addresses[0]!, path.join(folder, `${seed}.json`));
    releases.push(release);
  }
  mill = await connect({ hub: `${url}/`, key });
});

async function provide(seed: number, executor: ProcessExecutor, address: string, voucherPath: string) {
  const device = keyOf(seed);
  const transport = await createTransport({ key: device, listen: [] });
  const connected = Promise.withResolvers<void>();
  const provider = createProvider({
    key: device,
    transport,
    keepConnected: (onStream, signal) =>
      keepConnected({
        transport,
        address,
        signal,
        clock: systemClock,
        random: systemRandom,
        onStream,
        onRetry: (error) => connected.reject(error),
      }),
    executor,
    clock: systemClock,
    payee: device.address,
    slots: 2,
    capabilities: await probeDevice({ executor }),
    unitsPerGigafuelMin: 0n,
    verifyVoucher,
    voucherStore: await openVoucherFile({ path: voucherPath }),
    meter: createEnergyMeter({ region: 'world' }),
    onEvent: ({ type }) => {
      if (type === 'connected') connected.resolve();
    },
  });
  await provider.start();
  await connected.promise;
  return async () => {
    await provider.stop();
    await transport.stop();
  };
}

afterAll(async () => {
  for (const release of releases.toReversed()) await release();
});

async function listOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** A module whose tasks say their input back. */
const echo = { javascript: 'export default (word) => word;' };
/** A module whose tasks run for as long as they may. */
const endless = { javascript: 'export default () => { for (;;); };' };

async function jobsOnHub(): Promise<number> {
  return (await mill.network()).jobs.length;
}

describe('connect', () => {
  it('says what is not there, and needs no wallet to look', async () => {
    await expect(connect({ hub: 'http://127.0.0.1:9' })).rejects.toMatchObject({ code: 'HUB_UNREACHABLE' });
    await expect(connect({ hub: url, key: 'secret' })).rejects.toMatchObject({ code: 'KEY_INVALID' });
    const onlooker = await connect({ hub: url });
    expect((await onlooker.network()).providers).toHaveLength(2);
    const options = { program: echo, tasks: [{}] };
    await expect(onlooker.run(options)).rejects.toMatchObject({ code: 'WALLET_MISSING' });
    await expect(onlooker.deposit(1n)).rejects.toMatchObject({ code: 'WALLET_MISSING' });
    await expect(listOf(onlooker.map([1], (n) => n))).rejects.toMatchObject({ code: 'WALLET_MISSING' });
  });
});

const failing = (n: number) => [n].map((m) => (m as unknown as { missing: { field: 1 } }).missing.field);

describe('map', () => {
  it('applies a function to each input, in order, and pays for it out of a deposit it makes itself', async () => {
    const step = 3;
    const inputs = Array.from({ length: 10 }, (_, n) => n);
    const results = mill.map(inputs, (n) => ({ n, stepped: n + step }), { batch: 3, constants: { step } });
    expect(await listOf(results)).toEqual(inputs.map((n) => ({ n, stepped: n + step })));
    const { view, content } = await (await results.job).result();
    expect(view).toMatchObject({ state: 'delivered', tasks: 4, tasksVerified: 4, attempts: 8 });
    expect(cidOfBytes(content)).toBe(view.result);
    expect(view.spentUnits).toBeGreaterThan(0n);
  });

  it('takes inputs from whatever holds them, and waits for those that come one by one', async () => {
    expect(await listOf(mill.map(new Set([1, 2]), (n) => n * 2))).toEqual([2, 4]);
    const rows = (async function* () {
      yield* [3, 4];
    })();
    expect(await listOf(mill.map(rows, (n) => n * 2))).toEqual([6, 8]);
    const torn = (async function* () {
      yield 1;
      throw new Error('torn');
    })();
    await expect(listOf(mill.map(torn, (n) => n))).rejects.toThrow('torn');
  });

  it('gives nothing for nothing, without a job', async () => {
    const before = { jobs: await jobsOnHub(), uploads: uploads.length };
    const results = mill.map([], (n) => n);
    expect(await listOf(results)).toEqual([]);
    await expect(results.job).rejects.toMatchObject({ code: 'JOB_EMPTY' });
    expect({ jobs: await jobsOnHub(), uploads: uploads.length }).toEqual(before);
  });

  it.each([0, -1, 1.5, Number.NaN, Infinity])('refuses batches of %d', (batch) => {
    expect(() => mill.map([1], (n) => n, { batch })).toThrow(
      expect.objectContaining({ code: 'JOB_MALFORMED', message: expect.stringContaining('batch') as string }) as Error,
    );
  });

  it("fails with the function's own error, its input and its place", async () => {
    const broken = mill.map(
      [1, 2, { seven: 7 }, 4],
      (n) => {
        if (typeof n === 'object') throw new RangeError(`no ${n.seven}`);
        return n;
      },
      { batch: 2 },
    );
    const failure: unknown = await listOf(broken).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MapFailed);
    expect(failure).toMatchObject({ code: 'TASK_FAILED', index: 2, input: { seven: 7 } });
    expect((failure as MapFailed).message).toMatch(
      /^The function failed on inputs\[2\], \{"seven":7\}: RangeError: no 7\n {4}at default \(task\.js:2:\d+\)$/,
    );
    await expect((await broken.job).result()).rejects.toMatchObject({
      code: 'TASK_FAILED',
      taskIndex: 1,
      message: expect.stringMatching(/^Task 1 failed: RangeError: no 7\n/) as string,
    });
  });

  it('has the columns of the first line right, too', async () => {
    const column = failing.toString().indexOf('m.missing') + 1;
    const failure: unknown = await listOf(mill.map([1], failing)).catch((error: unknown) => error);
    expect((failure as Error).message).toMatch(new RegExp(`at <anonymous> \\(task\\.js:1:${column}\\)`));
  });

  it('says what is wrong with a function before anything is sent', async () => {
    const table = [1, 2, 3];
    const before = { jobs: await jobsOnHub(), uploads: uploads.length };
    await expect(listOf(mill.map([0], (n) => table[n]))).rejects.toMatchObject({
      code: 'FUNCTION_NOT_PORTABLE',
      message: 'The function (anonymous) refers to table, which it does not have on another device.',
      hint: 'Send them along: map(inputs, fn, { constants: { table } }).',
    });
    await expect(listOf(mill.map([0], () => fetch('http://127.0.0.1/')))).rejects.toMatchObject({
      code: 'FUNCTION_NOT_PORTABLE',
      hint: expect.stringContaining('nothing of Node.js') as string,
    });
    await expect(listOf(mill.map([0], { typescript: 'enum A {}' }))).rejects.toMatchObject({
      code: 'TYPESCRIPT_INVALID',
    });
    await expect(listOf(mill.map([0], new URL('file:///none.ts')))).rejects.toMatchObject({
      code: 'PROGRAM_UNREADABLE',
    });
    expect(() => mill.map([0, { f: () => 1 }], (n) => n)).toThrow(
      expect.objectContaining({ code: 'VALUE_UNSUPPORTED' }) as Error,
    );
    expect({ jobs: await jobsOnHub(), uploads: uploads.length }).toEqual(before);
  });

  it('tells what to do about a name that only the device found missing', async () => {
    const hidden = { javascript: 'export default (x) =>\n  x + table;' };
    await expect(listOf(mill.map([5], hidden))).rejects.toMatchObject({
      code: 'TASK_FAILED',
      message: expect.stringMatching(
        /inputs\[0\], 5: ReferenceError: table is not defined\n {4}at default \(task\.js:2:/,
      ) as string,
      hint: 'Send them along: map(inputs, fn, { constants: { table } }).',
    });
  });

  it('names what a script would import', async () => {
    await expect(listOf(mill.map([1], { javascript: 'import fs from "fs"; export default fs' }))).rejects.toMatchObject(
      {
        code: 'TASK_FAILED',
        message: "The function failed: ReferenceError: could not load module 'fs'",
        hint: expect.stringContaining('bundle') as string,
      },
    );
  });

  it('carries bytes and structured values there and back, and takes functions among the constants', async () => {
    const inputs = [
      { when: new Date(5), bytes: Uint8Array.of(1, 2), tags: new Set(['a']), big: 2n ** 65n },
      { when: new Date(Number.NaN), bytes: new Uint8Array(), tags: new Set<string>(), big: -1n },
    ];
    const prices = new Map([['a', 1.5]]);
    const priceOf = (tags: Set<string>) => [...tags].reduce((sum, tag) => sum + (prices.get(tag) ?? Number.NaN), -0);
    const results = mill.map(
      inputs,
      ({ when, bytes, tags, big }) => ({
        when,
        bytes: bytes.map((b) => b * 2),
        price: priceOf(tags),
        big: big + 1n,
        none: undefined,
      }),
      { constants: { prices, priceOf } },
    );
    expect(await listOf(results)).toStrictEqual([
      { when: new Date(5), bytes: Uint8Array.of(2, 4), price: 1.5, big: 2n ** 65n + 1n, none: undefined },
      { when: new Date(Number.NaN), bytes: new Uint8Array(), price: -0, big: 0n, none: undefined },
    ]);
  });

  it('runs TypeScript, as text and from a file, whose places its errors name', async () => {
    const typescript = 'type Word = string;\nexport default async (word: Word): Promise<number> => word.length;';
    expect(await listOf(mill.map(['ab', 'abc'], { typescript }))).toEqual([2, 3]);
    const folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-sdk-'));
    releases.push(() => rm(folder, { recursive: true }));
    const file = path.join(folder, 'words.ts');
    await writeFile(file, 'const check = (word: string | null): number =>\n  word!.length;\nexport default check;\n');
    expect(await listOf(mill.map(['ab'], pathToFileURL(file)))).toEqual([2]);
    await expect(listOf(mill.map([null], pathToFileURL(file)))).rejects.toMatchObject({
      message: expect.stringMatching(/at check \(words\.ts:2:\d+\)/) as string,
    });
    const job = await mill.run({ program: pathToFileURL(file), tasks: [{ stdin: bytesOf('["four"]') }] });
    expect(text((await job.result()).content)).toBe('[4]');
  });
});

describe('run', () => {
  it('gives the outputs as they are verified, and then the whole', async () => {
    const events: string[] = [];
    const tasks = ['["a"]', '["b"]', '["c"]'].map((words) => ({ stdin: bytesOf(words) }));
    const job = await mill.run({ program: echo, tasks, onEvent: ({ type }) => events.push(type) });
    expect((await listOf(job.outputs())).map(text)).toEqual(['["a"]', '["b"]', '["c"]']);
    const { content, view } = await job.result();
    expect(text(content)).toBe('["a"]["b"]["c"]');
    expect(cidOfBytes(content)).toBe(view.result);
    expect([events[0], events.at(-1)]).toEqual(['submitted', 'delivered']);
    await expect(job.cancel()).rejects.toMatchObject({ code: 'JOB_ENDED' });
  });

  it('uploads equal content once', async () => {
    const before = uploads.length;
    const tasks = Array.from({ length: 20 }, (_, i) => ({ stdin: bytesOf(`["${i % 2}"]`) }));
    const job = await mill.run({ program: { javascript: 'export default (n) => n + 1;' }, tasks });
    expect(uploads.length - before).toBe(3);
    expect((await job.result()).view).toMatchObject({ tasks: 20, tasksVerified: 20 });
  });

  it('runs a module over files, in the form of NaNs that is asked for', async () => {
    const tasks = ['grist', 'mill'].map((words) => ({ files: { '/in': bytesOf(words) } }));
    const program = { wasm: Buffer.from(CAT, 'base64') };
    const submitted = vi.spyOn(mill.hub, 'submitJob');
    const job = await mill.run({ program, tasks, nan: 'optimistic', name: 'cat' });
    expect(text((await job.result()).content)).toBe('gristmill');
    expect(submitted.mock.lastCall![0].job.program).toMatchObject({ kind: 'wasm', nan: 'optimistic' });
  });

  it('uploads nothing of a job that is wrong', async () => {
    const before = uploads.length;
    const program = echo;
    await expect(mill.run({ program, tasks: [] })).rejects.toMatchObject({ code: 'JOB_MALFORMED' });
    const wasm = bytesOf('#!/bin/sh');
    await expect(mill.run({ program: { wasm }, tasks: [{}] })).rejects.toMatchObject({ code: 'MODULE_MALFORMED' });
    await expect(mill.run({ program, tasks: [{}], budget: 'all' })).rejects.toMatchObject({ code: 'MONEY_MALFORMED' });
    for (const [wrong, field] of [
      [{ tasks: undefined }, 'tasks'],
      [{ tasks: [{}, { stdin: 'text' }] }, 'tasks.1.stdin'],
      [{ tasks: [{ files: { '/a': new ArrayBuffer(1) } }] }, 'tasks.0.files./a'],
      [{ tasks: [{ args: '--quality high' }] }, 'tasks.0.args'],
      [{ tasks: [{}], replica: 3 }, 'replica'],
    ] as const) {
      await expect(mill.run({ program, ...wrong } as unknown as RunOptions)).rejects.toMatchObject({
        code: 'JOB_MALFORMED',
        message: expect.stringContaining(`The job's ${field} is wrong`) as string,
      });
    }
    expect(uploads.length).toBe(before);
  });

  it('submits nothing after the abort', async () => {
    const before = await jobsOnHub();
    const signal = AbortSignal.abort('enough');
    await expect(mill.run({ program: echo, tasks: [{}], signal })).rejects.toBe('enough');
    expect(await jobsOnHub()).toBe(before);
  });

  it('cancels the job when its signal aborts', async () => {
    const abort = new AbortController();
    const leased = Promise.withResolvers<void>();
    const job = await mill.run({
      program: endless,
      tasks: [{ stdin: bytesOf('[1]') }],
      signal: abort.signal,
      onEvent: ({ type }) => {
        if (type === 'leased') leased.resolve();
      },
    });
    await leased.promise;
    abort.abort('enough');
    await expect(job.result()).rejects.toBe('enough');
    await expect(listOf(job.outputs())).rejects.toBe('enough');
    expect(await mill.hub.job(job.jobId)).toMatchObject({ state: 'cancelled' });
  });

  it('tells that a job was cancelled to whoever waits for it', async () => {
    const job = await mill.run({ program: endless, tasks: [{ stdin: bytesOf('[1]') }] });
    expect(await job.cancel()).toMatchObject({ state: 'cancelled' });
    await expect(job.result()).rejects.toMatchObject({ code: 'JOB_CANCELLED' });
  });
});

/** A way to the hub that breaks off once by each method and route, after the hub has done what it was asked. */
async function brittleWay(): Promise<{ hub: string; broken: Set<string> }> {
  const broken = new Set<string>();
  const way = createServer((request, response) => {
    void (async () => {
      const headers = new Headers(request.headers as Record<string, string>);
      headers.delete('transfer-encoding');
      const body = request.method === 'POST' ? new Uint8Array(await buffer(request)) : null;
      const answer = await fetch(url + request.url, { method: request.method!, headers, body });
      const route = `${request.method} ${request.url!.replace(/baf\w+/, ':id')}`;
      if (route !== 'GET /v1/network' && !broken.has(route)) {
        broken.add(route);
        await answer.body!.cancel();
        response.destroy();
        return;
      }
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type')! });
      Readable.fromWeb(answer.body as ReadableStream).pipe(response);
    })();
  }).listen(0, '127.0.0.1');
  await once(way, 'listening');
  onTestFinished(() => {
    way.close();
    way.closeAllConnections();
  });
  return { hub: `http://127.0.0.1:${(way.address() as AddressInfo).port}`, broken };
}

describe('a hub that goes away in the middle', () => {
  it('is asked again, and nothing is done or paid twice', async () => {
    const before = await jobsOnHub();
    const { hub, broken } = await brittleWay();
    const results = (await connect({ hub, key })).map([1, 2], (n) => n + 1);
    expect(await listOf(results)).toEqual([2, 3]);
    expect((await (await results.job).result()).view).toMatchObject({ state: 'delivered', attempts: 4 });
    expect([...broken].toSorted()).toEqual([
      'GET /v1/blobs/:id',
      'GET /v1/jobs/:id',
      'GET /v1/jobs/:id/events',
      'POST /v1/blobs',
      'POST /v1/jobs',
    ]);
    expect(await jobsOnHub()).toBe(before + 1);
  });

  it('for good may have taken the job, and its error says which', async () => {
    const distant = await connect({ hub: url, key });
    const submitJob = vi.spyOn(distant.hub, 'submitJob').mockRejectedValue(new HubUnreachable(url, new Error('gone')));
    await expect(distant.run({ program: echo, tasks: [{}] })).rejects.toMatchObject({
      code: 'HUB_UNREACHABLE',
      message: expect.stringMatching(/whether it took job bafy\w+/) as string,
      hint: expect.stringContaining('gristmill result bafy') as string,
    });
    const refusal = new GristmillError('CHAIN_UNREACHABLE', 'No chain.', { hint: 'Wait.', fault: 'platform' });
    submitJob.mockRejectedValue(refusal);
    await expect(distant.run({ program: echo, tasks: [{}] })).rejects.toBe(refusal);
  });
});

describe('a deposit', () => {
  it('is made once a job, and never taken by a job beside it', async () => {
    const wallet = keyOf(3);
    await endow(wallet, 3_000_000n);
    const own = await connect({ hub: url, key: wallet });
    const submitted = vi.spyOn(own.hub, 'submitJob');
    const jobs = ['a', 'b', 'c'].map((name) =>
      own.run({ program: echo, tasks: [{ stdin: bytesOf('[1]') }], name, budget: '1' }),
    );
    for (const job of await Promise.all(jobs)) await job.result();
    const names = submitted.mock.calls.map(([{ job }]) => job.name);
    // Twice each, the second time after its deposit, with no other in between.
    expect(names.filter((each, i) => each === names[i + 1])).toHaveLength(3);
    expect(names).toHaveLength(6);
  });

  it('is not tried with more than the wallet holds', async () => {
    const own = await connect({ hub: url, key: '06'.repeat(32) });
    await expect(own.run({ program: echo, tasks: [{}], budget: '2.5' })).rejects.toMatchObject({
      code: 'WALLET_BALANCE_TOO_SMALL',
      message: `2.5 GUSD cannot be deposited: the wallet ${keyOf(6).address} holds 0 GUSD.`,
    });
  });

  it('is made when the chain is back that was away at the first try', async () => {
    const wallet = keyOf(5);
    await endow(wallet, 1_000_000n);
    const own = await connect({ hub: url, key: wallet });
    const { rpcUrl } = await own.network();
    const { fetch } = globalThis;
    const chain = vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
      if (new URL(input instanceof Request ? input.url : input).origin === new URL(rpcUrl).origin)
        throw new Error('away');
      return fetch(input, init);
    });
    await expect(own.deposit(1n)).rejects.toMatchObject({ code: 'CHAIN_UNREACHABLE' });
    chain.mockRestore();
    expect(await own.deposit(1n)).toMatch(/^0x/);
  });

  it('is not made after the abort', async () => {
    const wallet = keyOf(4);
    const own = await connect({ hub: url, key: wallet });
    const abort = new AbortController();
    const { hub } = await connect({ hub: url });
    vi.spyOn(own.hub, 'submitJob').mockImplementation(async (...parameters) => {
      abort.abort('enough');
      return hub.submitJob(...parameters);
    });
    // Without coin or gas, a deposit would fail with another error.
    await expect(own.run({ program: echo, tasks: [{}], signal: abort.signal })).rejects.toBe('enough');
  });
});

it("shows what the hub owes to whom, signed by the hub's own key", async () => {
  await settle();
  const {
    signer,
    contracts: { escrow },
  } = await mill.network();
  const vouchers = await mill.hub.vouchers();
  expect(new Set(vouchers.map(({ voucher }) => voucher.payee))).toEqual(
    new Set([11, 12].map((seed) => keyOf(seed).address)),
  );
  for (const signed of vouchers) {
    const { chainId, payee, cumulative } = signed.voucher;
    await expect(verifyVoucher(signed, { chainId, escrow, signer, payee })).resolves.not.toThrow();
    expect(cumulative).toBeGreaterThan(0n);
  }
});

it('does what its README says', async () => {
  const folder = path.dirname(import.meta.dirname);
  const [, example] = /```ts\n(.*?)```/s.exec(await readFile(path.join(folder, 'README.md'), 'utf8'))!;
  const flags = ['--conditions=@gristmill/source', '--input-type=module-typescript', '--eval'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...flags, example!.replace('http://127.0.0.1:4711', url)],
    { cwd: folder, env: { ...process.env, WALLET_KEY: Buffer.from(key.privateKey).toString('hex') } },
  );
  expect(stdout).toMatch(
    /^\{ n: 27, steps: 111 \}\n\{ n: 97, steps: 118 \}\n\["Hello, Ada\."\]\["Hello, Grace\."\]\n0\.\d+ GUSD\n$/,
  );
});
