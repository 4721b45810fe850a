import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import http, { type IncomingMessage } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { type Coordinator, createCoordinator } from '@gristmill/coordinator';
import { createTransport } from '@gristmill/network';
import {
  cidOfBytes,
  deviceKeyFromPrivateKey,
  encode,
  type Job,
  jobEvent,
  type JobId,
  jobIdOf,
  type NetworkView,
  networkView,
  sign,
} from '@gristmill/protocol';
import { createSettlementClient, deployContracts, startLocalChain } from '@gristmill/settlement';
import { openBlobFolder, openSqliteJournal, systemClock, systemRandom } from '@gristmill/storage';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createGateway, type Gateway, type GatewayComponents } from './gateway.ts';
import { listen } from './listen.ts';

const keyOf = (seed: number) => deviceKeyFromPrivateKey(new Uint8Array(32).fill(seed));
const payer = keyOf(2);
const stranger = keyOf(3);
const program = new TextEncoder().encode('export default (n) => n;');
const BLOB_BYTES_MAX = 1_000;
const FUNDED_UNITS = 50_000n;

let components: GatewayComponents;
let gateway: Gateway;
const watches = { open: 0, changed: Promise.withResolvers<void>() };
const logged: unknown[] = [];
const releases: (() => Promise<unknown>)[] = [];

function announce(by: number): void {
  watches.open += by;
  watches.changed.resolve();
  watches.changed = Promise.withResolvers();
}

/** The real coordinator, which also tells how many of its watches are open. */
function counting(coordinator: Coordinator): Coordinator {
  return {
    ...coordinator,
    async *watch(options) {
      announce(1);
      try {
        yield* coordinator.watch(options);
      } finally {
        announce(-1);
      }
    },
  };
}

async function untilWatches(open: number): Promise<void> {
  while (watches.open !== open) await watches.changed.promise;
}

beforeAll(async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-gateway-'));
  releases.push(() => rm(folder, { recursive: true }));
  const chain = await startLocalChain();
  releases.push(() => chain.stop());
  const [deployer, authority] = chain.accounts;
  const { rpcUrl } = chain;
  const deployment = await deployContracts({
    rpcUrl,
    deployerKey: deployer!.privateKey,
    challengeDelaySeconds: 604_800,
    authorities: [{ name: 'us/irs', payoutAddress: authority!.address }],
  });
  const key = keyOf(1);
  const settlement = await createSettlementClient({ rpcUrl, key, deployment });
  const rich = await createSettlementClient({ rpcUrl, key: deployer!.privateKey, deployment });
  await rich.sendGas({ to: payer.address, wei: 10n ** 18n });
  const wallet = await createSettlementClient({ rpcUrl, key: payer, deployment });
  await wallet.mint({ to: payer.address, units: FUNDED_UNITS });
  await wallet.deposit({ signer: settlement.signer, units: FUNDED_UNITS });

  const journal = await openSqliteJournal({ path: path.join(folder, 'journal.db'), clock: systemClock });
  releases.push(() => journal.close());
  const blobs = await openBlobFolder({ path: path.join(folder, 'blobs') });
  const transport = await createTransport({ key, listen: [] });
  releases.push(() => transport.stop());
  const coordinator = await createCoordinator({
    journal,
    blobs,
    transport,
    settlement,
    clock: systemClock,
    random: systemRandom,
  });
  releases.push(() => coordinator.stop());
  const { chainId, asset, ...contracts } = deployment;
  components = {
    coordinator: counting(coordinator),
    blobs,
    identity: {
      coordinator: key.peerId,
      addresses: [],
      chainId,
      rpcUrl,
      contracts,
      signer: settlement.signer,
      asset,
    },
    journalHead: () => ({ events: journal.size, root: Buffer.from(journal.root()).toString('hex') }),
    blobBytesMax: BLOB_BYTES_MAX,
    log: (_message, error) => logged.push(error),
  };
  gateway = createGateway(components);
  await upload(program);
});

