import type { JournalEvent, Journal, NewJournalEvent, PeerId } from '@gristmill/protocol';
import { describe, expect, it } from 'vitest';
import { quiesce } from '../test/clock.ts';
import { payer } from '../test/world.ts';
import type { CoordinatorEvent } from './events.ts';
import { createRecorder } from './recorder.ts';
import { emptyState } from './state.ts';

function seen(provider: string): CoordinatorEvent {
  const { address } = payer;
  return { type: 'provider.seen', data: { provider: provider as PeerId, owner: address, payee: address, agent: '' } };
}

function setUp() {
  const appends: { events: readonly NewJournalEvent[]; finish: () => void; fail: (error: Error) => void }[] = [];
  const journal: Journal = {
    append: (events) =>
      new Promise<JournalEvent[]>((resolve, reject) => {
        appends.push({ events, finish: () => resolve([]), fail: reject });
      }),
    read: () => [],
    size: 0,
    close: async () => {},
  };
  const failures: string[] = [];
  const errors: unknown[] = [];
  const state = emptyState();
  const recorder = createRecorder({
    journal,
    state,
    onFailure: ({ code }) => failures.push(code),
    onError: (error) => errors.push(error),
  });
  return { appends, recorder, state, failures, errors };
}

describe('recorder', () => {
  it('writes a turn together, gathers what comes meanwhile, and speaks only after the write', async () => {
    const { appends, recorder, state } = setUp();
    const said: string[] = [];
    recorder.record([seen('a')], () => said.push('a'));
    recorder.record([seen('b')], () => said.push('b'));
    expect(state.providers.size).toBe(2);
    await quiesce();
    expect(appends.map(({ events }) => events.length)).toEqual([2]);
    recorder.record([seen('c')], () => said.push('c'));
    recorder.record([], () => said.push('after c'));
    await quiesce();
    expect(said).toEqual([]);
    appends[0]!.finish();
    await quiesce();
    expect(said).toEqual(['a', 'b']);
    appends[1]!.finish();
    await recorder.settled();
    expect(said).toEqual(['a', 'b', 'c', 'after c']);
  });

  it('says nothing and takes nothing more when the journal fails', async () => {
    const { appends, recorder, failures } = setUp();
    const said: string[] = [];
    recorder.record([seen('a')], () => said.push('a'));
    const settled = recorder.settled();
    await quiesce();
    appends[0]!.fail(new Error('disk full'));
    await expect(settled).rejects.toMatchObject({ code: 'JOURNAL_FAILED' });
    expect(said).toEqual([]);
    expect(failures).toEqual(['JOURNAL_FAILED']);
    expect(() => recorder.record([seen('b')])).toThrow(/could not be written/);
    await expect(recorder.settled()).rejects.toMatchObject({ code: 'JOURNAL_FAILED' });
    await recorder.stop();
  });

  it('stops at an event that contradicts the state, before it is written', async () => {
    const { appends, recorder, failures } = setUp();
    const accepted = { jobId: 'j' as never, taskIndex: 0, attemptId: 'none', provider: 'a' as PeerId, units: 1n };
    expect(() => recorder.record([{ type: 'attempt.accepted', data: accepted }])).toThrow(/no attempt none/);
    await quiesce();
    expect(appends).toEqual([]);
    expect(failures).toEqual(['INVARIANT_BROKEN']);
  });

  it('goes on when someone who was told throws', async () => {
    const { appends, recorder, errors } = setUp();
    recorder.record([seen('a')], () => {
      throw new Error('stream closed');
    });
    await quiesce();
    appends[0]!.finish();
    await recorder.settled();
    expect(errors).toHaveLength(1);
  });
});
