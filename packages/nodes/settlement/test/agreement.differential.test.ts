import {
  computeTransaction,
  type Contract,
  emptyState,
  type State,
  type Transaction,
  type TransactionOutput,
  type TransactionSuccess,
} from '@gristmill/agreements';
import { arbitraryNumber, arbitraryTrace } from '@gristmill/agreements/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Address,
  createPublicClient,
  createWalletClient,
  decodeErrorResult,
  encodeAbiParameters,
  encodeFunctionData,
  encodeFunctionResult,
  type Hex,
  http,
  keccak256,
  parseAbiParameters,
  zeroAddress,
  zeroHash,
} from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { agreementAbi, agreementBytecode } from '../src/abi/agreement.ts';
import { checkBounds, checkEntry } from '../src/agreement/bounds.ts';
import {
  addressOf,
  bindInput,
  bindRoles,
  chainParty,
  chainToken,
  type EncodedTerms,
  encodeState,
  encodeTerms,
  nameWord,
  type Roles,
  tokenAddress,
} from '../src/agreement/encoding.ts';
import { encodeInput, openingItems, stepTerms } from '../src/agreement/step.ts';
import { type LocalChain, startLocalChain } from '../src/chain/local-chain.ts';

// The deployed bytecode against the TypeScript, over random well-typed agreements and what people may send to them:
// the hash of what remains, the state, payments, warnings and the kind of refusal. AGREEMENT_CASES asks for more of them,
// AGREEMENT_SEED for those of another run.

const CASES_WANTED = Number(process.env['AGREEMENT_CASES'] ?? 10_000);
const SEED = Number(process.env['AGREEMENT_SEED'] ?? 1);
const BATCH_SIZE = 250;
/** After every deadline that the generator sets. */
const AFTER_ALL = 1_000n;
const TIME_MAX = 2n ** 64n - 1n;
/** What an agreement can hold of a token, and how far from zero a choice can be. */
const ENTRY_MAX = 2n ** 96n;
const ROLES: Record<string, Address> = {
  alice: '0x00000000000000000000000000000000000000a1',
  bob: '0x00000000000000000000000000000000000000b0',
};
const NO_FIT = [
  'ChoiceOutOfBounds',
  'InputFitsNoCase',
  'InputLate',
  'NotYetTrue',
  'WrongAmount',
  'WrongParty',
  'WrongToken',
];
/** What the chain may say where the semantics say this. */
const REFUSALS = {
  ambiguousTimeInterval: ['IntervalAmbiguous'],
  applyNoMatch: NO_FIT,
  invalidInterval: ['IntervalEmpty'],
  intervalInPast: ['IntervalInPast'],
  uselessTransaction: ['NothingToDo'],
  hashMismatch: ['TermsMissing'],
} as const satisfies Record<string, readonly string[]>;

let chain: LocalChain;
let agreements: Address;

beforeAll(async () => {
  chain = await startLocalChain();
  const account = privateKeyToAccount(chain.accounts[0]!.privateKey);
  const wallet = createWalletClient({ account, transport: http(chain.rpcUrl) });
  const hash = await wallet.deployContract({ abi: agreementAbi, bytecode: agreementBytecode, chain: null });
  const receipt = await createPublicClient({ transport: http(chain.rpcUrl) }).waitForTransactionReceipt({ hash });
  agreements = receipt.contractAddress!;
});

afterAll(() => chain.stop());

/**
 * A state in the middle of some agreement: the accounts, choices and values of the generator's terms, in any order, with
 * numbers that are small or, at the edges, as large as the chain lets them be.
 */
function arbitraryState(edges: boolean): fc.Arbitrary<State> {
  const owners = [...Object.values(ROLES), `0x${'c1'.padStart(40, '0')}` as const].map((owner) => chainParty(owner));
  const tokens = [chainToken(zeroAddress), chainToken(`0x${'f1'.padStart(40, '0')}`)];
  const keys = owners.flatMap((party) => tokens.map((token) => ({ party, token })));
  const [choiceNames, valueNames] = edges
    ? [
        ['n'.repeat(31), 'n'.repeat(32)],
        ['', 'é'.repeat(16), 'z'],
      ]
    : [
        ['one', 'two'],
        ['x', 'y', 'z'],
      ];
  const choices = owners.flatMap((owner) => choiceNames.map((name) => ({ name, owner })));
  const small = fc.bigInt({ min: -5n, max: 30n });
  const amount = edges ? fc.constantFrom(1n, 2n ** 64n, ENTRY_MAX / 3n) : fc.bigInt({ min: 1n, max: 30n });
  const chosen = edges ? fc.oneof(small, fc.constantFrom(ENTRY_MAX, -ENTRY_MAX, ENTRY_MAX - 1n)) : small;
  const value = arbitraryNumber({ edges });
  return fc.record({
    accounts: fc
      .tuple(fc.shuffledSubarray(keys), fc.array(amount, { minLength: 6, maxLength: 6 }))
      .map(([some, amounts]) => some.map((key, index) => ({ ...key, amount: amounts[index]! }))),
    choices: fc
      .tuple(fc.shuffledSubarray(choices), fc.array(chosen, { minLength: 6, maxLength: 6 }))
      .map(([some, numbers]) => some.map((choice, index) => ({ choice, chosen: numbers[index]! }))),
    boundValues: fc
      .tuple(fc.shuffledSubarray(valueNames), fc.array(value, { minLength: 3, maxLength: 3 }))
      .map(([some, numbers]) => some.map((name, index) => ({ name, value: numbers[index]! }))),
    minTime: fc.bigInt({ min: 0n, max: 5n }),
  });
}

