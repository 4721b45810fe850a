import {
  address,
  type BlobStore,
  cid,
  contractSignature,
  decode,
  GristmillError,
  jsonText,
  type NetworkView,
  signature,
  signerOf,
} from '@gristmill/protocol';
import type { Coordinator } from '@gristmill/coordinator';
import { type Context, Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { atMost } from './at-most.ts';
import { eventStreamsFull, statusOf } from './errors.ts';
import { createHeldBytes } from './held-bytes.ts';
import { withBody } from './request-body.ts';
import { pacedBody } from './response-body.ts';

export interface GatewayComponents {
  coordinator: Coordinator;
  blobs: BlobStore;
  /** What never changes while the hub runs: who it is, where it listens, which chain it settles on. */
  identity: Omit<NetworkView, 'providers' | 'jobs' | 'journal'>;
  journalHead: () => NetworkView['journal'];
  /** The largest blob that a client may upload. Default 64 MiB. */
  blobBytesMax?: number;
  /** The most that all bodies on their way in and blobs on their way out may take together. Default 512 MiB. */
  bodyBytesHeldMax?: number;
  /** How many event streams may be open at a time. Default 1,000. */
  eventStreamsMax?: number;
  /** How long an event stream may stay quiet before a comment is sent on it. Default 15 s. */
  heartbeatMs?: number;
  /** Told what failed inside, whose words clients never see. Default `console.error`. */
  log?: (message: string, error: unknown) => void;
}

export type Gateway = Hono;

const BLOB_BYTES_MAX = 64 * 1024 * 1024;
const JOB_BYTES_MAX = 16 * 1024 * 1024;
/** What is decoded in about a second; 200,000 tasks. */
const JOB_ITEMS_MAX = 2_000_000;
const BODY_BYTES_HELD_MAX = 512 * 1024 * 1024;
/** What is being read has no size yet that could be counted. */
const BLOB_READS_MAX = 8;
const VOTE_BYTES_MAX = 16 * 1024;
const EVENT_STREAMS_MAX = 1_000;
const HEARTBEAT_MS = 15_000;
const METHODS = ['GET', 'POST', 'DELETE'];

/**
 * The HTTP door onto a coordinator. Bodies in: raw bytes for blobs, canonical dag-cbor for signed jobs and verdicts. Bodies out: JSON
 * (integers beyond a double as decimal strings), raw bytes for blobs, server-sent events for a job's progress.
 * Every refusal is `{ error: { code, message, hint } }` with a 4xx or 5xx status.
 */
export function createGateway({
  coordinator,
  blobs,
  identity,
  journalHead,
  blobBytesMax = BLOB_BYTES_MAX,
  bodyBytesHeldMax = BODY_BYTES_HELD_MAX,
  eventStreamsMax = EVENT_STREAMS_MAX,
  heartbeatMs = HEARTBEAT_MS,
  log = console.error,
}: GatewayComponents): Gateway {
  const app = new Hono();
  const held = createHeldBytes(bodyBytesHeldMax);
  const readBlob = atMost(BLOB_READS_MAX);
  let eventStreams = 0;

  app.onError((error, context) => {
    const { status, body } = statusOf(error);
    if (status >= 500) log(`${context.req.method} ${context.req.path} failed.`, error);
    return answer(context, { error: body }, status);
  });
  app.notFound((context) => {
    const { method, path } = context.req;
    const allowed = METHODS.filter((each) => app.router.match(each, path)[0].length > 0);
    if (allowed.length === 0) {
      throw new GristmillError('ROUTE_UNKNOWN', `There is no ${path} here.`, {
        hint: 'The routes are listed in the README of @gristmill/gateway.',
      });
    }
    context.header('allow', allowed.flatMap((each) => (each === 'GET' ? ['GET', 'HEAD'] : [each])).join(', '));
    throw new GristmillError('METHOD_NOT_ALLOWED', `${path} does not take ${method}.`, {
      hint: `It takes ${allowed.join(' and ')}.`,
    });
  });

  app.get('/v1/network', (context) =>
    answer(context, {
      ...identity,
      providers: coordinator.providers(),
      jobs: coordinator.jobs(),
      journal: journalHead(),
    }),
  );

  app.post('/v1/blobs', (context) =>
    withBody(context.req.raw, { bytesMax: blobBytesMax, held }, async (content) =>
      answer(context, { cid: await blobs.put(content) }, 201),
    ),
  );

  app.get('/v1/blobs/:cid', async (context) => {
    const name = parse(cid, context.req.param('cid'), 'CID');
    // A name never changes its content, so whoever has it once may keep it for ever.
    const forEver = { 'cache-control': 'public, max-age=31536000, immutable', etag: `"${name}"` };
    if (context.req.header('if-none-match')?.includes(forEver.etag)) return context.body(null, 304, forEver);
    const content = await readBlob(() => blobs.get(name));
    if (content === null) {
      throw new GristmillError('BLOB_NOT_FOUND', `This hub does not hold ${name}.`, {
        hint: 'Upload it, or ask a hub that has it.',
      });
    }
    const headers = {
      ...forEver,
      'content-type': 'application/octet-stream',
      'content-length': String(content.length),
      // Anyone may upload; nothing they upload is a page of this origin.
      'x-content-type-options': 'nosniff',
    };
    return context.req.method === 'HEAD'
      ? context.body(null, 200, headers)
      : context.body(pacedBody(content, held), 200, headers);
  });

  app.post('/v1/jobs', (context) =>
    withBody(context.req.raw, { bytesMax: JOB_BYTES_MAX, held }, async (content) =>
      answer(context, await coordinator.submit(decode(content, { itemsMax: JOB_ITEMS_MAX })), 201),
    ),
  );

  app.get('/v1/jobs/:id', (context) => answer(context, jobOf(context)));

  app.get('/v1/jobs/:id/events', (context) => {
    const { jobId } = jobOf(context);
    const after = context.req.header('last-event-id');
    const from = after === undefined ? 0 : parse(sequence, after, 'Last-Event-ID') + 1;
    // Hono answers HEAD from GET and drops the body: a stream that nobody reads would never end.
    if (context.req.method === 'HEAD') return context.body(null, 200, { 'content-type': 'text/event-stream' });
    if (eventStreams >= eventStreamsMax) throw eventStreamsFull(eventStreamsMax);
    eventStreams += 1;
    // nginx, for one, would hold events back until it has a page full of them.
    context.header('x-accel-buffering', 'no');
    return streamSSE(context, async (stream) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort());
      const stopHeartbeat = startHeartbeat(stream, heartbeatMs);
      try {
        for await (const event of coordinator.watch({ jobId, from, signal: gone.signal })) {
          await stream.writeSSE({ id: String(event.sequence), event: event.type, data: jsonText(event) });
        }
      } catch (error) {
        // The stream has begun, so no status can tell it any more; a reader comes back and is answered properly.
        log(`The events of job ${jobId} broke off.`, error);
      } finally {
        stopHeartbeat();
        eventStreams -= 1;
      }
    });
  });

  /** Only the payer may cancel: it signs the statement `{ cancel: jobId }`. */
  app.delete('/v1/jobs/:id', async (context) => {
    const { jobId, payer } = jobOf(context);
    const signed = parse(signature, context.req.header('gristmill-signature'), 'Gristmill-Signature header');
    if (signerOf('request', { cancel: jobId }, signed) !== payer) {
      throw new GristmillError('JOB_NOT_YOURS', `Job ${jobId} belongs to ${payer}, who did not sign this request.`, {
        hint: 'Sign the request { cancel: jobId } with the key that pays for the job.',
      });
    }
    await coordinator.cancel(jobId);
    return answer(context, jobOf(context));
  });

  /** The newest voucher of each payer and payee: worth something to the payee only, so there is nothing to hide. */
  app.get('/v1/vouchers', (context) => answer(context, { vouchers: coordinator.vouchers() }));

  /** Wrong results that were found here; the evidence of each is a blob. */
  app.get('/v1/faults', (context) => answer(context, { faults: coordinator.faults() }));

  /** A juror's signature under the verdict that the evidence asks for. */
  app.post('/v1/faults/:cid/verdicts', (context) => {
    const evidence = parse(cid, context.req.param('cid'), 'CID');
    return withBody(context.req.raw, { bytesMax: VOTE_BYTES_MAX, held }, async (content) => {
      const given = parse(vote, decode(content), 'verdict');
      return answer(context, await coordinator.confirmFault(evidence, given), 201);
    });
  });

  return app;

  function jobOf(context: Context) {
    const jobId = parse(cid, context.req.param('id'), 'job id');
    const view = coordinator.job(jobId);
    if (view === null) {
      throw new GristmillError('JOB_UNKNOWN', `This hub has no job ${jobId}.`, {
        hint: 'Check the id, and that this is the hub the job was sent to.',
      });
    }
    return view;
  }
}

