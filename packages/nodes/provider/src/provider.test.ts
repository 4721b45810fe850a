import {
  type Cid,
  cidOfBytes,
  GristmillError,
  INLINE_OUTPUT_BYTES_MAX,
  isReceiptSignedBy,
  type Lease,
} from '@gristmill/protocol';
import { expect, test } from 'vitest';
import { execution } from '../test/counting-executor.ts';
import { echo } from '../test/programs.ts';
import {
  deviceKey,
  escrow,
  file,
  greet,
  hubKey,
  input,
  jobId,
  lease,
  memoryStore,
  program,
  setUp,
  voucher,
} from '../test/provider-set-up.ts';
import type { Executor } from './executor.ts';
import { createProcessExecutor } from './process-executor.ts';

test('A lease becomes a signed report with its output, and a free slot.', async () => {
  const { hub, run, provider, event } = await setUp();
  const { end, hello } = await greet(hub);
  expect(hello).toMatchObject({ slots: 2, holding: [], payee: deviceKey.address, unitsPerGigafuelMin: 10n });

  end.send(lease('one'));
  const { request, end: ends } = await run(0);
  expect(request.program).toEqual({ kind: 'wasm', name: cidOfBytes(program), content: program, nan: 'canonical' });
  expect(request.task).toEqual({
    args: ['a'],
    env: { B: 'c' },
    stdin: input,
    files: new Map([['/f', file]]),
    seed: new Uint8Array(32).fill(5),
    startTime: 1234,
  });
  ends.resolve(execution(Uint8Array.of(4, 5), { cpuMs: 1000 }));

  const { signed, output } = await end.next('report');
  expect(output).toEqual(Uint8Array.of(4, 5));
  expect(isReceiptSignedBy(deviceKey.peerId, signed)).toBe(true);
  expect(signed.receipt).toMatchObject({
    attemptId: 'one',
    jobId,
    taskIndex: 3,
    result: { status: 'exited', exitCode: 0, reason: null, output: cidOfBytes(Uint8Array.of(4, 5)), fuelUsed: 1000n },
    energyMillijoules: 3500,
  });
  expect(await end.next('ready')).toEqual({ type: 'ready', slots: 1 });
  expect(provider.status()).toMatchObject({ completed: 1, unacknowledged: 1, working: 0 });

  end.send({ type: 'received', attemptIds: ['one'] });
  await event('received');
  expect(provider.status().unacknowledged).toBe(0);
});

test('[2] A lease runs in the isolate from end to end, and a liar can be made by wrapping the executor.', async () => {
  const executor = await createProcessExecutor({ niceness: 0, workers: 1 });
  try {
    const liar: Executor = {
      async execute(request) {
        const honest = await executor.execute(request);
        return { ...honest, stdout: honest.stdout.map((byte) => byte ^ 1) };
      },
    };
    for (const [use, output] of [
      [executor, input],
      [liar, input.map((byte) => byte ^ 1)],
    ] as const) {
      const { hub } = await setUp({ executor: use });
      hub.blobs.set(echo.name, echo.content);
      const { end } = await greet(hub);
      end.send(lease('one', { program: { kind: 'wasm', module: echo.name } }));
      const { signed, output: said } = await end.next('report');
      expect(said).toEqual(output);
      expect(signed.receipt.result).toMatchObject({ status: 'exited', exitCode: 0, output: cidOfBytes(output) });
    }
  } finally {
    await executor.close();
  }
});

test('[10] The form of NaNs of the lease is what runs, and what the receipt names.', async () => {
  const { hub, run } = await setUp();
  const { end } = await greet(hub);
  for (const [i, nan] of (['optimistic', 'canonical'] as const).entries()) {
    const module = cidOfBytes(program);
    end.send(lease(nan, { program: nan === 'canonical' ? { kind: 'wasm', module } : { kind: 'wasm', module, nan } }));
    const { request, end: ends } = await run(i);
    expect(request.program.nan).toBe(nan);
    ends.resolve(execution(new Uint8Array()));
    expect((await end.next('report')).signed.receipt.nan).toBe(nan);
    await end.next('ready');
  }
});

