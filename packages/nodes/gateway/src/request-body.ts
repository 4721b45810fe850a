import { GristmillError } from '@gristmill/protocol';
import { bodyTooLarge } from './errors.ts';
import type { HeldBytes } from './held-bytes.ts';

/**
 * Reads a request's body whole and answers from it. Only what has arrived is held, so that announcing much and sending
 * little keeps nobody out.
 *
 * @throws GristmillError `BODY_TOO_LARGE` above `bytesMax`, announced or not; `BODIES_FULL` when all that is held is too
 *   much; `REQUEST_ABORTED` when the client goes away in the middle.
 */
export async function withBody<Answer>(
  request: Request,
  { bytesMax, held }: { bytesMax: number; held: HeldBytes },
  respond: (content: Uint8Array<ArrayBuffer>) => Promise<Answer>,
): Promise<Answer> {
  if (Number(request.headers.get('content-length')) > bytesMax) throw bodyTooLarge(bytesMax);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of chunksOf(request)) {
      if (size + chunk.length > bytesMax) throw bodyTooLarge(bytesMax);
      held.hold(chunk.length);
      size += chunk.length;
      chunks.push(chunk);
    }
    return await respond(joined(chunks.splice(0), size));
  } finally {
    held.release(size);
  }
}

async function* chunksOf({ body }: Request): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await arriving(reader);
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever stops early wants no more of it.
    await reader.cancel().catch(() => undefined);
  }
}

async function arriving(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read();
  } catch (cause) {
    throw new GristmillError('REQUEST_ABORTED', 'The client went away before its body was whole.', {
      hint: 'Send the request again.',
      fault: 'peer',
      cause,
    });
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
