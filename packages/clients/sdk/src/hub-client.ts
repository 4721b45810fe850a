import {
  type Cid,
  cid,
  encode,
  GristmillError,
  type JobEvent,
  type JobId,
  type JobView,
  jobEvent,
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
import { HubUnreachable, refusalOf } from './errors.ts';

/** A hub's HTTP API, one method a route; every answer is parsed, every blob checked against its name. */
export interface HubClient {
  readonly url: string;
  network(): Promise<NetworkView>;
  putBlob(content: Uint8Array): Promise<Cid>;
  getBlob(name: Cid): Promise<Uint8Array>;
  submitJob(signed: SignedJob): Promise<JobId>;
  job(jobId: JobId): Promise<JobView>;
  cancelJob(jobId: JobId, signature: Signature): Promise<JobView>;
  /** A job's events from its start; survives a hub that restarts, and neither repeats nor skips an event. */
  jobEvents(jobId: JobId, options?: { signal?: AbortSignal }): AsyncGenerator<JobEvent>;
  vouchers(): Promise<SignedVoucher[]>;
}

/** How long a watcher waits for a hub to come back before it gives up, and how often it looks. */
const RECONNECT_ATTEMPTS_MAX = 60;
const RECONNECT_PAUSE_MS = 500;

export function createHubClient(url: string): HubClient {
  const hub = url.replace(/\/+$/, '');

  return {
    url: hub,
    network: () => getJson('/v1/network', networkView),
    async putBlob(content) {
      const body = new Uint8Array(content);
      const answer = await requestJson('/v1/blobs', z.object({ cid }), { method: 'POST', body });
      if (!matchesCid(answer.cid, content)) throw corrupt(answer.cid);
      return answer.cid;
    },
    async getBlob(name) {
      const response = await request(`/v1/blobs/${name}`);
      const content = new Uint8Array(await response.arrayBuffer());
      if (!matchesCid(name, content)) throw corrupt(name);
      return content;
    },
    async submitJob(signed) {
      const answer = await requestJson('/v1/jobs', z.object({ jobId: cid }), { method: 'POST', body: encode(signed) });
      return answer.jobId;
    },
    job: (jobId) => getJson(`/v1/jobs/${jobId}`, jobView),
    cancelJob: (jobId, signature) =>
      requestJson(`/v1/jobs/${jobId}`, jobView, {
        method: 'DELETE',
        headers: { 'gristmill-signature': signature },
      }),
    jobEvents,
    async vouchers() {
      return (await getJson('/v1/vouchers', z.object({ vouchers: z.array(signedVoucher) }))).vouchers;
    },
  };

  async function* jobEvents(jobId: JobId, { signal }: { signal?: AbortSignal } = {}): AsyncGenerator<JobEvent> {
    let last: number | undefined;
    for (let failures = 0; ; failures += 1) {
      try {
        const response = await request(`/v1/jobs/${jobId}/events`, {
          headers: last === undefined ? {} : { 'last-event-id': String(last) },
          ...(signal && { signal }),
        });
        const messages = response.body!.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
        for await (const message of messages) {
          const event = jobEvent.parse(JSON.parse(message.data));
          failures = 0;
          last = event.sequence;
          yield event;
          if (event.type === 'delivered' || event.type === 'failed' || event.type === 'cancelled') return;
        }
      } catch (error) {
        signal?.throwIfAborted();
        if (isRefusal(error) || failures >= RECONNECT_ATTEMPTS_MAX) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, RECONNECT_PAUSE_MS));
    }
  }

  function getJson<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
    return requestJson(path, schema, {});
  }

  async function requestJson<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    init: RequestInit,
  ): Promise<z.infer<Schema>> {
    const response = await request(path, init);
    return schema.parse(await response.json());
  }

  async function request(path: string, init: RequestInit = {}): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(hub + path, init);
    } catch (cause) {
      init.signal?.throwIfAborted();
      throw new HubUnreachable(hub, cause);
    }
    if (!response.ok) throw await refusalOf(hub, response);
    return response;
  }

  function corrupt(name: Cid): GristmillError {
    return new GristmillError('BLOB_CORRUPT', `${hub} sent bytes that are not ${name}.`, {
      hint: 'Do not trust this hub; tell its operator.',
      fault: 'peer',
    });
  }
}

/** Whether the hub understood and said no: then asking again changes nothing. */
function isRefusal(error: unknown): boolean {
  return error instanceof GristmillError && !(error instanceof HubUnreachable);
}
