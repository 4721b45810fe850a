import { type Contract, demerkleise, emptyState, merkleise, type Value } from '@gristmill/agreements';
import { arbitraryContract, arbitraryTrace } from '@gristmill/agreements/testing';
import fc from 'fast-check';
import { keccak256 } from 'viem';
import { describe, expect, test } from 'vitest';
import { checkBounds } from './bounds.ts';
import { decodeTerms, itemsOf } from './decoding.ts';
import { bindRoles, CLOSED_TERMS, encodeTerms, nameText, nameWord, tokenAddress } from './encoding.ts';
import { openingItems, stepTerms } from './step.ts';

const ROLES = {
  alice: '0x00000000000000000000000000000000000000a1',
  bob: '0x00000000000000000000000000000000000000b0',
} as const;
const CLOSE: Contract = { kind: 'close' };
const alice = { kind: 'address', address: ROLES.alice } as const;
const native = { currencySymbol: '', tokenName: '' };

function letBe(value: Value, name = 'x'): Contract {
  return { kind: 'let', name, value, continuation: CLOSE };
}

test('terms are read back from their items as they were written', () => {
  fc.assert(
    fc.property(arbitraryContract(), (terms) => {
      const bound = bindRoles(terms, ROLES);
      const { root, itemOf } = encodeTerms(bound);
      const items = new Map([...allHashes(bound)].map((hash) => [hash, itemOf(hash)]));
      expect(decodeTerms(root, items).terms).toEqual(bound);
    }),
  );
});

function allHashes(terms: Contract): Set<`0x${string}`> {
  const { hashOf, casesHashOf } = encodeTerms(terms);
  const hashes = new Set<`0x${string}`>();
  const left = [terms];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (next.kind === 'close' || hashes.has(hashOf(next))) continue;
    hashes.add(hashOf(next));
    if (next.kind === 'when') {
      hashes.add(casesHashOf(next));
      for (const each of next.cases) if (each.kind === 'case') left.push(each.continuation);
      left.push(next.onTimeout);
    } else if (next.kind === 'if') left.push(next.onTrue, next.onFalse);
    else left.push(next.continuation);
  }
  return hashes;
}

test('what an agreement is opened with is enough to read it, less what cases lead to; Merkleised terms have its hash', () => {
  fc.assert(
    fc.property(arbitraryContract(), (terms) => {
      const bound = bindRoles(terms, ROLES);
      const encoded = encodeTerms(bound);
      const { terms: read } = decodeTerms(encoded.root, itemsOf([openingItems(bound, encoded)]));
      const { contract, continuations } = merkleise(bound, (each) => encodeTerms(each).root.slice(2));
      expect(encodeTerms(contract).root).toBe(encoded.root);
      expect(encodeTerms(read).root).toBe(encoded.root);
      expect(demerkleise({ contract: read, continuations })).toEqual(bound);
    }),
  );
});

test('what cannot be read of what a case leads to keeps nobody from the rest', () => {
  const onTimeout = letBe({ kind: 'constant', constant: 5n });
  // Unknown terms, half of known ones, one that leads to what nobody told, an observation for a value, a name of no text, more
  // operations than the chain takes.
  const [pay, unknown] = ['01', 'ee'.repeat(32)];
  const party = alice.address.slice(2);
  const hidden = [
    '07',
    pay,
    `${pay}${party}00${party}${'00'.repeat(20)}0003010101${unknown}`,
    `040178000110${CLOSED_TERMS.slice(2)}`,
    `0401ff00020100${CLOSED_TERMS.slice(2)}`,
    `04017802020100${'07'.repeat(512)}${CLOSED_TERMS.slice(2)}`,
  ].map((item): `0x${string}` => `0x${item}`);
  for (const item of hidden) {
    const cases = [
      {
        kind: 'merkleised',
        action: { kind: 'notify', condition: { kind: 'true' } },
        continuationHash: keccak256(item),
      },
    ] as const;
    const waits: Contract = { kind: 'when', cases, timeout: 9n, onTimeout };
    const encoded = encodeTerms(waits);
    const items = itemsOf([openingItems(waits, encoded)]);
    const { terms } = decodeTerms(encoded.root, new Map(items).set(keccak256(item), item));
    expect(terms).toMatchObject({ cases: [{ kind: 'merkleised' }], onTimeout });
  }
});