test('An output too large for a report is served until the report is acknowledged.', async () => {
  const { hub, run, event } = await setUp();
  const { end } = await greet(hub);
  end.send(lease('large'));
  const content = new Uint8Array(INLINE_OUTPUT_BYTES_MAX + 1).fill(3);
  (await run(0)).end.resolve(execution(content));
  const report = await end.next('report');
  expect(report.output).toBeNull();
  expect(await hub.fetchFromProvider(report.signed.receipt.result.output)).toEqual(content);
  expect(await hub.fetchFromProvider(cidOfBytes(program))).toBeNull();
  end.send({ type: 'received', attemptIds: ['large'] });
  await event('received');
  expect(await hub.fetchFromProvider(report.signed.receipt.result.output)).toBeNull();
});

test('[1] A report that was not acknowledged is sent again after a reconnect, and nothing is computed twice.', async () => {
  const { hub, run, runs } = await setUp();
  const first = await greet(hub);
  first.end.send(lease('done'));
  const { end: ends } = await run(0);
  first.end.send(lease('slow'));
  await run(1);
  ends.resolve(execution(Uint8Array.of(1)));
  const report = await first.end.next('report');
  await first.end.close();
  await first.end.ended;

  const second = await greet(hub);
  expect(second.hello.holding).toEqual(['done', 'slow']);
  expect(second.hello.slots).toBe(1);
  expect(await second.end.next('report')).toEqual(report);

  // A coordinator that forgot may lease the same attempts again.
  second.end.send(lease('done'), lease('slow'));
  expect(await second.end.next('report')).toEqual(report);
  // Each of them took a slot of credit that was not used.
  expect(await second.end.next('ready')).toEqual({ type: 'ready', slots: 1 });
  expect(await second.end.next('ready')).toEqual({ type: 'ready', slots: 1 });
  (await run(1)).end.resolve(execution(Uint8Array.of(2)));
  expect((await second.end.next('report')).signed.receipt.attemptId).toBe('slow');
  expect(runs.length).toBe(2);
});

test('A run that ends while there is no connection is reported on the next one.', async () => {
  const { hub, run, event } = await setUp();
  const first = await greet(hub);
  first.end.send(lease('one'));
  const { end: ends } = await run(0);
  await first.end.close();
  await first.end.ended;
  ends.resolve(execution(Uint8Array.of(1)));
  await event('completed');
  const second = await greet(hub);
  expect(second.hello.holding).toEqual(['one']);
  expect((await second.end.next('report')).signed.receipt.attemptId).toBe('one');
});

test('What the welcome drops is not sent again.', async () => {
  const { hub, run, provider } = await setUp();
  const first = await greet(hub);
  first.end.send(lease('one'));
  (await run(0)).end.resolve(execution(Uint8Array.of(1)));
  await first.end.next('report');
  await first.end.close();
  await first.end.ended;
  const second = await greet(hub, ['one']);
  second.end.send(lease('two'));
  (await run(1)).end.resolve(execution(Uint8Array.of(2)));
  expect((await second.end.next('report')).signed.receipt.attemptId).toBe('two');
  expect(provider.status().unacknowledged).toBe(1);
});

test('[2] A device fault is a decline and never a result.', async () => {
  const { hub, run, provider } = await setUp();
  const { end } = await greet(hub);
  end.send(lease('one'));
  (await run(0)).end.reject(
    new GristmillError('WALL_CLOCK_EXCEEDED', 'The task did not end within 1000 ms.', {
      hint: 'Use a faster device.',
      fault: 'platform',
    }),
  );
  expect(await end.next('decline')).toEqual({
    type: 'decline',
    attemptId: 'one',
    code: 'WALL_CLOCK_EXCEEDED',
    message: 'The task did not end within 1000 ms.',
  });
  expect(await end.next('ready')).toEqual({ type: 'ready', slots: 1 });
  expect(provider.status()).toMatchObject({ declined: 1, completed: 0, unacknowledged: 0 });
});

