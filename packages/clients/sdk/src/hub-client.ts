import {
  type Address,
  type Cid,
  cid,
  encode,
  type FaultView,
  faultView,
  GristmillError,
  type JobEvent,
  type JobId,
  type JobView,
  jobEvent,
  jobIdOf,
  jobView,
  matchesCid,
  type NetworkView,
  networkView,
  type Signature,
  type SignedJob,
  type SignedVoucher,
  signedVoucher,
} from '@gristmill/protocol';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { z } from 'zod';
import { answerMalformed, HubUnreachable, isMomentary, mayPass, refusalOf } from './errors.ts';

/**
 * A hub's HTTP API, one method a route; every answer is parsed, every blob checked against its name.
 *
 * Each method throws GristmillError: `HUB_UNREACHABLE` when nothing answers or the connection breaks,
 * `HUB_ANSWER_MALFORMED` when what answers is not a hub, and the hub's own code when the hub refuses.
 */
export interface HubClient {
  readonly url: string;
  network(): Promise<NetworkView>;
  /** @throws GristmillError `BLOB_CORRUPT` when the hub names the content otherwise than we do. */
  putBlob(content: Uint8Array, options?: RequestOptions): Promise<Cid>;
  /** @throws GristmillError `BLOB_NOT_FOUND`, `BLOB_CORRUPT` when the hub sends other content than was asked for. */
  getBlob(name: Cid, options?: RequestOptions): Promise<Uint8Array>;
  /** The same job again is the same job: after a request that was not answered it may be submitted once more. */
  submitJob(signed: SignedJob, options?: RequestOptions): Promise<JobId>;
  job(jobId: JobId, options?: RequestOptions): Promise<JobView>;
  /** `signature` is the payer's, over the request `{ cancel: jobId }`. */
  cancelJob(jobId: JobId, signature: Signature, options?: RequestOptions): Promise<JobView>;
  /**
   * A job's events, from its start to its end; survives a hub that restarts, and neither repeats nor skips an event.
   * Throws the signal's reason when it aborts.
   */
  jobEvents(jobId: JobId, options?: { signal?: AbortSignal }): AsyncGenerator<JobEvent>;
  vouchers(): Promise<SignedVoucher[]>;
  /** Wrong results that the hub found; the evidence of each is a blob of the hub. */
  faults(): Promise<FaultView[]>;
  /** Hands in a juror's signature under the verdict that evidence asks for. */
  confirmFault(evidence: Cid, vote: { juror: Address; signature: Signature }): Promise<FaultView>;
}

export interface RequestOptions {
  /** Ends the request, which then throws the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Look for a hub that is away, or has no room just now, as a watcher does, instead of failing at once. */
  patient?: boolean;
}

export interface HubClientOptions {
  /** How often in a row a watcher or a patient request looks for a hub that is away before it gives up. Default 60. */
  reconnectAttemptsMax?: number;
  /** How long it waits before each look. Default 500 ms. */
  reconnectPauseMs?: number;
}

