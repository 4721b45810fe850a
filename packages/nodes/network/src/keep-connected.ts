import {
  asGristmillError,
  type Clock,
  type GristmillError,
  type Random,
  type Transport,
  type WorkStream,
} from '@gristmill/protocol';
import { streamClosed } from './errors.ts';

const DELAY_MS_FIRST = 250;
const DELAY_MS_MAX = 5_000;
/** A stream that lived this long was a good one: the next retry is quick again. */
const GOOD_STREAM_MS = 10_000;
/** Trying again cannot help these. */
const FINAL_CODES = new Set(['ADDRESS_MALFORMED', 'TRANSPORT_STOPPED']);

export interface KeepConnectedOptions {
  transport: Pick<Transport, 'openWorkStream'>;
  address: string;
  /** Ends it: the stream is closed and nothing is dialled any more. */
  signal: AbortSignal;
  clock: Clock;
  random: Random;
  /** Uses the stream; when its promise settles the stream is closed and another one opened. */
  onStream: (stream: WorkStream) => Promise<void>;
  /**
   * Told before each wait: why, the how-manieth failure in a row (from 1), and how long the wait is.
   * What it throws ends `keepConnected`, so a caller that wants to give up throws the error it was given.
   */
  onRetry: (error: GristmillError, attempt: number, delayMs: number) => void;
}

/**
 * Holds a work stream to one peer open for as long as the signal says, through crashes and restarts of that peer.
 * Waits between tries grow exponentially with full jitter (a random part of 250 ms, 500 ms, … up to 5 s), so that
 * providers that lost their hub together do not come back together.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 *
 * Resolves once aborted. @throws GristmillError `ADDRESS_MALFORMED`, `TRANSPORT_STOPPED`, and what `onRetry` throws.
 */
export async function keepConnected(options: KeepConnectedOptions): Promise<void> {
  const { signal, clock, random, onRetry } = options;
  let attempt = 0;
  while (!signal.aborted) {
    const startedAtMs = clock.now();
    const error = await useOneStream(options);
    if (signal.aborted) return;
    if (FINAL_CODES.has(error.code)) throw error;
    attempt = clock.now() - startedAtMs >= GOOD_STREAM_MS ? 1 : attempt + 1;
    const delayMs = retryDelayMs(attempt, random);
    onRetry(error, attempt, delayMs);
    await clock.sleep(delayMs, signal);
  }
}

/** Full jitter: uniform between 0 and the exponentially growing bound, in whole milliseconds. */
export function retryDelayMs(attempt: number, random: Random): number {
  const boundMs = Math.min(DELAY_MS_MAX, DELAY_MS_FIRST * 2 ** (attempt - 1));
  const { buffer, byteOffset } = random.bytes(4);
  const fraction = new DataView(buffer, byteOffset).getUint32(0) / 2 ** 32;
  return Math.floor(fraction * boundMs);
}

/** Opens a stream and hands it over; tells why it is no longer there. */
async function useOneStream({ transport, address, signal, onStream }: KeepConnectedOptions): Promise<GristmillError> {
  let stream: WorkStream;
  try {
    stream = await transport.openWorkStream(address, { signal });
  } catch (error) {
    return asGristmillError(error);
  }
  const close = (): void => void stream.close();
  signal.addEventListener('abort', close);
  try {
    if (!signal.aborted) await onStream(stream);
    return streamClosed(stream.peer);
  } catch (error) {
    return asGristmillError(error);
  } finally {
    signal.removeEventListener('abort', close);
    await stream.close();
  }
}