test.each([
  ['content that the hub does not have', { task: { args: [], env: {}, stdin: jobId, files: {} } }, 'BLOB_NOT_FOUND'],
  ['a price below the minimum', { unitsPerGigafuel: 9n }, 'PRICE_TOO_LOW'],
] satisfies [string, Partial<Lease>, string][])('A lease with %s is declined unrun.', async (_, changes, code) => {
  const { hub, runs } = await setUp();
  const { end } = await greet(hub);
  end.send(lease('one', changes));
  expect(await end.next('decline')).toMatchObject({ attemptId: 'one', code });
  expect(await end.next('ready')).toEqual({ type: 'ready', slots: 1 });
  expect(runs.length).toBe(0);
});

test('A lease whose inputs took longer than it holds is declined.', async () => {
  let now = 0;
  const { hub } = await setUp({ clock: { now: () => (now += 1001) } });
  const { end } = await greet(hub);
  end.send(lease('one'));
  expect(await end.next('decline')).toMatchObject({ attemptId: 'one', code: 'LEASE_EXPIRED' });
});

test('A revoked attempt reports nothing and keeps its slot until it ends.', async () => {
  const { hub, run, event, provider } = await setUp();
  const { end } = await greet(hub);
  end.send(lease('one'));
  const { request, end: ends } = await run(0);
  end.send({ type: 'revoke', attemptIds: ['one', 'unknown'] });
  await event('revoked');
  expect(request.signal?.aborted).toBe(true);
  expect(provider.status().working).toBe(0);
  ends.resolve(execution(Uint8Array.of(1)));
  // The slot comes back, and no report before it.
  expect(await end.next('ready')).toEqual({ type: 'ready', slots: 1 });
  expect(provider.status()).toMatchObject({ completed: 0, unacknowledged: 0 });
});

test('Content is fetched once, however many leases name it.', async () => {
  const { hub, run } = await setUp();
  const { end } = await greet(hub);
  end.send(lease('one'), lease('two'));
  await Promise.all([run(0), run(1)]);
  expect(hub.fetched.toSorted()).toEqual([program, input, file].map(cidOfBytes).toSorted() satisfies Cid[]);
});

test('[3] The newest voucher is kept; a lower one is refused and a repeated one ignored.', async () => {
  const verified: bigint[] = [];
  const { hub, event, events, store, provider } = await setUp({
    verifyVoucher: (signed, context) => {
      expect(context).toMatchObject({ chainId: 31_337, escrow, signer: hubKey.address, payee: deviceKey.address });
      verified.push(context.previousCumulative);
      return Promise.resolve();
    },
  });
  const { end } = await greet(hub);
  for (const cumulative of [100n, 250n, 250n, 249n]) end.send({ type: 'payment', voucher: voucher(cumulative) });
  const refused = await event('voucher-refused');
  expect(refused.voucher.voucher.cumulative).toBe(249n);
  expect(refused.error.code).toBe('VOUCHER_NOT_INCREASING');
  expect(verified).toEqual([0n, 100n]);
  expect(store.saved.map(({ voucher: { cumulative } }) => cumulative)).toEqual([100n, 250n]);
  expect(provider.status().vouchers).toEqual([voucher(250n)]);
  expect(provider.status().vouchersRefused).toBe(1);
  expect(events.filter(({ type }) => type === 'paid').length).toBe(2);
});

test('[3] A voucher that does not verify is refused, and one from before a restart still counts.', async () => {
  const { hub, event, provider, store } = await setUp({
    voucherStore: memoryStore([voucher(500n)]),
    verifyVoucher: (_, { previousCumulative }) =>
      Promise.reject(
        new GristmillError('VOUCHER_SIGNATURE_INVALID', `after ${previousCumulative}`, {
          hint: 'Ask again.',
          fault: 'peer',
        }),
      ),
  });
  const { end } = await greet(hub);
  end.send({ type: 'payment', voucher: voucher(600n) });
  expect((await event('voucher-refused')).error.message).toBe('after 500');
  expect(provider.status().vouchers).toEqual([voucher(500n)]);
  expect(store.saved).toEqual([]);
});

