import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  cidOfBytes,
  deviceKeyFromPrivateKey,
  type Job,
  type JobEvent,
  type JobView,
  jobIdOf,
  sign,
} from '@gristmill/protocol';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHubClient, type HubClient, type RequestOptions } from './hub-client.ts';

const key = deviceKeyFromPrivateKey(new Uint8Array(32).fill(1));
const content = new TextEncoder().encode('grist');
const name = cidOfBytes(content);
const job: Job = {
  version: 1,
  name: 'a test',
  payer: key.address,
  nonce: '1',
  program: { kind: 'javascript', source: name },
  tasks: [{ args: [], env: {}, stdin: null, files: {} }],
  limits: { fuel: 1n, memoryPages: 1, stackDepth: 1, outputBytes: 1, wallClockMs: 1 },
  verification: { policy: 'replicas', quorum: 1, attemptsMax: 1 },
  aggregation: { kind: 'concat' },
  unitsPerGigafuel: 1n,
  budgetUnits: 1n,
  deadlineMs: 1,
  startTimeMs: 0,
};
const signed = { job, signature: sign(key, 'job', job) };
const jobId = jobIdOf(job);
const view: Record<keyof JobView, unknown> = {
  jobId,
  name: 'a test',
  payer: key.address,
  state: 'running',
  tasks: 1,
  tasksVerified: 0,
  attempts: 0,
  attemptsRejected: 0,
  fuelUsed: '9007199254740993',
  budgetUnits: '1',
  reservedUnits: '0',
  spentUnits: '0',
  energyMillijoules: 0,
  gramsCO2e: 0,
  result: null,
  error: null,
};

/** A client of whatever answers as `handler` says. */
async function clientOf(handler: RequestListener, reconnectAttemptsMax = 5) {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return createHubClient(url, { reconnectAttemptsMax, reconnectPauseMs: 1 });
}

function answering(body: unknown, status = 200, type = 'application/json') {
  return clientOf((_request, response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body));
  });
}

const withCode = (code: string, message = /./) => ({
  code,
  message: expect.stringMatching(message),
  hint: expect.any(String),
});

describe('what a hub answers is believed only as far as it can be checked', () => {
  it('passes on what is as agreed', async () => {
    const client = await answering(view);
    expect(await client.job(jobId)).toMatchObject({ jobId, fuelUsed: 9_007_199_254_740_993n });
    expect(await client.cancelJob(jobId, signed.signature)).toMatchObject({ state: 'running' });
    expect(await (await answering({ vouchers: [] })).vouchers()).toEqual([]);
    expect(await (await answering(content)).getBlob(name)).toEqual(content);
    expect(await (await answering({ cid: name }, 201)).putBlob(content)).toBe(name);
    expect(await (await answering({ jobId }, 201)).submitJob(signed)).toBe(jobId);
  });

  it('refuses content under a name that is not its own', async () => {
    const other = cidOfBytes(new Uint8Array());
    await expect((await answering('chaff')).getBlob(name)).rejects.toMatchObject(withCode('BLOB_CORRUPT'));
    await expect((await answering({ cid: other }, 201)).putBlob(content)).rejects.toMatchObject(
      withCode('BLOB_CORRUPT'),
    );
    await expect((await answering({ jobId: other }, 201)).submitJob(signed)).rejects.toMatchObject(
      withCode('HUB_ANSWER_MALFORMED', /took job/),
    );
  });

  it.each(Object.keys(view))('refuses a job without its field %s', async (field) => {
    const client = await answering({ ...view, [field]: undefined });
    await expect(client.job(jobId)).rejects.toMatchObject(withCode('HUB_ANSWER_MALFORMED', new RegExp(field)));
  });

  it('refuses what is no answer of a hub, by every route', async () => {
    for (const answer of [{}, [], 'null', '<html>Welcome to nginx!</html>', '']) {
      const client = await answering(answer);
      const requests = [
        () => client.network(),
        () => client.putBlob(content),
        () => client.submitJob(signed),
        () => client.job(jobId),
        () => client.cancelJob(jobId, signed.signature),
        () => client.vouchers(),
        () => client.jobEvents(jobId).next(),
      ];
      for (const request of requests) {
        await expect(request()).rejects.toMatchObject(withCode('HUB_ANSWER_MALFORMED'));
      }
    }
  });

  it("tells a hub's refusal in the hub's own words", async () => {
    const error = { code: 'ESCROW_UNDERFUNDED', message: 'It holds 3 of 7.', hint: 'Deposit 4.' };
    const client = await answering({ error }, 402);
    await expect(client.submitJob(signed)).rejects.toMatchObject(error);
    await expect(client.jobEvents(jobId).next()).rejects.toMatchObject(error);
  });

  it('tells a refusal that is not in the words of a hub', async () => {
    for (const body of ['<html>Forbidden</html>', { error: 'no' }, { error: { code: 'X' } }]) {
      const client = await answering(body, 403);
      await expect(client.network()).rejects.toMatchObject(withCode('HUB_ANSWER_MALFORMED', /403/));
    }
  });
});

