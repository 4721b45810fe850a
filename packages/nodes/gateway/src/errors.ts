import { asGristmillError, type Fault, GristmillError } from '@gristmill/protocol';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

const STATUS_OF_CODE: Record<string, ContentfulStatusCode> = {
  BLOB_NOT_FOUND: 404,
  JOB_UNKNOWN: 404,
  FAULT_UNKNOWN: 404,
  ROUTE_UNKNOWN: 404,
  METHOD_NOT_ALLOWED: 405,
  JOB_SIGNATURE_INVALID: 403,
  JOB_NOT_YOURS: 403,
  VERDICT_JUROR_UNKNOWN: 403,
  VERDICT_SIGNATURE_INVALID: 403,
  JOB_ENDED: 409,
  BUDGET_TOO_SMALL: 402,
  ESCROW_UNDERFUNDED: 402,
  BODY_TOO_LARGE: 413,
};

const STATUS_OF_FAULT: Record<Fault, ContentfulStatusCode> = {
  user: 400,
  peer: 400,
  configuration: 500,
  internal: 500,
  platform: 503,
  timeout: 504,
};

/** How an error looks over HTTP. What is not ours is answered as INTERNAL, without its inner words. */
export function statusOf(thrown: unknown): {
  status: ContentfulStatusCode;
  body: { code: string; message: string; hint: string };
} {
  const error = asGristmillError(thrown);
  const status = STATUS_OF_CODE[error.code] ?? STATUS_OF_FAULT[error.fault];
  const body = error.toJSON();
  return { status, body: error.code === 'INTERNAL' ? { ...body, message: 'The hub failed; its log says why.' } : body };
}

export function eventStreamsFull(eventStreamsMax: number): GristmillError {
  return new GristmillError('EVENT_STREAMS_FULL', `All ${eventStreamsMax} event streams of this hub are in use.`, {
    hint: 'Try again later, or ask for the job itself from time to time.',
    fault: 'platform',
  });
}

export function bodyTooLarge(bytesMax: number): GristmillError {
  return new GristmillError('BODY_TOO_LARGE', `The body is larger than ${bytesMax} bytes.`, {
    hint: 'Split the input into smaller blobs.',
  });
}

export function bodiesFull(bytesHeldMax: number): GristmillError {
  return new GristmillError(
    'BODIES_FULL',
    `This hub holds all it may for others: ${bytesHeldMax} bytes of requests and blobs.`,
    {
      hint: 'Try again in a moment.',
      fault: 'platform',
    },
  );
}