afterAll(async () => {
  for (const release of releases.toReversed()) await release();
});

function upload(content: Uint8Array<ArrayBuffer>) {
  return gateway.request('/v1/blobs', { method: 'POST', body: content });
}

let nonces = 0;

function jobWith(overrides: Partial<Job> = {}): Job {
  nonces += 1;
  return {
    version: 1,
    name: 'a test',
    payer: payer.address,
    nonce: `${nonces}`,
    program: { kind: 'javascript', source: cidOfBytes(program) },
    tasks: [{ args: [], env: {}, stdin: null, files: {} }],
    limits: { fuel: 1_000_000_000n, memoryPages: 16, stackDepth: 1_000, outputBytes: 1_000, wallClockMs: 1_000 },
    verification: { policy: 'replicas', quorum: 2, attemptsMax: 8 },
    aggregation: { kind: 'concat' },
    unitsPerGigafuel: 500n,
    budgetUnits: 1_000n,
    deadlineMs: 3_600_000,
    startTimeMs: 0,
    ...overrides,
  };
}

function post(value: unknown) {
  return gateway.request('/v1/jobs', { method: 'POST', body: encode(value) });
}

async function submitted(overrides?: Partial<Job>): Promise<JobId> {
  const job = jobWith(overrides);
  expect(await post({ job, signature: sign(payer, 'job', job) })).toMatchObject({ status: 201 });
  return jobIdOf(job);
}

function cancel(jobId: JobId, key = payer) {
  const headers = { 'gristmill-signature': sign(key, 'request', { cancel: jobId }) };
  return gateway.request(`/v1/jobs/${jobId}`, { method: 'DELETE', headers });
}

/** Checks that a refusal has the one shape that every refusal has, and this status and code. */
async function expectRefusal(answer: Response | Promise<Response>, status: number, code: string) {
  const response = await answer;
  const body = await response.json();
  expect({ status: response.status, body }).toEqual({
    status,
    body: { error: { code, message: expect.stringMatching(/\w/), hint: expect.stringMatching(/\w/) } },
  });
  expect(response.headers.get('content-type')).toBe('application/json');
  // A cache on the way would go on saying that something is not here when it is.
  expect(response.headers.get('cache-control')).toBe('no-store');
  return (body as { error: { code: string; message: string; hint: string } }).error;
}

interface Message {
  id: string;
  event: string;
  data: { type: string; sequence: number; jobId: string };
}

function messagesOf(text: string): Message[] {
  return text
    .split('\n\n')
    .filter((block) => block !== '' && !block.startsWith(':'))
    .map((block) => {
      const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s) as [string, string]));
      return { id: fields['id']!, event: fields['event']!, data: JSON.parse(fields['data']!) as Message['data'] };
    });
}

function events(jobId: JobId, lastEventId?: string) {
  return gateway.request(`/v1/jobs/${jobId}/events`, {
    headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId },
  });
}