test('terms that few bytes make enormous are read without what their cases lead to', () => {
  let terms: Contract = letBe({ kind: 'constant', constant: 5n });
  const items = new Map<`0x${string}`, `0x${string}`>();
  for (let deep = 1; deep <= 40; deep += 1) {
    const step = {
      kind: 'case',
      action: { kind: 'notify', condition: { kind: 'true' } },
      continuation: terms,
    } as const;
    terms = { kind: 'when', cases: [step, step], timeout: BigInt(deep), onTimeout: CLOSE };
  }
  const encoded = encodeTerms(terms);
  for (const hash of allHashes(terms)) items.set(hash, encoded.itemOf(hash));
  const read = decodeTerms(encoded.root, items);
  expect(read.terms).toMatchObject({ cases: [{ kind: 'merkleised' }, { kind: 'merkleised' }], timeout: 40n });
  expect(openingItems(read.terms, read.encoded)).toBe(openingItems(terms, encoded));
});

test('terms that were written in other bytes keep their bytes', () => {
  // The integer 5 in three bytes.
  const item: `0x${string}` = `0x04017800050103000005${CLOSED_TERMS.slice(2)}`;
  const root = keccak256(item);
  const { terms, encoded } = decodeTerms(root, new Map([[root, item]]));
  expect(terms).toEqual(letBe({ kind: 'constant', constant: 5n }));
  expect(encodeTerms(terms).root).not.toBe(root);
  expect(openingItems(terms, encoded)).toBe(
    `0x${((item.length - 2) / 2).toString(16).padStart(4, '0')}${item.slice(2)}`,
  );
});

test('a step brings no more than the terms on its way', () => {
  fc.assert(
    fc.property(arbitraryTrace(), ({ contract, transactions }) => {
      const bound = bindRoles(contract, ROLES);
      const encoded = encodeTerms(bound);
      const all = allHashes(bound);
      const step = stepTerms({ interval: transactions[0]!.interval, inputs: [] }, emptyState(0n), bound, encoded);
      for (const hash of itemsOf([step.items]).keys()) expect(all).toContain(hash);
      expect(step.revealed).toEqual([]);
    }),
  );
});

test('names fill a word from the left', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 10, unit: 'grapheme' }), (text) => {
      fc.pre(!text.includes('\0') && text.isWellFormed() && new TextEncoder().encode(text).length <= 32);
      expect(nameText(nameWord(text))).toBe(text);
    }),
  );
  expect(nameWord('verdict')).toBe(`0x${'76657264696374'.padEnd(64, '0')}`);
});

test('an encoding never changes: hashes that agreements on chains were opened with', () => {
  expect(CLOSED_TERMS).toBe('0xbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a');
  const terms = bindRoles(
    {
      kind: 'when',
      cases: [
        {
          kind: 'case',
          action: {
            kind: 'deposit',
            into: alice,
            by: alice,
            token: native,
            amount: { kind: 'constant', constant: 100n },
          },
          continuation: {
            kind: 'pay',
            from: alice,
            to: { kind: 'party', party: alice },
            token: native,
            amount: { kind: 'constant', constant: -1n },
            continuation: CLOSE,
          },
        },
      ],
      timeout: 1_800_000_000_000n,
      onTimeout: CLOSE,
    },
    {},
  );
  expect(encodeTerms(terms).root).toMatchInlineSnapshot(
    `"0x29ee3a3ad9582e6706e002659f47d504769ce9390b66adb468b823a22e704361"`,
  );
});