export function createHubClient(
  url: string,
  { reconnectAttemptsMax = 60, reconnectPauseMs = 500 }: HubClientOptions = {},
): HubClient {
  const hub = url.replace(/\/+$/, '');

  return {
    url: hub,
    network: () => requestJson('/v1/network', networkView),
    async putBlob(content, options) {
      const body = new Uint8Array(content);
      const answer = await requestJson('/v1/blobs', z.object({ cid }), { method: 'POST', body }, options);
      if (!matchesCid(answer.cid, content)) throw corrupt(answer.cid);
      return answer.cid;
    },
    async getBlob(name, options) {
      const content = await request(`/v1/blobs/${name}`, {}, (response) => response.arrayBuffer(), options);
      if (!matchesCid(name, new Uint8Array(content))) throw corrupt(name);
      return new Uint8Array(content);
    },
    async submitJob(signed, options) {
      const init = { method: 'POST', body: encode(signed) };
      const { jobId } = await requestJson('/v1/jobs', z.object({ jobId: cid }), init, options);
      if (jobId === jobIdOf(signed.job)) return jobId;
      throw answerMalformed(hub, `took job ${jobIdOf(signed.job)} for ${jobId}`);
    },
    job: (jobId, options) => requestJson(`/v1/jobs/${jobId}`, jobView, {}, options),
    cancelJob(jobId, signature, options) {
      const init = { method: 'DELETE', headers: { 'gristmill-signature': signature } };
      return requestJson(`/v1/jobs/${jobId}`, jobView, init, options);
    },
    jobEvents,
    async vouchers() {
      return (await requestJson('/v1/vouchers', z.object({ vouchers: z.array(signedVoucher) }))).vouchers;
    },
    async faults() {
      return (await requestJson('/v1/faults', z.object({ faults: z.array(faultView) }))).faults;
    },
    confirmFault: (evidence, vote) =>
      requestJson(`/v1/faults/${evidence}/verdicts`, faultView, { method: 'POST', body: encode(vote) }),
  };

  async function* jobEvents(jobId: JobId, { signal }: { signal?: AbortSignal } = {}): AsyncGenerator<JobEvent> {
    let last = -1;
    for (let failures = 0; ; failures += 1) {
      let failure = answerMalformed(hub, `ends the events of job ${jobId} before the job has ended`);
      try {
        for await (const event of eventsAfter(last, jobId, signal)) {
          if (event.sequence <= last) continue;
          failures = 0;
          last = event.sequence;
          yield event;
          if (event.type === 'delivered' || event.type === 'failed' || event.type === 'cancelled') return;
        }
      } catch (error) {
        signal?.throwIfAborted();
        // What is not ours comes from the connection under the stream.
        failure = error instanceof GristmillError ? error : new HubUnreachable(hub, error);
        if (!mayPass(failure)) throw failure;
      }
      if (failures >= reconnectAttemptsMax) throw failure;
      await pause(reconnectPauseMs, signal);
    }
  }

  /** The events that one connection tells. */
  async function* eventsAfter(last: number, jobId: JobId, signal?: AbortSignal): AsyncGenerator<JobEvent> {
    const init = { headers: last < 0 ? {} : { 'last-event-id': String(last) } };
    const response = await request(`/v1/jobs/${jobId}/events`, init, (answer) => Promise.resolve(answer), { signal });
    if (response.body === null || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
      await response.body?.cancel();
      throw answerMalformed(hub, `answers with something else than the events of job ${jobId}`);
    }
    const messages = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
    for await (const { data } of itemsOf(messages)) {
      const event = parseJson(data, jobEvent);
      if (event.jobId !== jobId) throw answerMalformed(hub, `tells job ${jobId} an event of ${event.jobId}`);
      yield event;
    }
  }

  async function requestJson<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    init: RequestInit = {},
    options?: RequestOptions,
  ): Promise<z.infer<Schema>> {
    return parseJson(await request(path, init, (response) => response.text(), options), schema);
  }

  /** Each route may be asked again: none has another effect the second time. */
  async function request<Content>(
    path: string,
    init: RequestInit,
    read: (response: Response) => Promise<Content>,
    { signal, patient = false }: RequestOptions = {},
  ): Promise<Content> {
    for (let failures = 0; ; failures += 1) {
      try {
        const response = await fetch(hub + path, { ...init, ...(signal && { signal }) });
        if (!response.ok) throw await refusalOf(hub, response);
        return await read(response);
      } catch (error) {
        signal?.throwIfAborted();
        const failure = error instanceof GristmillError ? error : new HubUnreachable(hub, error);
        if (!patient || !isMomentary(failure) || failures >= reconnectAttemptsMax) throw failure;
      }
      await pause(reconnectPauseMs, signal);
    }
  }

  function parseJson<Schema extends z.ZodType>(text: string, schema: Schema): z.infer<Schema> {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (cause) {
      throw answerMalformed(hub, "answers with something else than Gristmill's JSON", cause);
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw answerMalformed(hub, `answers otherwise than agreed:\n${z.prettifyError(parsed.error)}`, parsed.error);
  }

  function corrupt(name: Cid): GristmillError {
    return new GristmillError('BLOB_CORRUPT', `${hub} sent bytes that are not ${name}.`, {
      hint: 'Do not trust this hub; tell its operator.',
      fault: 'peer',
    });
  }
}

/** A stream as an iterator, which streams in Safari are not; who stops early lets go of the stream. */
async function* itemsOf<Item>(stream: ReadableStream<Item>): AsyncGenerator<Item> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Resolves after `ms`; rejects with the signal's reason as soon as it aborts. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end, { once: true });
    function end(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      if (signal?.aborted === true) reject(signal.reason as Error);
      else resolve();
    }
  });
}