describe('blobs', () => {
  it('come back as they went in, under their name, to be kept for ever', async () => {
    const content = Uint8Array.of(0, 1, 2, 255);
    const stored = await upload(content);
    expect([stored.status, await stored.json()]).toEqual([201, { cid: cidOfBytes(content) }]);

    const fetched = await gateway.request(`/v1/blobs/${cidOfBytes(content)}`);
    expect(fetched.status).toBe(200);
    expect(new Uint8Array(await fetched.arrayBuffer())).toEqual(content);
    expect(Object.fromEntries(fetched.headers)).toEqual({
      'content-type': 'application/octet-stream',
      'content-length': '4',
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${cidOfBytes(content)}"`,
      'x-content-type-options': 'nosniff',
    });
  });

  it('are not sent to who has them already', async () => {
    await upload(program);
    const name = cidOfBytes(program);
    const ask = (tag: string) => gateway.request(`/v1/blobs/${name}`, { headers: { 'if-none-match': tag } });
    expect((await ask(`W/"other", "${name}"`)).status).toBe(304);
    expect((await ask('"other"')).status).toBe(200);
  });

  it('may be empty', async () => {
    expect(await (await upload(new Uint8Array())).json()).toEqual({ cid: cidOfBytes(new Uint8Array()) });
  });

  it('that are not here, or have no name, are refused', async () => {
    await expectRefusal(gateway.request(`/v1/blobs/${cidOfBytes(Uint8Array.of(9))}`), 404, 'BLOB_NOT_FOUND');
    const { message } = await expectRefusal(gateway.request('/v1/blobs/bafynonsense'), 400, 'REQUEST_MALFORMED');
    expect(message).toContain('bafynonsense');
    await expectRefusal(gateway.request('/v1/blobs/..%2f..%2fetc%2fpasswd'), 400, 'REQUEST_MALFORMED');
  });

  it('are refused above the limit, whether their length is announced or not', async () => {
    expect((await upload(new Uint8Array(BLOB_BYTES_MAX))).status).toBe(201);
    const large = new Uint8Array(BLOB_BYTES_MAX + 1);
    const init = { method: 'POST', headers: { 'content-length': String(large.length) } };
    await expectRefusal(gateway.request('/v1/blobs', { ...init, body: large }), 413, 'BODY_TOO_LARGE');
    const chunked = new Request('http://hub/v1/blobs', {
      method: 'POST',
      body: new Blob([large]).stream(),
      duplex: 'half',
    });
    await expectRefusal(gateway.request(chunked), 413, 'BODY_TOO_LARGE');
    await expectRefusal(gateway.request(`/v1/blobs/${cidOfBytes(large)}`), 404, 'BLOB_NOT_FOUND');
  });

  it('are refused for the moment when all that arrive are too much together, and only then', async () => {
    const arrived = Promise.withResolvers<void>();
    const stored = Promise.withResolvers<void>();
    const narrow = createGateway({
      ...components,
      bodyBytesHeldMax: BLOB_BYTES_MAX,
      blobs: {
        ...components.blobs,
        async put(content) {
          arrived.resolve();
          await stored.promise;
          return components.blobs.put(content);
        },
      },
    });
    const send = (size: number) =>
      narrow.request('/v1/blobs', { method: 'POST', body: new Uint8Array(size).fill(size) });
    const slow = send(600);
    await arrived.promise;
    await expectRefusal(send(401), 503, 'BODIES_FULL');
    const beside = send(400);
    stored.resolve();
    expect((await slow).status).toBe(201);
    expect((await beside).status).toBe(201);
    expect((await send(BLOB_BYTES_MAX)).status).toBe(201);
  });

  it('count for as long as their reader takes, whether it reads them to the end or goes away', async () => {
    const narrow = createGateway({ ...components, bodyBytesHeldMax: 1_000 });
    const content = new Uint8Array(600).fill(6);
    await upload(content);
    const ask = (method = 'GET') => narrow.request(`/v1/blobs/${cidOfBytes(content)}`, { method });
    const first = await ask();
    await expectRefusal(ask(), 503, 'BODIES_FULL');
    expect((await ask('HEAD')).headers.get('content-length')).toBe('600');
    expect(new Uint8Array(await first.arrayBuffer())).toEqual(content);
    const second = await ask();
    await expectRefusal(ask(), 503, 'BODIES_FULL');
    await second.body!.cancel();
    expect((await ask()).status).toBe(200);
  });

  it('are read from the disk a few at a time', async () => {
    const name = cidOfBytes(program);
    const answers: (() => void)[] = [];
    let reads = 0;
    const slow = createGateway({
      ...components,
      blobs: {
        ...components.blobs,
        async get(asked) {
          reads += 1;
          await new Promise<void>((resolve) => answers.push(resolve));
          return components.blobs.get(asked);
        },
      },
    });
    const asked = Array.from({ length: 20 }, async () => slow.request(`/v1/blobs/${name}`));
    await new Promise(setImmediate);
    expect(reads).toBe(8);
    for (let answered = 0; answered < 20; answered += 1) {
      while (answers.length === 0) await new Promise(setImmediate);
      answers.shift()!();
    }
    for (const answer of await Promise.all(asked)) expect(new Uint8Array(await answer.arrayBuffer())).toEqual(program);
  });
});