/** One call and what it must answer: bytes, or one of these errors. */
interface Case {
  readonly data: Hex;
  readonly expected: Hex | readonly string[];
  readonly describe: () => string;
}

interface Answer {
  readonly result?: Hex;
  readonly error?: { readonly data?: Hex; readonly message: string };
}

async function callAll(cases: readonly Case[]): Promise<Answer[]> {
  const calls = cases.map(({ data }, id) => ({
    jsonrpc: '2.0',
    id,
    method: 'eth_call',
    params: [{ to: agreements, data }, 'latest'],
  }));
  const response = await fetch(chain.rpcUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(calls),
  });
  const answers = (await response.json()) as (Answer & { id: number })[];
  return answers.toSorted((one, other) => one.id - other.id);
}

async function check(cases: readonly Case[]): Promise<void> {
  const answers = await callAll(cases);
  for (const [index, { expected, describe }] of cases.entries()) {
    const { result, error } = answers[index]!;
    if (typeof expected === 'string') {
      if (result !== expected)
        expect({ result, error: errorName(error), case: describe() }).toEqual({ result: expected });
    } else {
      const name = errorName(error);
      if (!expected.includes(name)) expect({ result, error: name, case: describe() }).toEqual({ error: expected });
    }
  }
}

function errorName(error: Answer['error']): string {
  if (error?.data === undefined) return error?.message ?? 'none';
  return decodeErrorResult({ abi: agreementAbi, data: error.data }).errorName;
}

/** What the chain must answer to a transaction that the semantics have worked out. */
function expectedOf(
  { state, payments, warnings, contract }: TransactionSuccess,
  inputs: bigint,
  encoded: EncodedTerms,
): Hex {
  const kinds = { nonPositiveDeposit: 0, nonPositivePay: 1, partialPay: 2, shadowing: 3, assertionFailed: 4 } as const;
  const nothing = { from: zeroAddress, to: zeroAddress, inside: false, token: zeroAddress, name: zeroHash } as const;
  return encodeFunctionResult({
    abi: agreementAbi,
    functionName: 'preview',
    result: [
      encoded.hashOf(contract),
      encodeState(state, inputs),
      payments.map(({ from, to, token, amount }) => ({
        from: addressOf(from),
        to: addressOf(to.kind === 'account' ? to.account : to.party),
        inside: to.kind === 'account',
        token: tokenAddress(token),
        amount,
      })),
      warnings.map((warning) => {
        const kind = kinds[warning.kind];
        switch (warning.kind) {
          case 'assertionFailed':
            return { ...nothing, kind, first: 0n, second: 0n };
          case 'shadowing':
            return {
              ...nothing,
              kind,
              name: nameWord(warning.name),
              first: warning.oldValue,
              second: warning.newValue,
            };
          case 'nonPositiveDeposit': {
            const { by, into, token, amount } = warning;
            const parties = { from: addressOf(by), to: addressOf(into), inside: true, token: tokenAddress(token) };
            return { ...nothing, ...parties, kind, first: amount, second: 0n };
          }
          case 'nonPositivePay':
          case 'partialPay': {
            const { from, to, token } = warning;
            const parties = {
              from: addressOf(from),
              to: addressOf(to.kind === 'account' ? to.account : to.party),
              inside: to.kind === 'account',
              token: tokenAddress(token),
            };
            return warning.kind === 'partialPay'
              ? { ...nothing, ...parties, kind, first: warning.expected, second: warning.paid }
              : { ...nothing, ...parties, kind, first: warning.amount, second: 0n };
          }
        }
      }),
    ] as never,
  });
}

/** Why the chain refuses what an input leads to: the first reason there is. */
function refusalOf(revealed: readonly { terms: Contract; state: State }[]): readonly string[] | undefined {
  for (const { terms, state } of revealed) {
    if (tooLarge(state)) return ['NumberTooLarge'];
    if (tooWide(terms, state.boundValues)) return ['IntegerTooWide'];
  }
  return undefined;
}

function tooLarge(state: State): boolean {
  try {
    checkEntry(state);
    return false;
  } catch (error) {
    expect(error).toMatchObject({ code: 'AGREEMENT_NUMBER_TOO_LARGE' });
    return true;
  }
}

/** Whether the chain refuses terms because their integers could grow too wide. */
function tooWide(terms: Contract, boundValues: State['boundValues']): boolean {
  try {
    checkBounds(terms, { boundValues });
    return false;
  } catch (error) {
    expect(error).toMatchObject({ code: 'AGREEMENT_INTEGER_TOO_LARGE' });
    return true;
  }
}

