import { cidOfBytes, DEFAULT_LIMITS, encode, GristmillError, type WorkMessage } from '@gristmill/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeMessage, FRAME_MESSAGES_MAX, joinMessages, parseWorkFrame } from './work-frame.ts';

const message: fc.Arbitrary<WorkMessage> = fc.oneof(
  fc.record({ type: fc.constant('ready' as const), slots: fc.integer({ min: 1, max: 1_000 }) }),
  fc.record({ type: fc.constant('revoke' as const), attemptIds: fc.array(fc.string(), { maxLength: 5 }) }),
  fc.record({
    type: fc.constant('verdict' as const),
    attemptId: fc.string(),
    accepted: fc.boolean(),
    reason: fc.option(fc.string({ maxLength: 100 })),
    earnedUnits: fc.bigInt({ min: 0n, max: (1n << 63n) - 1n }),
  }),
);

describe('work frames', () => {
  it('are byte for byte the canonical encoding of the list, and read back as it', () => {
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 300 }), (messages) => {
        const joined = joinMessages(messages.map(encodeMessage));
        expect(Buffer.compare(joined, encode(messages))).toBe(0);
        expect(parseWorkFrame(joined)).toEqual(messages);
      }),
      { numRuns: 50 },
    );
  });

  it.each([1, 23, 24, 255, 256, FRAME_MESSAGES_MAX])('count %i messages in the shortest head', (count) => {
    const messages = Array.from({ length: count }, (): WorkMessage => ({ type: 'ready', slots: 1 }));
    const joined = joinMessages(messages.map(encodeMessage));
    expect(Buffer.compare(joined, encode(messages))).toBe(0);
    expect(parseWorkFrame(joined)).toHaveLength(count);
  });

  it('are refused with any byte of them missing, never with anything but PROTOCOL_VIOLATION', () => {
    const joined = joinMessages([encodeMessage({ type: 'revoke', attemptIds: ['a', 'b'] })]);
    for (let end = 0; end < joined.length; end++) {
      expect(() => parseWorkFrame(joined.subarray(0, end))).toThrow(
        expect.objectContaining({ code: 'PROTOCOL_VIOLATION' }),
      );
    }
  });

  it('name the place of what is wrong', () => {
    const wrong = encode([
      { type: 'ready', slots: 1 },
      { type: 'ready', slots: 0 },
    ]);
    expect(() => parseWorkFrame(wrong)).toThrow(/at \/1\/slots\.$/);
  });

  it('are refused for the first mistake, in few and harmless words, whatever was sent', () => {
    const named = encode([{ type: 'ready', slots: 1, ['\u001b[31m\n' + 'k'.repeat(1_000_000)]: 1 }]);
    const mistakes = encode(Array.from({ length: FRAME_MESSAGES_MAX }, () => 0));
    const values = encode([{ type: 'revoke', attemptIds: Array.from({ length: 130_000 }, () => 0) }]);
    const nested = new Uint8Array(1_000_000).fill(0x81);
    for (const wrong of [named, mistakes, values, nested, encode([])]) {
      const error = refusalOf(wrong);
      expect(error.code).toBe('PROTOCOL_VIOLATION');
      expect(error.message).toMatch(/^[ -~]{1,500}$/);
    }
  });

  it('have room for the largest message of a task', () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `${i}`);
    const file = cidOfBytes(new Uint8Array());
    const largest: WorkMessage = {
      type: 'lease',
      attemptId: 'a',
      jobId: file,
      taskIndex: 0,
      program: { kind: 'wasm', module: file },
      task: {
        args: names,
        env: Object.fromEntries(names.map((name) => [name, ''])),
        stdin: null,
        files: Object.fromEntries(names.map((name) => [name, file])),
      },
      limits: DEFAULT_LIMITS,
      seed: new Uint8Array(32),
      startTimeMs: 0,
      unitsPerGigafuel: 0n,
      expiresInMs: 0,
    };
    expect(parseWorkFrame(joinMessages([encodeMessage(largest)]))).toEqual([largest]);
  });
});

function refusalOf(payload: Uint8Array): GristmillError {
  try {
    parseWorkFrame(payload);
  } catch (error) {
    if (error instanceof GristmillError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}