describe('a job', () => {
  it('is refused for each thing that can be wrong with it, and leaves no trace', async () => {
    const before = components.journalHead();
    const init = { method: 'POST', body: Uint8Array.of(0xff, 0x00) };
    await expectRefusal(gateway.request('/v1/jobs', init), 400, 'CBOR_MALFORMED');
    await expectRefusal(gateway.request('/v1/jobs', { method: 'POST' }), 400, 'CBOR_MALFORMED');

    const job = jobWith();
    const signature = sign(payer, 'job', job);
    const { message } = await expectRefusal(post({ job: { ...job, tasks: 3 }, signature }), 400, 'JOB_MALFORMED');
    expect(message).toContain('job.tasks');
    await expectRefusal(post([job, signature]), 400, 'JOB_MALFORMED');
    await expectRefusal(post({ job, signature: sign(stranger, 'job', job) }), 403, 'JOB_SIGNATURE_INVALID');
    await expectRefusal(post({ job: { ...job, budgetUnits: 2_000n }, signature }), 403, 'JOB_SIGNATURE_INVALID');

    const refused = async (overrides: Partial<Job>, status: number, code: string) => {
      const spec = jobWith(overrides);
      return expectRefusal(post({ job: spec, signature: sign(payer, 'job', spec) }), status, code);
    };
    const absent = cidOfBytes(Uint8Array.of(1, 2, 3));
    await refused({ program: { kind: 'wasm', module: absent } }, 400, 'JOB_CONTENT_MISSING');
    await refused({ tasks: [{ args: [], env: {}, stdin: absent, files: {} }] }, 400, 'JOB_CONTENT_MISSING');
    await refused({ budgetUnits: 999n }, 402, 'BUDGET_TOO_SMALL');
    await refused({ budgetUnits: FUNDED_UNITS + 1n }, 402, 'ESCROW_UNDERFUNDED');
    expect(components.journalHead()).toEqual(before);
  });

  it('is refused by the number of its values, before anything is made of them', async () => {
    // 16 MiB of empty lists: a second to send, 13 s and 1.1 GB to decode, in which the hub would answer nobody.
    const bomb = new Uint8Array(16 * 1024 * 1024).fill(0x80);
    bomb.set([0x9a, 0x00, 0xff, 0xff, 0xfb]);
    const { message } = await expectRefusal(
      gateway.request('/v1/jobs', { method: 'POST', body: bomb }),
      400,
      'CBOR_MALFORMED',
    );
    expect(message).toContain('2000000 items');
  });

  it('is accepted once, and shown with its money as decimal strings', async () => {
    const job = jobWith();
    const signed = { job, signature: sign(payer, 'job', job) };
    const answers = [await post(signed), await post(signed)];
    for (const answer of answers) {
      expect([answer.status, await answer.json()]).toEqual([201, { jobId: jobIdOf(job) }]);
    }
    const view = await (await gateway.request(`/v1/jobs/${jobIdOf(job)}`)).json();
    expect(view).toMatchObject({
      jobId: jobIdOf(job),
      payer: payer.address,
      state: 'running',
      budgetUnits: '1000',
      reservedUnits: '0',
      spentUnits: '0',
      fuelUsed: '0',
    });

    const network = (await (await gateway.request('/v1/network')).json()) as NetworkView;
    expect(network.jobs).toContainEqual(view);
    expect(networkView.parse(network)).toMatchObject({ ...components.identity, journal: components.journalHead() });
    await cancel(jobIdOf(job));
  });

  it('that nobody submitted is unknown by every route', async () => {
    const jobId = jobIdOf(jobWith());
    await expectRefusal(gateway.request(`/v1/jobs/${jobId}`), 404, 'JOB_UNKNOWN');
    await expectRefusal(events(jobId), 404, 'JOB_UNKNOWN');
    await expectRefusal(cancel(jobId), 404, 'JOB_UNKNOWN');
    await expectRefusal(gateway.request('/v1/jobs/7'), 400, 'REQUEST_MALFORMED');
  });

  it('is cancelled by its payer and by nobody else', async () => {
    const jobId = await submitted();
    const other = await submitted();
    await expectRefusal(cancel(jobId, stranger), 403, 'JOB_NOT_YOURS');
    const bare = await expectRefusal(
      gateway.request(`/v1/jobs/${jobId}`, { method: 'DELETE' }),
      400,
      'REQUEST_MALFORMED',
    );
    expect(bare.message).toBe('The Gristmill-Signature header is missing.');
    const takenFromElsewhere = [
      sign(payer, 'request', { cancel: other }),
      sign(payer, 'job', { cancel: jobId }),
      `0x${'00'.repeat(65)}`,
    ];
    for (const signature of takenFromElsewhere) {
      const headers = { 'gristmill-signature': signature };
      await expectRefusal(gateway.request(`/v1/jobs/${jobId}`, { method: 'DELETE', headers }), 403, 'JOB_NOT_YOURS');
    }
    expect(await (await gateway.request(`/v1/jobs/${jobId}`)).json()).toMatchObject({ state: 'running' });

    for (const answer of [await cancel(jobId), await cancel(jobId)]) {
      expect([answer.status, await answer.json()]).toEqual([
        200,
        expect.objectContaining({ jobId, state: 'cancelled' }),
      ]);
    }
    await cancel(other);
  });
});

