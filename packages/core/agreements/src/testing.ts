/**
 * Random well-typed agreements and the transactions that move them, for property tests here and for differential
 * fuzzing of other implementations. Amounts and times stay small, so that paths meet one another.
 */
import fc from 'fast-check';
import { computeTransaction } from './compute-transaction.ts';
import {
  emptyState,
  type Case,
  type Action,
  type ChoiceId,
  type Contract,
  type Observation,
  type Party,
  type Payee,
  type State,
  type Token,
  type Value,
} from './terms.ts';
import type { Input, Transaction } from './transaction.ts';
import { evaluateValue, surroundingsOf } from './evaluate.ts';

const PARTIES: readonly Party[] = [
  { kind: 'role', role: 'alice' },
  { kind: 'role', role: 'bob' },
  { kind: 'address', address: '0x00000000000000000000000000000000000000c1' },
];
const TOKENS: readonly Token[] = [
  { currencySymbol: '', tokenName: '' },
  { currencySymbol: '00000000000000000000000000000000000000f1', tokenName: 'USD' },
];
const CHOICES: readonly ChoiceId[] = PARTIES.slice(0, 2).flatMap((owner) => [
  { name: 'one', owner },
  { name: 'two', owner },
]);
const NAMES = ['x', 'y'];
const DEADLINE_MAX = 60;

const party = fc.constantFrom(...PARTIES);
const token = fc.constantFrom(...TOKENS);
const small = fc.bigInt({ min: -5n, max: 30n });

/** The widths of integers at which implementations differ, and a unit more or less. */
const edge: fc.Arbitrary<bigint> = fc
  .record({
    bits: fc.constantFrom(0n, 7n, 8n, 63n, 64n, 95n, 96n, 97n, 128n, 191n, 253n, 254n),
    by: fc.bigInt({ min: -1n, max: 1n }),
    sign: fc.constantFrom(1n, -1n),
  })
  .map(({ bits, by, sign }) => sign * (2n ** bits + by));
/** Names that begin alike, are empty, or fill 32 bytes, some with more bytes than characters. */
const EDGE_NAMES: Record<string, string> = { x: '', y: 'é'.repeat(16), one: 'n'.repeat(31), two: 'n'.repeat(32) };

interface TermsOptions {
  /** Integers at the edges of what 256 bits hold among the small ones, and names that are empty or long. */
  readonly edges?: boolean;
  /** Whether values may look at the time interval. */
  readonly readsTime?: boolean;
  /** How many contracts may follow one another. */
  readonly depthMax?: number;
}

export function arbitraryValue(options: TermsOptions = {}, depth = 2): fc.Arbitrary<Value> {
  const { readsTime = true } = options;
  const number = arbitraryNumber(options);
  const name = arbitraryName(options);
  const leaves: fc.Arbitrary<Value>[] = [
    number.map((constant): Value => ({ kind: 'constant', constant })),
    number.map((constant): Value => ({ kind: 'constant', constant })),
    arbitraryChoice(options).map((choice): Value => ({ kind: 'choiceValue', choice })),
    name.map((name): Value => ({ kind: 'useValue', name })),
    fc.record({ account: party, token }).map((money): Value => ({ kind: 'availableMoney', ...money })),
  ];
  if (readsTime) leaves.push(fc.constantFrom<Value>({ kind: 'timeIntervalStart' }, { kind: 'timeIntervalEnd' }));
  if (depth === 0) return fc.oneof(...leaves);
  const inner = arbitraryValue(options, depth - 1);
  return fc.oneof(
    { weight: 4, arbitrary: fc.oneof(...leaves) },
    { weight: 1, arbitrary: inner.map((value): Value => ({ kind: 'negate', value })) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom('add' as const, 'subtract' as const, 'multiply' as const, 'divide' as const),
        left: inner,
        right: inner,
      }),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({ condition: arbitraryObservation(options, depth - 1), onTrue: inner, onFalse: inner })
        .map((parts): Value => ({ kind: 'cond', ...parts })),
    },
  );
}

export function arbitraryObservation(options: TermsOptions = {}, depth = 1): fc.Arbitrary<Observation> {
  const value = arbitraryValue(options, Math.max(0, depth - 1));
  const leaves = fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom<Observation>({ kind: 'true' }, { kind: 'false' }) },
    {
      weight: 1,
      arbitrary: arbitraryChoice(options).map((choice): Observation => ({ kind: 'choseSomething', choice })),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom(
          'atLeast' as const,
          'greater' as const,
          'less' as const,
          'atMost' as const,
          'equal' as const,
        ),
        left: value,
        right: value,
      }),
    },
  );
  if (depth === 0) return leaves;
  const inner = arbitraryObservation(options, depth - 1);
  return fc.oneof(
    { weight: 4, arbitrary: leaves },
    { weight: 1, arbitrary: inner.map((observation): Observation => ({ kind: 'not', observation })) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: inner, right: inner }),
    },
  );
}

function arbitraryAction(options: TermsOptions): fc.Arbitrary<Action> {
  const number = arbitraryNumber(options);
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .record({ into: party, by: party, token, amount: arbitraryValue(options, 1) })
        .map((parts): Action => ({ kind: 'deposit', ...parts })),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({
          choice: arbitraryChoice(options),
          bounds: fc.array(fc.record({ from: number, to: number }), { maxLength: 2 }),
        })
        .map((parts): Action => ({ kind: 'choice', ...parts })),
    },
    {
      weight: 1,
      arbitrary: arbitraryObservation(options).map((condition): Action => ({ kind: 'notify', condition })),
    },
  );
}

