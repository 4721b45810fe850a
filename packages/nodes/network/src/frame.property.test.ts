import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameReader, frame } from './frame.ts';

const payloads = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 });

/** The same bytes in chunks of the given lengths, taken round and round. */
function chunked(stream: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0, i = 0; at < stream.length; i++) {
    const length = lengths[i % lengths.length]!;
    chunks.push(stream.subarray(at, at + length));
    at += length;
  }
  return chunks;
}

describe('frames', () => {
  it('come out as they went in, however the bytes were chunked (invariant 1)', () => {
    fc.assert(
      fc.property(payloads, fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }), (sent, lengths) => {
        const reader = createFrameReader({ frameBytesMax: 300 });
        const stream = Buffer.concat(sent.map(frame));
        const received = chunked(stream, lengths).flatMap((chunk) => [...reader.push(chunk)]);
        expect(received.map((payload) => [...payload])).toEqual(sent.map((payload) => [...payload]));
      }),
    );
  });

  it('never store more than the limit, whatever bytes come (invariant 4)', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), fc.integer({ min: 0, max: 500 }), (noise, frameBytesMax) => {
        const reader = createFrameReader({ frameBytesMax });
        try {
          for (const payload of reader.push(noise)) expect(payload.length).toBeLessThanOrEqual(frameBytesMax);
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^(FRAME_TOO_LARGE|PROTOCOL_VIOLATION)$/) });
        }
      }),
    );
  });

  it('are refused by their length alone, one byte above the limit', () => {
    const justRight = createFrameReader({ frameBytesMax: 1_000 });
    expect([...justRight.push(frame(new Uint8Array(1_000)))]).toHaveLength(1);
    const tooLong = createFrameReader({ frameBytesMax: 999 });
    const lengthOnly = frame(new Uint8Array(1_000)).subarray(0, 2);
    expect(() => [...tooLong.push(lengthOnly)]).toThrow(expect.objectContaining({ code: 'FRAME_TOO_LARGE' }));
  });
});
