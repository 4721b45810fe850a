import { GristmillError } from '@gristmill/protocol';
import { continuationsOf, type Case, type Contract } from './terms.ts';

/** A contract whose cases name what follows by its hash, and what those hashes stand for. */
export interface Merkleised {
  readonly contract: Contract;
  readonly continuations: ReadonlyMap<string, Contract>;
}

/**
 * Replaces what follows each case by its hash, from the inside out, so that a step needs only the terms of that step.
 * `hashOf` is the ledger's: in hexadecimal, over its own encoding of terms that are Merkleised already. A case that
 * leads to the end at once stays as it is, as in Marlowe.
 */
export function merkleise(contract: Contract, hashOf: (terms: Contract) => string): Merkleised {
  const continuations = new Map<string, Contract>();
  const hashed = rebuilt(contract, (each, continuation): Case => {
    if (continuation.kind === 'close') return { ...each, continuation };
    const continuationHash = hashOf(continuation).toLowerCase();
    continuations.set(continuationHash, continuation);
    return { kind: 'merkleised', action: each.action, continuationHash };
  });
  return { contract: hashed, continuations };
}

/**
 * Puts the continuations back in full, as far as they are known.
 *
 * @throws GristmillError `AGREEMENT_CONTINUATION_CYCLE` when hashes lead back to themselves, which no honest hash does;
 *   `AGREEMENT_CONTINUATION_MISSING` when one is not among the continuations.
 */
export function demerkleise({ contract, continuations }: Merkleised): Contract {
  const known = new Map<string, Contract>();
  const open = new Set<string>();
  const whole = (terms: Contract): Contract =>
    rebuilt(terms, undefined, ({ action, continuationHash }): Case => {
      let continuation = known.get(continuationHash);
      if (continuation === undefined) {
        const found = continuations.get(continuationHash);
        if (found === undefined) {
          throw new GristmillError(
            'AGREEMENT_CONTINUATION_MISSING',
            `Nothing is known of the continuation ${continuationHash.slice(0, 64)}.`,
            { hint: 'Ask whoever wrote the agreement for all of its continuations.' },
          );
        }
        if (open.has(continuationHash)) {
          throw new GristmillError(
            'AGREEMENT_CONTINUATION_CYCLE',
            `The continuation ${continuationHash.slice(0, 64)} leads back to itself.`,
            { hint: 'Do not sign this agreement: an honest hash cannot contain itself.', fault: 'peer' },
          );
        }
        open.add(continuationHash);
        continuation = whole(found);
        open.delete(continuationHash);
        known.set(continuationHash, continuation);
      }
      return { kind: 'case', action, continuation };
    });
  return whole(contract);
}

type Whole = Extract<Case, { kind: 'case' }>;
type Hashed = Extract<Case, { kind: 'merkleised' }>;

/** The same terms with each case replaced, inner terms first, without recursion over them. */
function rebuilt(
  contract: Contract,
  onWhole: (each: Whole, continuation: Contract) => Case = (each, continuation) => ({ ...each, continuation }),
  onHashed: (each: Hashed) => Case = (each) => each,
): Contract {
  const done = new Map<Contract, Contract>();
  const left = [contract];
  for (let next = left.at(-1); next !== undefined; next = left.at(-1)) {
    const open = continuationsOf(next).filter((each) => !done.has(each));
    if (open.length > 0) {
      left.push(...open);
      continue;
    }
    left.pop();
    if (!done.has(next)) done.set(next, withParts(next, done, onWhole, onHashed));
  }
  return done.get(contract)!;
}

function withParts(
  contract: Contract,
  done: ReadonlyMap<Contract, Contract>,
  onWhole: (each: Whole, continuation: Contract) => Case,
  onHashed: (each: Hashed) => Case,
): Contract {
  switch (contract.kind) {
    case 'close':
      return contract;
    case 'pay':
    case 'let':
    case 'assert':
      return { ...contract, continuation: done.get(contract.continuation)! };
    case 'if':
      return { ...contract, onTrue: done.get(contract.onTrue)!, onFalse: done.get(contract.onFalse)! };
    case 'when':
      return {
        ...contract,
        cases: contract.cases.map((each) =>
          each.kind === 'case' ? onWhole(each, done.get(each.continuation)!) : onHashed(each),
        ),
        onTimeout: done.get(contract.onTimeout)!,
      };
  }
}