describe("a job's events", () => {
  it('end with why it failed, after which there is nothing to cancel', async () => {
    const jobId = await submitted({ deadlineMs: 1 });
    const end = messagesOf(await (await events(jobId)).text()).at(-1)!;
    expect(jobEvent.parse(end.data)).toMatchObject({ type: 'failed', error: { code: 'JOB_DEADLINE_PASSED' } });
    await expectRefusal(cancel(jobId), 409, 'JOB_ENDED');
  });

  it('are told from its start, and end with it', async () => {
    const jobId = await submitted();
    const response = await events(jobId);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    await cancel(jobId);
    const messages = messagesOf(await response.text());
    expect(messages.map(({ event }) => event)).toEqual(['submitted', 'cancelled']);
    for (const { id, event, data } of messages) {
      expect(jobEvent.parse(data)).toMatchObject({ type: event, sequence: Number(id), jobId });
    }
  });

  it('go on after Last-Event-ID, with none repeated and none skipped', async () => {
    const jobId = await submitted();
    const first = await events(jobId);
    const others = await Promise.all([submitted(), submitted()]);
    const [last] = messagesOf(new TextDecoder().decode((await first.body!.getReader().read()).value));
    const resumed = await events(jobId, last!.id);
    for (const each of [jobId, ...others]) await cancel(each);
    expect(messagesOf(await resumed.text()).map(({ event }) => event)).toEqual(['cancelled']);

    const all = messagesOf(await (await events(jobId)).text());
    for (const [i, { id }] of all.entries()) {
      expect(messagesOf(await (await events(jobId, id)).text())).toEqual(all.slice(i + 1));
    }
  });

  it('are refused after what is no event', async () => {
    const jobId = await submitted();
    for (const lastEventId of ['', '-1', '0x1', '1.5', 'NaN', '9'.repeat(30)]) {
      await expectRefusal(events(jobId, lastEventId), 400, 'REQUEST_MALFORMED');
    }
    await cancel(jobId);
  });

  it('leave nothing behind when their reader goes away, however it reads', async () => {
    await untilWatches(0);
    const jobId = await submitted();

    const unread = await events(jobId);
    await untilWatches(1);
    await unread.body!.cancel();
    await untilWatches(0);

    const reading = await events(jobId);
    const reader = reading.body!.getReader();
    await reader.read();
    await untilWatches(1);
    await reader.cancel();
    await untilWatches(0);

    const head = await gateway.request(`/v1/jobs/${jobId}/events`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    expect(watches.open).toBe(0);
    await cancel(jobId);
  });

  it('are refused above the number of streams, until one ends', async () => {
    const narrow = createGateway({ ...components, eventStreamsMax: 1 });
    const jobId = await submitted();
    const first = await narrow.request(`/v1/jobs/${jobId}/events`);
    await expectRefusal(narrow.request(`/v1/jobs/${jobId}/events`), 503, 'EVENT_STREAMS_FULL');
    await first.body!.cancel();
    await untilWatches(0);
    const second = await narrow.request(`/v1/jobs/${jobId}/events`);
    expect(second.status).toBe(200);
    await cancel(jobId);
    await second.text();
  });

  it('are kept alive while nothing happens', async () => {
    const lively = createGateway({ ...components, heartbeatMs: 1 });
    const jobId = await submitted();
    const { body } = await lively.request(`/v1/jobs/${jobId}/events`);
    let text = '';
    for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      if (text.includes(':\n\n')) break;
    }
    expect(messagesOf(text).map(({ event }) => event)).toEqual(['submitted']);
    await cancel(jobId);
    await untilWatches(0);
  });
});