test('[3] A voucher that the disk does not take counts all the same, and is saved when it is repeated.', async () => {
  const store = memoryStore();
  let isFull = true;
  const { hub, event, events, provider } = await setUp({
    voucherStore: {
      load: () => store.load(),
      save: (signed) => (isFull ? Promise.reject(new Error('ENOSPC: no space left on device')) : store.save(signed)),
    },
  });
  const { end } = await greet(hub);
  end.send({ type: 'payment', voucher: voucher(100n) });
  expect((await event('voucher-unsaved')).error.message).toMatch(/no space left/);
  await event('paid');
  expect(provider.status()).toMatchObject({ vouchers: [voucher(100n)], vouchersRefused: 0 });
  expect(store.saved).toEqual([]);

  isFull = false;
  end.send({ type: 'payment', voucher: voucher(100n) }, { type: 'payment', voucher: voucher(100n) });
  await end.close();
  await end.ended;
  await provider.stop();
  expect(store.saved).toEqual([voucher(100n)]);
  expect(events.filter(({ type }) => type === 'paid').length).toBe(1);
});

test('[4] A lease that no free slot was offered for is declined unrun.', async () => {
  const { hub, run, runs } = await setUp();
  const { end, hello } = await greet(hub);
  expect(hello.slots).toBe(2);
  end.send(lease('one'), lease('two'), lease('three'));
  expect(await end.next('decline')).toMatchObject({ attemptId: 'three', code: 'NO_FREE_SLOT' });
  await run(1);
  expect(runs.length).toBe(2);
});

test('Verdicts add up.', async () => {
  const { hub, provider, run } = await setUp();
  const { end } = await greet(hub);
  end.send(
    { type: 'verdict', attemptId: 'a', accepted: true, reason: null, earnedUnits: 70n },
    { type: 'verdict', attemptId: 'b', accepted: false, reason: 'differs from two others', earnedUnits: 0n },
    { type: 'verdict', attemptId: 'c', accepted: true, reason: null, earnedUnits: 5n },
    lease('after'),
  );
  await run(0);
  expect(provider.status()).toMatchObject({ accepted: 2, rejected: 1, earnedUnits: 75n });
});

test('A refusal is an error with the words of the hub.', async () => {
  const { hub, provider, event } = await setUp();
  const end = await hub.accept();
  await end.next('hello');
  end.send({ type: 'refusal', code: 'PROVIDER_BANNED', message: 'No.', hint: 'Ask the operator.' });
  expect(await end.ended).toMatchObject({ code: 'PROVIDER_BANNED', message: 'No.', hint: 'Ask the operator.' });
  expect((await event('disconnected')).error?.code).toBe('PROVIDER_BANNED');
  expect(provider.status()).toMatchObject({ coordinator: null, lastError: { code: 'PROVIDER_BANNED' } });
});

test('When the connection is given up for good, whoever runs the provider is told.', async () => {
  const gone = new GristmillError('ADDRESS_MALFORMED', 'No such address.', {
    hint: 'Mend it.',
    fault: 'configuration',
  });
  const { event, provider } = await setUp({ keepConnected: () => Promise.reject(gone) });
  expect((await event('failed')).error).toBe(gone);
  await provider.stop();
});

test('Work before a welcome, or words that are not a coordinator’s, end the stream.', async () => {
  const { hub, runs } = await setUp();
  const first = await hub.accept();
  await first.next('hello');
  first.send(lease('one'));
  expect(await first.ended).toMatchObject({ code: 'MESSAGE_UNEXPECTED' });
  const second = await greet(hub);
  second.end.send({ type: 'ready', slots: 1 });
  expect(await second.end.ended).toMatchObject({ code: 'MESSAGE_UNEXPECTED' });
  // The provider comes again: a peer that misbehaves is not a reason to give up.
  expect((await greet(hub)).hello.slots).toBe(2);
  expect(runs.length).toBe(0);
});

test('Stopping gives unfinished work back.', async () => {
  const { hub, run, provider } = await setUp();
  const { end } = await greet(hub);
  end.send(lease('one'));
  await run(0);
  await provider.stop();
  expect(await end.next('decline')).toMatchObject({ attemptId: 'one', code: 'PROVIDER_STOPPING' });
  expect(provider.status()).toMatchObject({ coordinator: null, working: 0 });
});