/** What is true now may be otherwise in a moment, so nothing on the way may keep it. */
function answer(context: Context, value: unknown, status: ContentfulStatusCode = 200): Response {
  return context.body(jsonText(value), status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
}

const vote = z.strictObject({ juror: address, signature: contractSignature });

/** A Last-Event-ID: the journal sequence of the last event that was seen. */
const sequence = z
  .string()
  .regex(/^\d{1,15}$/, 'not the id of an event')
  .transform(Number);

/**
 * A comment now and then keeps proxies from closing a quiet stream, and finds readers that vanished without a word.
 * At most one is ever on its way, so that a reader who has stopped reading costs nothing.
 */
function startHeartbeat(stream: SSEStreamingApi, everyMs: number): () => void {
  let isUnderWay = false;
  async function beat(): Promise<void> {
    if (isUnderWay) return;
    isUnderWay = true;
    await stream.write(':\n\n');
    isUnderWay = false;
  }
  const timer = setInterval(() => void beat(), everyMs);
  return () => clearInterval(timer);
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown, what: string): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problem = value === undefined ? 'is missing' : `${JSON.stringify(value)} is malformed`;
  throw new GristmillError('REQUEST_MALFORMED', `The ${what} ${problem}.`, {
    hint: `Send it as the README of @gristmill/gateway says: ${z.prettifyError(parsed.error)}.`,
  });
}