describe('what fails', () => {
  it('by an unknown route is told so', async () => {
    const { message } = await expectRefusal(gateway.request('/v2/jobs'), 404, 'ROUTE_UNKNOWN');
    expect(message).toContain('/v2/jobs');
    await expectRefusal(gateway.request('/v1/blobs/'), 404, 'ROUTE_UNKNOWN');
  });

  it.each([
    ['PUT', '/v1/network', 'GET, HEAD'],
    ['OPTIONS', '/v1/jobs', 'POST'],
    ['PATCH', '/v1/jobs/bafy', 'GET, HEAD, DELETE'],
    ['GET', '/v1/blobs', 'POST'],
  ])('by a method that the route does not take is told which it takes: %s %s', async (method, route, allowed) => {
    const answer = await gateway.request(route, { method });
    expect(answer.headers.get('allow')).toBe(allowed);
    await expectRefusal(answer, 405, 'METHOD_NOT_ALLOWED');
  });

  it('inside goes to the log, and its words to nobody else', async () => {
    const broken = new Error('password of /home/secret is 1234');
    const blobs = { ...components.blobs, get: () => Promise.reject(broken) };
    const { message } = await expectRefusal(
      createGateway({ ...components, blobs }).request(`/v1/blobs/${cidOfBytes(program)}`),
      500,
      'INTERNAL',
    );
    expect(message).not.toContain('secret');
    expect(logged).toContain(broken);
  });

  it('while events are told ends the stream, and goes to the log', async () => {
    const broken = new Error('the journal burns');
    const watch: Coordinator['watch'] = () => ({
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(broken) }),
    });
    const jobId = await submitted();
    const burning = createGateway({ ...components, coordinator: { ...components.coordinator, watch } });
    expect(await (await burning.request(`/v1/jobs/${jobId}/events`)).text()).toBe('');
    expect(logged).toContain(broken);
    await cancel(jobId);
  });
});

it('shows the vouchers of a hub that owes nothing', async () => {
  expect(await (await gateway.request('/v1/vouchers')).json()).toEqual({ vouchers: [] });
});

function handIn(evidence: string, body: Uint8Array<ArrayBuffer>) {
  return gateway.request(`/v1/faults/${evidence}/verdicts`, { method: 'POST', body });
}