describe('a hub that is away', () => {
  const patient = { patient: true };
  const full = { code: 'BODIES_FULL', message: 'No room.', hint: 'Wait.' };
  const requests = [
    ['putBlob', { cid: name }],
    ['getBlob', content],
    ['submitJob', { jobId }],
    ['job', view],
    ['cancelJob', view],
  ] as const;
  const ask = (client: HubClient, method: (typeof requests)[number][0], options: RequestOptions) =>
    ({
      putBlob: () => client.putBlob(content, options),
      getBlob: () => client.getBlob(name, options),
      submitJob: () => client.submitJob(signed, options),
      job: () => client.job(jobId, options),
      cancelJob: () => client.cancelJob(jobId, signed.signature, options),
    })[method]();

  it.each(requests)('is waited for by a patient %s, and by no other', async (method, answer) => {
    const body = answer instanceof Uint8Array ? answer : JSON.stringify(answer);
    const turns: Turn[] = [
      (response) => response.destroy(),
      (response) => response.writeHead(502).end('<html>Bad gateway</html>'),
      (response) => response.writeHead(503).end(JSON.stringify({ error: full })),
      (response) => response.end(body),
    ];
    const { client, asked } = await hubWith(...turns);
    await ask(client, method, patient);
    expect(asked).toHaveLength(4);
    await expect(ask((await hubWith(...turns)).client, method, {})).rejects.toMatchObject(withCode('HUB_UNREACHABLE'));
  });

  it('is not asked twice for what it refused, nor for what somebody must mend', async () => {
    for (const [status, code] of [
      [404, 'BLOB_NOT_FOUND'],
      [500, 'INTERNAL'],
      [503, 'JOURNAL_FAILED'],
    ] as const) {
      const error = { code, message: 'It is so.', hint: 'Do so.' };
      const { client, asked } = await hubWith((response) => response.writeHead(status).end(JSON.stringify({ error })));
      await expect(client.getBlob(name, patient)).rejects.toMatchObject(error);
      expect(asked).toHaveLength(1);
    }
  });

  it('is waited for no longer than the signal says, nor than was agreed', async () => {
    const abort = new AbortController();
    const silent = await clientOf(() => abort.abort('enough'));
    await expect(silent.getBlob(name, { signal: abort.signal })).rejects.toBe('enough');
    const never = createHubClient('http://127.0.0.1:9', { reconnectPauseMs: 2 ** 30 });
    const later = new AbortController();
    const waiting = never.getBlob(name, { patient: true, signal: later.signal });
    later.abort('enough');
    await expect(waiting).rejects.toBe('enough');
    const { client, asked } = await hubWith((response) => response.destroy());
    await expect(client.getBlob(name, patient)).rejects.toMatchObject(withCode('HUB_UNREACHABLE'));
    expect(asked).toHaveLength(1 + 5);
  });

  it('is unreachable', async () => {
    for (const [url, hint] of [
      ['http://127.0.0.1:9', /gristmill up/],
      ['localhost:4711', /http:\/\/127\.0\.0\.1:4711/],
    ] as const) {
      await expect(createHubClient(url).network()).rejects.toMatchObject({
        ...withCode('HUB_UNREACHABLE', / answers at \S+: \w/),
        hint: expect.stringMatching(hint) as string,
      });
    }
  });

  it('is unreachable when its connection breaks in the middle of an answer', async () => {
    const client = await clientOf((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write(content, () => response.destroy());
    });
    await expect(client.getBlob(name)).rejects.toMatchObject(withCode('HUB_UNREACHABLE'));
    await expect(client.network()).rejects.toMatchObject(withCode('HUB_UNREACHABLE'));
  });

  it('is given up by a watcher after as many looks as were agreed', async () => {
    let looks = 0;
    const client = await clientOf((_request, response) => {
      looks += 1;
      response.destroy();
    }, 4);
    await expect(client.jobEvents(jobId).next()).rejects.toMatchObject(withCode('HUB_UNREACHABLE'));
    expect(looks).toBe(5);
  });
});

const begin = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/event-stream' });
const message = (event: JobEvent) => `event: ${event.type}\nid: ${event.sequence}\ndata: ${JSON.stringify(event)}\n\n`;

async function told(events: AsyncIterable<JobEvent>): Promise<string[]> {
  const types: string[] = [];
  for await (const { type } of events) types.push(type);
  return types;
}

type Turn = (response: ServerResponse, request: IncomingMessage) => void;