function caseOf(
  transaction: Transaction,
  state: State,
  contract: Contract,
  inputs: bigint,
  encoded: EncodedTerms,
): { found: Case; output: TransactionOutput } {
  const output = computeTransaction(transaction, state, contract);
  const step = stepTerms(transaction, state, contract, encoded);
  const found: Case = {
    data: encodeFunctionData({
      abi: agreementAbi,
      functionName: 'preview',
      args: [
        encoded.hashOf(contract),
        encodeState(state, inputs),
        transaction.interval,
        transaction.inputs.map((input) => encodeInput(input)),
        step.items,
      ],
    }),
    expected:
      refusalOf(step.revealed) ??
      (output.kind === 'error'
        ? REFUSALS[output.error.kind]
        : expectedOf(output, inputs + BigInt(transaction.inputs.length), encoded)),
    describe: () =>
      JSON.stringify({ contract, state, transaction, output }, (_key, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      ),
  };
  return { found, output };
}

/**
 * Opening the agreement; each transaction of a trace; all inputs at once; time alone, from where the trace ends; and
 * from another state, the first transaction and time alone.
 * What comes after the first transaction that finds it closed is left out.
 */
function casesOf(terms: Contract, transactions: readonly Transaction[], other: State, roles: Roles): Case[] {
  const contract = bindRoles(terms, roles);
  const encoded = encodeTerms(contract);
  const bound = transactions.map((transaction) => ({
    ...transaction,
    inputs: transaction.inputs.map((input) => bindInput(input, roles)),
  }));
  const cases = [openingOf(contract, encoded)];
  // What was not opened is not advanced: only of terms that were checked does the chain know that nothing overflows.
  if (tooWide(contract, [])) return cases;
  let now = { state: emptyState(0n), contract, inputs: 0n };
  for (const transaction of bound) {
    const { found, output } = caseOf(transaction, now.state, now.contract, now.inputs, encoded);
    cases.push(found);
    if (now.contract.kind === 'close') break;
    if (output.kind === 'success' && typeof found.expected === 'string')
      now = { ...output, inputs: now.inputs + BigInt(transaction.inputs.length) };
  }
  const { interval } = bound[0]!;
  const together = { interval, inputs: bound.flatMap(({ inputs }) => inputs).slice(0, 4) };
  if (together.inputs.length > 1) cases.push(caseOf(together, emptyState(0n), contract, 0n, encoded).found);
  const late = { interval: { from: AFTER_ALL, to: TIME_MAX }, inputs: [] };
  const { found, output } = caseOf(late, now.state, now.contract, now.inputs, encoded);
  if (output.kind === 'success') {
    expect(output.contract.kind).toBe('close');
    cases.push(found);
  }
  if (tooWide(contract, other.boundValues)) return cases;
  const first = { ...bound[0]!, interval: { from: interval.from, to: interval.to + other.minTime } };
  cases.push(caseOf(first, other, contract, 7n, encoded).found, caseOf(late, other, contract, 7n, encoded).found);
  return cases;
}

function openingOf(contract: Contract, encoded: EncodedTerms): Case {
  const args = [encoded.root, zeroHash, openingItems(contract, encoded)] as const;
  const id = keccak256(
    encodeAbiParameters(parseAbiParameters('address, bytes32, bytes32'), [zeroAddress, zeroHash, encoded.root]),
  );
  return {
    data: encodeFunctionData({ abi: agreementAbi, functionName: 'open', args }),
    expected: tooWide(contract, []) ? ['IntegerTooWide'] : id,
    describe: () => `opening ${encoded.root}`,
  };
}

test(`${CASES_WANTED} random transactions come to the same on the chain`, async () => {
  const seen = new Map<string, number>();
  let waiting: Case[] = [];
  let done = 0;
  for (let round = 0; done < CASES_WANTED; round += 1) {
    // Every other round is of large numbers and long names, and in some one person holds both roles.
    const edges = round % 2 === 1;
    const roles = round % 3 === 2 ? { ...ROLES, bob: ROLES['alice']! } : ROLES;
    const arbitrary = fc.tuple(arbitraryTrace({ edges }), arbitraryState(edges));
    for (const [{ contract, transactions }, other] of fc.sample(arbitrary, { numRuns: 100, seed: SEED + round })) {
      waiting.push(...casesOf(contract, transactions, other, roles));
    }
    for (; waiting.length >= BATCH_SIZE; waiting = waiting.slice(BATCH_SIZE)) {
      const batch = waiting.slice(0, BATCH_SIZE);
      await check(batch);
      done += batch.length;
      for (const { expected } of batch) {
        const kind = typeof expected === 'string' ? 'success' : expected[0]!;
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }
    }
  }
  // A run that only succeeds, or only fails in one way, would compare little.
  expect(seen.get('success')).toBeGreaterThan(CASES_WANTED / 3);
  for (const refusal of ['ChoiceOutOfBounds', 'NothingToDo', 'IntervalAmbiguous', 'IntegerTooWide', 'NumberTooLarge']) {
    expect(seen.get(refusal), refusal).toBeGreaterThan(0);
  }
}, 600_000);
