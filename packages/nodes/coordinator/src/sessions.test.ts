import { GristmillError, type PeerId, type WorkStream } from '@gristmill/protocol';
import { expect, it } from 'vitest';
import { createSessions } from './sessions.ts';

function streamThatThrows(code: string): WorkStream {
  return {
    peer: 'a' as PeerId,
    send: () => {
      throw new GristmillError(code, 'not sent', { hint: 'none' });
    },
    messages: async function* () {},
    close: async () => {},
  };
}

it('takes a closed stream for no error, and tells of anything else that cannot be sent', () => {
  const errors: unknown[] = [];
  const sessions = createSessions({ onError: (error) => errors.push(error) });
  const message = { type: 'received', attemptIds: [] } as const;
  expect(sessions.sendOn(streamThatThrows('STREAM_CLOSED'), { ...message, attemptIds: [] })).toBe(true);
  expect(errors).toEqual([]);
  expect(sessions.sendOn(streamThatThrows('MESSAGE_TOO_LARGE'), { ...message, attemptIds: [] })).toBe(false);
  expect(errors).toMatchObject([{ code: 'MESSAGE_TOO_LARGE' }]);
});