const telling =
  (...events: JobEvent[]): Turn =>
  (response) => {
    begin(response).end(events.map(message).join(''));
  };

const breakingAfter =
  (text: string): Turn =>
  (response) => {
    begin(response).write(text, () => response.destroy());
  };

/** A client of a hub that answers each connection as the next turn says, and what was asked on each. */
async function hubWith(...turns: Turn[]) {
  const asked: (string | undefined)[] = [];
  const client = await clientOf((request, response) => {
    asked.push(request.headers['last-event-id'] as string | undefined);
    const turn = turns[Math.min(asked.length, turns.length) - 1]!;
    turn(response, request);
  });
  return { client, asked };
}

describe("a job's events", () => {
  const submitted: JobEvent = { type: 'submitted', sequence: 3, jobId, tasks: 1 };
  const leased: JobEvent = {
    type: 'leased',
    sequence: 5,
    jobId,
    taskIndex: 0,
    attemptId: 'a',
    provider: key.peerId,
  };
  const delivered: JobEvent = { type: 'delivered', sequence: 9, jobId, result: name };

  const all = ['submitted', 'leased', 'delivered'];

  it('go on where they broke off: in between two, or in the middle of one', async () => {
    const { client, asked } = await hubWith(
      breakingAfter(message(submitted)),
      breakingAfter(`:\n\n${message(leased)}${message(delivered).slice(0, 40)}`),
      telling(delivered),
    );
    expect(await told(client.jobEvents(jobId))).toEqual(all);
    expect(asked).toEqual([undefined, '3', '5']);
  });

  it('are told once, whatever the hub repeats', async () => {
    const { client } = await hubWith(telling(submitted, leased), telling(submitted, leased, delivered));
    expect(await told(client.jobEvents(jobId))).toEqual(all);
  });

  it('wait for a hub that restarts, or a proxy that says so', async () => {
    const error = { code: 'COORDINATOR_STOPPED', message: 'It has stopped.', hint: 'Start it.' };
    const { client, asked } = await hubWith(
      telling(submitted),
      (response) => response.destroy(),
      (response) => response.writeHead(503).end(JSON.stringify({ error })),
      (response) => response.writeHead(502).end('<html>Bad gateway</html>'),
      telling(leased, delivered),
    );
    expect(await told(client.jobEvents(jobId))).toEqual(all);
    expect(asked).toEqual([undefined, '3', '3', '3', '3']);
  });

  it('are not waited for without end when a hub has no more of them', async () => {
    const { client, asked } = await hubWith(telling(submitted));
    await expect(told(client.jobEvents(jobId))).rejects.toMatchObject(
      withCode('HUB_ANSWER_MALFORMED', /before the job has ended/),
    );
    expect(asked).toHaveLength(1 + 5);
  });

  it.each([
    ['is no JSON', 'data: {oops\n\n'],
    ['has no known type', `data: ${JSON.stringify({ ...submitted, type: 'stolen' })}\n\n`],
    ['lacks a field', `data: ${JSON.stringify({ ...leased, provider: undefined })}\n\n`],
    ['is about another job', message({ ...submitted, jobId: name })],
  ])('are refused at once when one %s', async (_, text) => {
    const { client, asked } = await hubWith((response) => begin(response).write(message(submitted) + text));
    const events = client.jobEvents(jobId);
    expect((await events.next()).value).toEqual(submitted);
    await expect(events.next()).rejects.toMatchObject(withCode('HUB_ANSWER_MALFORMED'));
    expect(asked).toHaveLength(1);
  });

  it('end with the signal: before the first, while they flow, and while the hub is away', async () => {
    const { client } = await hubWith((response) => begin(response).write(message(submitted)));
    await expect(client.jobEvents(jobId, { signal: AbortSignal.abort('enough') }).next()).rejects.toBe('enough');

    const flowing = new AbortController();
    const events = client.jobEvents(jobId, { signal: flowing.signal });
    await events.next();
    const next = events.next();
    flowing.abort('enough');
    await expect(next).rejects.toBe('enough');

    const away = new AbortController();
    const patient = createHubClient('http://127.0.0.1:9', { reconnectPauseMs: 2 ** 30 });
    const never = patient.jobEvents(jobId, { signal: away.signal }).next();
    away.abort('enough');
    await expect(never).rejects.toBe('enough');
  });

  it('let go of the connection when nobody wants more of them', async () => {
    const closed = Promise.withResolvers<void>();
    const { client } = await hubWith((response) => {
      response.once('close', closed.resolve);
      begin(response).write(message(submitted));
    });
    for await (const event of client.jobEvents(jobId)) {
      expect(event).toEqual(submitted);
      break;
    }
    await closed.promise;
  });
});
