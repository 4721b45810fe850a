import { RuleFeedError } from './errors.ts';

/** Eight packs are half a megabyte today. Counted after decompression. */
export const FEED_BYTES_MAX = 8 * 1024 * 1024;

export interface FeedRequest {
  url: URL;
  /** Of the answer that is already here; null when there is none. */
  etag: string | null;
  fetch: typeof globalThis.fetch;
  /** For the whole answer, not for its first byte: a server that trickles is late too. */
  deadlineMs: number;
}

/**
 * Asks for the feed, if it is another one than `etag` (RFC 9110, 13.1.2); null when it is not.
 * Redirects are refused: where the feed lies is the reader's choice.
 *
 * @throws RuleFeedError `RULE_FEED_UNREACHABLE`, `RULE_FEED_REFUSED`, `RULE_FEED_TOO_LARGE`, `RULE_FEED_MALFORMED`
 */
export async function requestFeed({ url, etag, fetch, deadlineMs }: FeedRequest) {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json', ...(etag === null ? {} : { 'if-none-match': etag }) },
      redirect: 'manual',
      signal: AbortSignal.timeout(deadlineMs),
    });
    if (response.status === 304 && etag !== null) return null;
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new RuleFeedError(
        'RULE_FEED_REFUSED',
        `${url.href} answered ${response.status} instead of a feed.`,
        response.status >= 300 && response.status < 400
          ? 'Redirects are not followed; configure the URL where the feed is now, if it is still its publisher’s.'
          : 'Try again later; the pack that serves now goes on serving.',
        'peer',
      );
    }
    return { etag: response.headers.get('etag'), text: await textOf(response, url) };
  } catch (cause) {
    if (cause instanceof RuleFeedError) throw cause;
    const late = cause instanceof Error && cause.name === 'TimeoutError';
    throw new RuleFeedError(
      'RULE_FEED_UNREACHABLE',
      late
        ? `${url.href} did not answer in full within ${deadlineMs} ms.`
        : `${url.href} gave no answer: ${why(cause)}.`,
      'Check the URL and the network; the pack that serves now goes on serving.',
      late ? 'timeout' : 'peer',
      cause,
    );
  }
}

async function textOf(response: Response, url: URL): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop by a throw cancels the body, and with it the connection.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > FEED_BYTES_MAX) {
      throw new RuleFeedError(
        'RULE_FEED_TOO_LARGE',
        `${url.href} sends more than ${FEED_BYTES_MAX} bytes.`,
        'Tell the publisher to leave superseded packs out of the feed.',
        'peer',
      );
    }
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch (cause) {
    const hint = 'Check that the URL is that of a rule feed, and tell its publisher.';
    throw new RuleFeedError('RULE_FEED_MALFORMED', `${url.href} does not send UTF-8.`, hint, 'peer', cause);
  }
}

/** undici hides what went wrong in the cause of `fetch failed`. */
function why(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