describe('what the chain could not hold is refused', () => {
  test.each([
    ['AGREEMENT_NAME_TOO_LONG', letBe({ kind: 'constant', constant: 1n }, 'x'.repeat(33))],
    ['AGREEMENT_NAME_TOO_LONG', letBe({ kind: 'constant', constant: 1n }, 'x\0')],
    ['AGREEMENT_NAME_TOO_LONG', letBe({ kind: 'constant', constant: 1n }, '\ud800')],
    ['AGREEMENT_INTEGER_TOO_LARGE', letBe({ kind: 'constant', constant: 1n << 255n })],
    ['AGREEMENT_INTEGER_TOO_LARGE', { kind: 'when', cases: [], timeout: -1n, onTimeout: CLOSE }],
    ['AGREEMENT_INTEGER_TOO_LARGE', { kind: 'when', cases: [], timeout: 1n << 63n, onTimeout: CLOSE }],
    ['AGREEMENT_TERM_TOO_LARGE', letBe(sumOf(14))],
  ] as [string, Contract][])('%s', (code, terms) => {
    expect(() => encodeTerms(terms)).toThrow(expect.objectContaining({ code }));
  });

  test('more ranges of a choice than fit', () => {
    const bounds = Array.from({ length: 256 }, () => ({ from: 0n, to: 1n }));
    const action = { kind: 'choice', choice: { name: 'x', owner: alice }, bounds } as const;
    const cases = [{ kind: 'case', action, continuation: CLOSE }] as const;
    expect(() => encodeTerms({ kind: 'when', cases, timeout: 1n, onTimeout: CLOSE })).toThrow(
      expect.objectContaining({ code: 'AGREEMENT_TERM_TOO_LARGE' }),
    );
  });

  test('parties and tokens that are no addresses', () => {
    const value: Value = { kind: 'availableMoney', account: { kind: 'role', role: 'alice' }, token: native };
    expect(() => encodeTerms(letBe(value))).toThrow(
      expect.objectContaining({ code: 'AGREEMENT_PARTY_NOT_AN_ADDRESS' }),
    );
    for (const role of ['carol', 'constructor']) {
      expect(() => bindRoles(letBe({ ...value, account: { kind: 'role', role } }), ROLES)).toThrow(
        expect.objectContaining({ code: 'AGREEMENT_ROLE_UNASSIGNED' }),
      );
    }
    for (const currencySymbol of ['', 'dead', '0'.repeat(40)]) {
      expect(() => tokenAddress({ currencySymbol, tokenName: 'USD' })).toThrow(
        expect.objectContaining({ code: 'AGREEMENT_TOKEN_NOT_ON_CHAIN' }),
      );
    }
  });

  test('values that could need more than 254 bits', () => {
    const money: Value = { kind: 'availableMoney', account: alice, token: native };
    const square: Value = { kind: 'multiply', left: money, right: money };
    const by = (factor: bigint): Contract =>
      letBe({ kind: 'multiply', left: square, right: { kind: 'constant', constant: factor } });
    expect(() => checkBounds(by(1n << 61n))).not.toThrow();
    expect(() => checkBounds(by(1n << 62n))).toThrow(expect.objectContaining({ code: 'AGREEMENT_INTEGER_TOO_LARGE' }));
  });

  test.each(['0x07', '0x01', '0x', '0x0500030700', `0x05000110${'00'.repeat(32)}`] as const)('no terms: %s', (item) => {
    const items = new Map([[CLOSED_TERMS.replace('bc', 'cc') as `0x${string}`, item]]);
    expect(() => decodeTerms([...items.keys()][0]!, items)).toThrow(
      expect.objectContaining({
        code: expect.stringMatching(/^AGREEMENT_(ENCODING_MALFORMED|CONTINUATION_MISSING)$/) as string,
      }),
    );
  });
});

/** A sum of 2^depth remembered values. */
function sumOf(depth: number): Value {
  if (depth === 0) return { kind: 'useValue', name: 'abc' };
  const half = sumOf(depth - 1);
  return { kind: 'add', left: half, right: half };
}
