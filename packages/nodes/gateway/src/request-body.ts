import { GristmillError } from '@gristmill/protocol';
import { bodiesFull, bodyTooLarge } from './errors.ts';

export interface RequestBodies {
  /**
   * Reads a body whole and answers from it.
   *
   * @throws GristmillError `BODY_TOO_LARGE` above `bytesMax`, announced or not; `BODIES_FULL` when all bodies together are
   *   too much; `REQUEST_ABORTED` when the client goes away in the middle.
   */
  read<Answer>(
    request: Request,
    bytesMax: number,
    respond: (content: Uint8Array<ArrayBuffer>) => Promise<Answer>,
  ): Promise<Answer>;
}

/**
 * Bodies are read into memory, and anybody may send one: what all of them take until they are answered is bounded. Only
 * what has arrived counts, so that announcing much and sending little keeps nobody out.
 */
export function createRequestBodies({ bytesHeldMax }: { bytesHeldMax: number }): RequestBodies {
  let bytesHeld = 0;
  return {
    async read(request, bytesMax, respond) {
      if (Number(request.headers.get('content-length')) > bytesMax) throw bodyTooLarge(bytesMax);
      const chunks: Uint8Array[] = [];
      let size = 0;
      try {
        for await (const chunk of chunksOf(request)) {
          size += chunk.length;
          bytesHeld += chunk.length;
          if (size > bytesMax) throw bodyTooLarge(bytesMax);
          if (bytesHeld > bytesHeldMax) throw bodiesFull(bytesHeldMax);
          chunks.push(chunk);
        }
        return await respond(joined(chunks.splice(0), size));
      } finally {
        bytesHeld -= size;
      }
    },
  };
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
