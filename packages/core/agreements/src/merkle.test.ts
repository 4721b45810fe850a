import { expect, test } from 'vitest';
import { choice, close, role, when } from './builder.ts';
import { contractText } from './core-json.ts';
import { demerkleise, merkleise } from './merkle.ts';
import type { Contract } from './terms.ts';

const go = choice('go', role('a'));
const terms = when(go.is(1n))
  .then(
    when(go.is(2n))
      .then(when(go.is(3n)).then(close).until(30n, close))
      .until(20n, close),
  )
  .until(10n, close);
const lengthOf = (each: Contract): string => contractText(each).length.toString(16).padStart(4, '0');

test('each case names what follows by its hash, except the end', () => {
  const { contract, continuations } = merkleise(terms, lengthOf);
  expect(contract).toMatchObject({ cases: [{ kind: 'merkleised', continuationHash: expect.any(String) as string }] });
  expect(continuations.size).toBe(2);
  expect([...continuations.values()][0]).toMatchObject({ cases: [{ kind: 'case', continuation: close }] });
  expect(demerkleise({ contract, continuations })).toEqual(terms);
});

test('a continuation that is missing, or leads back to itself, is refused', () => {
  const { contract, continuations } = merkleise(terms, lengthOf);
  expect(() => demerkleise({ contract, continuations: new Map() })).toThrow(
    expect.objectContaining({ code: 'AGREEMENT_CONTINUATION_MISSING' }),
  );
  const [hash] = [...continuations.keys()].slice(-1);
  const cyclic = new Map([...continuations, [hash!, contract]]);
  expect(() => demerkleise({ contract, continuations: cyclic })).toThrow(
    expect.objectContaining({ code: 'AGREEMENT_CONTINUATION_CYCLE' }),
  );
});