export function arbitraryNumber({ edges = false }: TermsOptions = {}): fc.Arbitrary<bigint> {
  return edges ? fc.oneof({ weight: 5, arbitrary: small }, { weight: 1, arbitrary: edge }) : small;
}

function nameFor(name: string, { edges = false }: TermsOptions): string {
  return edges ? EDGE_NAMES[name]! : name;
}

function arbitraryName(options: TermsOptions): fc.Arbitrary<string> {
  return fc.constantFrom(...NAMES.map((name) => nameFor(name, options)));
}

function arbitraryChoice(options: TermsOptions): fc.Arbitrary<ChoiceId> {
  return fc.constantFrom(...CHOICES.map(({ name, owner }) => ({ name: nameFor(name, options), owner })));
}

/** A contract that waits, pays, branches, remembers and asserts. Deadlines mostly, but not always, grow inwards. */
export function arbitraryContract(options: TermsOptions = {}, depth = options.depthMax ?? 4): fc.Arbitrary<Contract> {
  const close = fc.constant<Contract>({ kind: 'close' });
  if (depth === 0) return close;
  const inner = arbitraryContract(options, depth - 1);
  const payee: fc.Arbitrary<Payee> = fc.oneof(
    party.map((party): Payee => ({ kind: 'party', party })),
    party.map((account): Payee => ({ kind: 'account', account })),
  );
  const oneCase: fc.Arbitrary<Case> = fc
    .record({ action: arbitraryAction(options), continuation: inner })
    .map((parts): Case => ({ kind: 'case', ...parts }));
  const soon = (options.depthMax ?? 4) - depth;
  return fc.oneof(
    { weight: 1, arbitrary: close },
    {
      weight: 6,
      arbitrary: fc
        .record({
          cases: fc.array(oneCase, { maxLength: 3 }),
          timeout: fc.bigInt({ min: BigInt(soon * 10), max: BigInt(Math.min(DEADLINE_MAX, soon * 10 + 20)) }),
          onTimeout: inner,
        })
        .map((parts): Contract => ({ kind: 'when', ...parts })),
    },
    {
      weight: 3,
      arbitrary: fc
        .record({ from: party, to: payee, token, amount: arbitraryValue(options), continuation: inner })
        .map((parts): Contract => ({ kind: 'pay', ...parts })),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({ condition: arbitraryObservation(options), onTrue: inner, onFalse: inner })
        .map((parts): Contract => ({ kind: 'if', ...parts })),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({ name: arbitraryName(options), value: arbitraryValue(options), continuation: inner })
        .map((parts): Contract => ({ kind: 'let', ...parts })),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({ condition: arbitraryObservation(options), continuation: inner })
        .map((parts): Contract => ({ kind: 'assert', ...parts })),
    },
  );
}

/** Where a choice of the generator leads: which case to try, which number to choose, how long to wait. */
interface Nudge {
  readonly pick: number;
  readonly number: bigint;
  readonly wait: number;
  readonly width: number;
}

function arbitraryNudge(options: TermsOptions): fc.Arbitrary<Nudge> {
  return fc.record({
    pick: fc.nat({ max: 11 }),
    number: arbitraryNumber(options),
    wait: fc.nat({ max: 12 }),
    width: fc.nat({ max: 3 }),
  });
}

/** A contract and transactions most of which move it on; some fit no case, some come late, some bring nothing. */
export function arbitraryTrace(
  options: TermsOptions = {},
): fc.Arbitrary<{ contract: Contract; transactions: readonly Transaction[] }> {
  return fc
    .record({
      contract: arbitraryContract(options),
      nudges: fc.array(arbitraryNudge(options), { minLength: 1, maxLength: 8 }),
    })
    .map(({ contract, nudges }) => ({ contract, transactions: transactionsFor(contract, nudges) }));
}

function transactionsFor(contract: Contract, nudges: readonly Nudge[]): Transaction[] {
  let now = { state: emptyState(0n), contract };
  let time = 0n;
  return nudges.map((each) => {
    if (each.wait > 9) time += BigInt(each.wait);
    else time += BigInt(each.wait % 3);
    const interval = { from: time, to: time + BigInt(each.width) };
    const input = inputFor(now.contract, now.state, each, interval);
    const transaction: Transaction = { interval, inputs: input === undefined ? [] : [input] };
    const output = computeTransaction(transaction, now.state, now.contract);
    if (output.kind === 'success') now = output;
    return transaction;
  });
}

function inputFor(
  contract: Contract,
  state: State,
  { pick, number }: Nudge,
  interval: { from: bigint; to: bigint },
): Input | undefined {
  if (pick === 11) return { kind: 'notify' };
  const waiting = computeTransaction({ interval, inputs: [] }, state, contract);
  const at = waiting.kind === 'success' ? waiting : { contract, state };
  if (at.contract.kind !== 'when' || at.contract.cases.length === 0 || pick === 10) return undefined;
  const { action } = at.contract.cases[pick % at.contract.cases.length]!;
  switch (action.kind) {
    case 'notify':
      return { kind: 'notify' };
    case 'choice': {
      const bound = action.bounds[pick % Math.max(1, action.bounds.length)];
      const chosen = bound === undefined || number < bound.from || number > bound.to ? (bound?.from ?? number) : number;
      return { kind: 'choice', choice: action.choice, chosen };
    }
    case 'deposit': {
      const amount = evaluateValue(action.amount, surroundingsOf(at.state, interval));
      return { kind: 'deposit', by: action.by, into: action.into, token: action.token, amount };
    }
  }
}
