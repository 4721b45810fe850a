import { type Chunk, LINE_LENGTH_MAX } from './batch.ts';

const LINE_END = 0x0a;
/** No line of as many characters as a case may have is longer in UTF-8; one that is cut here is still seen to be too long. */
const LINE_BYTES_MAX = 3 * (LINE_LENGTH_MAX + 1);

/**
 * Bytes that come in parts of any size as chunks of whole lines. What is left of a line that is longer than any case is
 * its beginning, so that a file without line ends does not fill the memory.
 */
export async function* chunksOf(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Chunk> {
  let unended: Uint8Array[] = [];
  let unendedBytes = 0;
  let firstLine = 1;

  function keep(part: Uint8Array): void {
    const kept = part.subarray(0, LINE_BYTES_MAX - unendedBytes);
    if (kept.length === 0) return;
    unended.push(kept);
    unendedBytes += kept.length;
  }

  for await (const part of parts) {
    const end = part.lastIndexOf(LINE_END) + 1;
    if (end === 0) {
      keep(part);
      continue;
    }
    const firstEnd = part.indexOf(LINE_END);
    keep(part.subarray(0, firstEnd));
    const bytes = joined([...unended, part.subarray(firstEnd, end)]);
    yield { bytes, firstLine };
    firstLine += lineEndsIn(part);
    [unended, unendedBytes] = [[], 0];
    keep(part.subarray(end));
  }
  if (unendedBytes > 0) yield { bytes: joined(unended), firstLine };
}

/** In memory of its own, which can be handed to another thread. */
function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function lineEndsIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_END); at !== -1; at = bytes.indexOf(LINE_END, at + 1)) count += 1;
  return count;
}