describe('faults', () => {
  const evidence = cidOfBytes(program);
  const vote = { juror: payer.address, signature: `0x${'00'.repeat(65)}` };

  it('are none at a hub that found none, and no verdict is taken on them', async () => {
    expect(await (await gateway.request('/v1/faults')).json()).toEqual({ faults: [] });
    await expectRefusal(await handIn(evidence, encode(vote)), 404, 'FAULT_UNKNOWN');
  });

  it('are not judged by what is no verdict', async () => {
    await expectRefusal(await handIn('bafkevidence', encode(vote)), 400, 'REQUEST_MALFORMED');
    await expectRefusal(await handIn(evidence, encode({ ...vote, juror: 'me' })), 400, 'REQUEST_MALFORMED');
    await expectRefusal(await handIn(evidence, encode({ ...vote, more: 1 })), 400, 'REQUEST_MALFORMED');
    await expectRefusal(await handIn(evidence, Uint8Array.of(0xff)), 400, 'CBOR_MALFORMED');
    await expectRefusal(await handIn(evidence, new Uint8Array(20_000)), 413, 'BODY_TOO_LARGE');
  });
});

async function streamOf(url: string, jobId: JobId): Promise<IncomingMessage> {
  const [response] = (await once(http.get(`${url}/v1/jobs/${jobId}/events`), 'response')) as [IncomingMessage];
  return response;
}

describe('listening', () => {
  const here = { host: '127.0.0.1', port: 0 };

  async function listening() {
    const listener = await listen(gateway, here);
    onTestFinished(() => listener.close());
    return listener;
  }

  it('serves the same routes over HTTP', async () => {
    const { url } = await listening();
    const content = Uint8Array.of(4, 7, 1, 1);
    await fetch(`${url}/v1/blobs`, { method: 'POST', body: content });
    const fetched = await fetch(`${url}/v1/blobs/${cidOfBytes(content)}`);
    expect(new Uint8Array(await fetched.arrayBuffer())).toEqual(content);
    const body = new Blob([new Uint8Array(BLOB_BYTES_MAX + 1)]).stream();
    await expectRefusal(fetch(`${url}/v1/blobs`, { method: 'POST', body, duplex: 'half' }), 413, 'BODY_TOO_LARGE');
  });

  it('says so when the port is taken, or the address is not here', async () => {
    const { url } = await listening();
    const taken = { host: '127.0.0.1', port: Number(new URL(url).port) };
    await expect(listen(gateway, taken)).rejects.toMatchObject({ code: 'PORT_TAKEN', fault: 'configuration' });
    await expect(listen(gateway, { host: '192.0.2.1', port: 0 })).rejects.toMatchObject({ code: 'LISTEN_FAILED' });
  });

  it('takes a client that goes away in the middle of a body for no failure of its own', async () => {
    const told = Promise.withResolvers<Response>();
    const watched = createGateway(components);
    const { fetch: answer } = watched;
    watched.fetch = async (...parameters) => {
      const response = await answer(...parameters);
      told.resolve(response.clone());
      return response;
    };
    const listener = await listen(watched, here);
    onTestFinished(() => listener.close());
    const before = logged.length;
    const upload = http.request(`${listener.url}/v1/blobs`, { method: 'POST', headers: { 'content-length': '900' } });
    upload.on('error', () => undefined);
    upload.write(new Uint8Array(10), () => upload.destroy());
    await expectRefusal(told.promise, 400, 'REQUEST_ABORTED');
    expect(logged.length).toBe(before);
  });

  it('notices a reader whose connection breaks', async () => {
    const { url } = await listening();
    const jobId = await submitted();
    const response = await streamOf(url, jobId);
    await once(response, 'data');
    await untilWatches(1);
    response.destroy();
    await untilWatches(0);
    await cancel(jobId);
  });

  it('ends open event streams when it closes, and lets go of the port', async () => {
    const listener = await listening();
    const jobId = await submitted();
    const response = await streamOf(listener.url, jobId);
    await once(response, 'data');
    const broken = once(response, 'error');
    await listener.close();
    await broken;
    await untilWatches(0);
    await expect(fetch(listener.url)).rejects.toThrow();
    await listener.close();
    await cancel(jobId);
  });
});
