import {
  advance as advanceTerms,
  authorityOf,
  continuationsOf,
  type Contract,
  type Input,
  type State,
  type TimeInterval,
  type TransactionWarning,
} from '@gristmill/agreements';
import { type Address, address, GristmillError } from '@gristmill/protocol';
import {
  encodeAbiParameters,
  encodeDeployData,
  encodeFunctionData,
  type Hex,
  keccak256,
  parseAbiParameters,
  parseEventLogs,
  zeroAddress,
  zeroHash,
} from 'viem';
import { agreementAbi, agreementBytecode } from '../abi/agreement.ts';
import { checkBounds, checkEntry } from './bounds.ts';
import { decodeTerms, itemsOf } from './decoding.ts';
import {
  addressOf,
  bindInput,
  bindRoles,
  CLOSED_TERMS,
  decodeState,
  encodeState,
  encodeTerms,
  type EncodedTerms,
  type Roles,
  tokenAddress,
} from './encoding.ts';
import { approvalsFor, dueOf } from './approvals.ts';
import { encodeInput, openingItems, stepTerms } from './step.ts';
import { untilAllowed } from '../chain/allowance.ts';
import { type ChainOptions, connectChain, type SenderKey } from '../chain/chain.ts';
import { chainError } from '../errors.ts';
import { logsOf } from '../chain/logs.ts';
import { type Permit, signPermit } from '../chain/permit.ts';

/** An agreement as the chain has it. */
export interface ChainAgreement {
  readonly id: Hex;
  readonly closed: boolean;
  readonly opener: Address;
  readonly state: State;
  /** How many inputs there were. */
  readonly inputs: bigint;
  /** The hash of the terms that remain. */
  readonly remaining: Hex;
  /** The terms that remain; what follows a case may be known by its hash alone, until the case is taken. */
  readonly terms: Contract;
}

/** An input and its party's word for it; none where the party sends it itself. */
export interface SignedInput {
  readonly input: Input;
  readonly signature: Hex;
  /** Leave to take the tokens of a deposit, where the party did not approve them by a transaction. */
  readonly permit?: Permit;
}

export interface AdvanceOptions {
  readonly inputs?: readonly (Input | SignedInput)[];
  /** All of the terms, as the agreement was opened with; needed once an input takes a case. */
  readonly terms?: Contract;
  readonly roles?: Roles;
  /** Default: from the newest block, for ten minutes or until just before the next deadline. Milliseconds since 1970. */
  readonly interval?: TimeInterval;
}

export interface Advanced {
  readonly transactionHash: Hex;
  readonly gasUsed: bigint;
  readonly agreement: ChainAgreement;
  /** What left the agreement; `owed` where the payee did not take it, and has to `collect`. */
  readonly payments: readonly { to: Address; token: Address; amount: bigint; owed: boolean }[];
  readonly warnings: readonly TransactionWarning[];
}

/**
 * Agreements on a chain, as one key holder uses them. Every method can throw `CHAIN_UNREACHABLE`; those that send also
 * `CHAIN_REVERTED` (naming the Solidity error) and `CHAIN_GAS_MISSING`. Parties are addresses there, and tokens too:
 * `roles` says who holds each role, and a token's currency symbol is its contract's address.
 */
export interface AgreementClient {
  readonly signer: Address;
  readonly chainId: number;
  readonly contract: Address;
  /**
   * Opens an agreement. It holds nothing yet.
   *
   * @throws GristmillError `AGREEMENT_INTEGER_TOO_LARGE`, `CHAIN_CONTRACT_MISSING`, and as `encodeTerms` and `bindRoles` do
   */
  open(options: {
    terms: Contract;
    roles?: Roles;
    salt?: Hex;
  }): Promise<{ id: Hex; transactionHash: Hex; gasUsed: bigint; blockNumber: bigint }>;
  /** Reads an agreement from the chain's logs. @throws GristmillError `AGREEMENT_UNKNOWN` */
  read(id: Hex): Promise<ChainAgreement>;
  /**
   * Moves an agreement on by inputs, or by time alone. For deposits of this key's tokens a permit goes along (EIP-2612);
   * tokens without permits are approved first.
   *
   * @throws GristmillError as `advance` of `@gristmill/agreements` and `checkBounds`, before anything is sent;
   *   `AGREEMENT_TERMS_UNKNOWN`, `AGREEMENT_NOT_YOURS` for another party's input that it did not sign
   */
  advance(id: Hex, options?: AdvanceOptions): Promise<Advanced>;
  /**
   * Signs an input for the agreement as it stands now, so that anybody can send it; whatever happens before it makes the
   * signature void. `permit` signs leave to take a deposit's tokens too.
   *
   * @throws GristmillError as `advance` does; `AGREEMENT_NOT_YOURS`
   */
  signInput(
    id: Hex,
    options: { input: Input; roles?: Roles; terms?: Contract; permit?: boolean },
  ): Promise<SignedInput>;
  /** What could not be sent to this payee. */
  owedTo(payee: Address, token: Address): Promise<bigint>;
  /** Fetches what could not be sent to this key. */
  collect(options: { token: Address; to?: Address }): Promise<{ transactionHash: Hex; units: bigint }>;
}

const INTERVAL_MS = 600_000n;
const DEPOSIT_TYPE = [
  { name: 'agreement', type: 'bytes32' },
  { name: 'terms', type: 'bytes32' },
  { name: 'nonce', type: 'uint64' },
  { name: 'by', type: 'address' },
  { name: 'into', type: 'address' },
  { name: 'token', type: 'address' },
  { name: 'amount', type: 'int256' },
] as const;
const CHOICE_TYPE = [
  { name: 'agreement', type: 'bytes32' },
  { name: 'terms', type: 'bytes32' },
  { name: 'nonce', type: 'uint64' },
  { name: 'owner', type: 'address' },
  { name: 'name', type: 'bytes32' },
  { name: 'chosen', type: 'int256' },
] as const;

/** Puts the contract that holds agreements on a chain; nobody has power over it. @throws as `AgreementClient` does */
export async function deployAgreements({ rpcUrl, key }: { rpcUrl: string; key: SenderKey }): Promise<Address> {
  const chain = await connectChain(rpcUrl, key);
  const data = encodeDeployData({ abi: agreementAbi, bytecode: agreementBytecode });
  const { contractAddress } = await chain.transact('Deploying Agreement', { data });
  return address.parse(contractAddress);
}

/** @throws GristmillError `CHAIN_UNREACHABLE` */
export async function createAgreementClient({
  rpcUrl,
  key,
  contract,
  fromBlock = 0n,
  ...options
}: ChainOptions & {
  rpcUrl: string;
  key: SenderKey;
  contract: Address;
  /** The block of the contract's deployment: logs are read from there. */
  fromBlock?: bigint;
}): Promise<AgreementClient> {
  const chain = await connectChain(rpcUrl, key, options);
  const signer = address.parse(chain.account.address);
  const domain = {
    name: 'Gristmill Agreement',
    version: '1',
    chainId: chain.chainId,
    verifyingContract: contract,
  } as const;

  async function read(id: Hex): Promise<ChainAgreement> {
    return (await readWhole(id)).now;
  }

  async function readWhole(id: Hex): Promise<Found> {
    const logs = await logsOf(chain, {
      address: contract,
      abi: agreementAbi,
      events: ['Opened', 'Advanced', 'TermsRevealed'],
      indexed: [id],
      fromBlock,
    });
    const first = logs.find(({ eventName }) => eventName === 'Opened')?.args;
    if (first === undefined || !('opener' in first)) {
      throw new GristmillError('AGREEMENT_UNKNOWN', `There is no agreement ${id} in the contract ${contract}.`, {
        hint: 'Check the agreement, the chain and the address of the contract.',
      });
    }
    const { remaining, state } = logs.findLast((log) => log.eventName === 'Advanced')?.args ?? first;
    const items = itemsOf(logs.flatMap(({ args }) => ('terms' in args ? [args.terms] : [])));
    const { terms, encoded } = decodeTerms(remaining, items);
    const now = {
      id,
      closed: remaining === CLOSED_TERMS,
      opener: address.parse(first.opener),
      state: decodeState(state),
      inputs: state.inputs,
      remaining,
      terms,
    };
    return { now, encoded };
  }

  return {
    signer,
    chainId: chain.chainId,
    contract,
    read,

    async open({ terms, roles = {}, salt = zeroHash }) {
      const bound = bindRoles(terms, roles);
      checkBounds(bound, { self: contract });
      const encoded = encodeTerms(bound);
      const id = keccak256(
        encodeAbiParameters(parseAbiParameters('address, bytes32, bytes32'), [signer, salt, encoded.root]),
      );
      await expectContract(id, signer, salt, encoded.root);
      const { transactionHash, gasUsed, blockNumber } = await chain.transact('Agreement.open', {
        to: contract,
        data: encodeFunctionData({
          abi: agreementAbi,
          functionName: 'open',
          args: [encoded.root, salt, openingItems(bound, encoded)],
        }),
      });
      return { id, transactionHash, gasUsed, blockNumber };
    },

    async advance(id, { inputs: given = [], terms: known, roles = {}, interval: wanted } = {}) {
      const found = await readWhole(id);
      const { now } = found;
      // Time alone leads to nothing that the log does not have.
      const { terms, encoded } = wholeTerms(found, given.length === 0 ? undefined : known, roles);
      const signed = given.map((each) => ('input' in each ? each : { input: each, signature: '0x' as const }));
      const inputs = signed.map(({ input }) => bindInput(input, roles));
      const unsigned = inputs.filter((_input, index) => !('input' in given[index]!));
      const interval = wanted ?? (await intervalFor(terms));
      const transaction = { interval, inputs };
      const output = advanceTerms(transaction, now.state, terms);
      for (const input of unsigned) expectOwn(input);
      const step = stepTerms(transaction, now.state, terms, encoded);
      for (const { terms: next, state } of step.revealed) {
        checkEntry(state);
        checkBounds(next, { ...state, self: contract });
      }
      const stepData = encodeFunctionData({
        abi: agreementAbi,
        functionName: 'advance',
        args: [
          id,
          now.remaining,
          encodeState(now.state, now.inputs),
          interval,
          signed.map(({ signature }, index) => encodeInput(inputs[index]!, signature)),
          step.items,
        ],
      });
      const value = coinsOf(inputs);
      const brought = signed.flatMap(({ permit }) => (permit === undefined ? [] : [permit]));
      const send = async () => {
        const permits = [...brought, ...(await approvalsFor(chain, contract, inputs, { byPermit: value === 0n }))];
        const calls = permits.map(permitData);
        if (calls.length > 0 && value === 0n) calls.push(stepData);
        const data = encodeFunctionData({ abi: agreementAbi, functionName: 'multicall', args: [calls] });
        if (calls.length > 0 && value === 0n) return await chain.transact('Agreement.advance', { to: contract, data });
        // Coins go with one step alone, so permits go before it.
        if (calls.length > 0) await chain.transact('Agreement.permit', { to: contract, data });
        return await chain.transact('Agreement.advance', { to: contract, data: stepData, value });
      };
      // What this key allowed, another process with it may have used up; what others allowed is theirs to see to.
      const receipt = await (dueOf(inputs, signer).size > 0 ? untilAllowed(send) : send());
      const payments = parseEventLogs({ abi: agreementAbi, logs: receipt.logs, eventName: ['Paid', 'Owed'] });
      return {
        transactionHash: receipt.transactionHash,
        gasUsed: receipt.gasUsed,
        agreement: await read(id),
        payments: payments.map(({ eventName, args }) => ({
          to: address.parse(args.to),
          token: address.parse(args.token),
          amount: args.amount,
          owed: eventName === 'Owed',
        })),
        warnings: output.warnings,
      };
    },

    async signInput(id, { input, roles = {}, terms: known, permit = false }) {
      const found = await readWhole(id);
      const { now } = found;
      const bound = bindInput(input, roles);
      const { terms, encoded } = wholeTerms(found, known, roles);
      const transaction = { interval: await intervalFor(terms), inputs: [bound] };
      advanceTerms(transaction, now.state, terms);
      const awaiting = stepTerms(transaction, now.state, terms, encoded).appliedTo[0]!;
      if (bound.kind === 'notify') {
        throw new GristmillError('AGREEMENT_NOT_YOURS', "A notification is nobody's word.", {
          hint: 'Send it unsigned: anybody may.',
        });
      }
      expectOwn(bound);
      const head = { agreement: id, terms: awaiting, nonce: now.inputs };
      const { account, token, name, number } = encodeInput(bound);
      const signature =
        bound.kind === 'deposit'
          ? await chain.account.signTypedData({
              domain,
              types: { Deposit: DEPOSIT_TYPE },
              primaryType: 'Deposit',
              message: { ...head, by: signer, into: account, token, amount: number },
            })
          : await chain.account.signTypedData({
              domain,
              types: { Choice: CHOICE_TYPE },
              primaryType: 'Choice',
              message: { ...head, owner: signer, name, chosen: number },
            });
      if (!permit || bound.kind !== 'deposit' || token === zeroAddress || bound.amount <= 0n) {
        return { input: bound, signature };
      }
      const leave = { token: address.parse(token), spender: contract, units: bound.amount };
      return { input: bound, signature, permit: await signPermit(chain, leave) };
    },

    async owedTo(payee, token) {
      return await chain.read('Agreement.owedTo', (reader) =>
        reader.readContract({ address: contract, abi: agreementAbi, functionName: 'owedTo', args: [payee, token] }),
      );
    },

    async collect({ token, to = signer }) {
      const { transactionHash, logs } = await chain.transact('Agreement.collect', {
        to: contract,
        data: encodeFunctionData({ abi: agreementAbi, functionName: 'collect', args: [token, to] }),
      });
      const [collected] = parseEventLogs({ abi: agreementAbi, logs, eventName: 'Collected' });
      return { transactionHash, units: collected!.args.amount };
    },
  };

  /** Whoever deposits or chooses is who sends it. */
  function expectOwn(input: Input): void {
    const party = authorityOf(input);
    if (party === undefined || isSame(addressOf(party), signer)) return;
    throw new GristmillError(
      'AGREEMENT_NOT_YOURS',
      `This input needs the word of ${addressOf(party)}, and this key is ${signer}'s.`,
      { hint: 'Use the key of the depositor or chooser, or have it sign the input for you.' },
    );
  }

  /** A transaction to an address without such a contract would cost gas and do nothing. */
  async function expectContract(id: Hex, ...names: [Address, Hex, Hex]): Promise<void> {
    const named = await chain.reader
      .readContract({ address: contract, abi: agreementAbi, functionName: 'idOf', args: names })
      .catch((cause: unknown) => {
        const error = chainError('Agreement.idOf', cause);
        if (error.code === 'CHAIN_UNREACHABLE') throw error;
      });
    if (named === id) return;
    throw new GristmillError('CHAIN_CONTRACT_MISSING', `${contract} on chain ${chain.chainId} holds no agreements.`, {
      hint: 'Check the chain and the address of the Agreement contract.',
      fault: 'configuration',
    });
  }

  async function intervalFor(terms: Contract): Promise<TimeInterval> {
    const block = await chain.read('Reading the newest block', (reader) => reader.getBlock());
    const from = block.timestamp * 1000n;
    const to = deadlinesIn(terms)
      .filter((deadline) => deadline > from)
      .reduce((end, deadline) => (deadline - 1n < end ? deadline - 1n : end), from + INTERVAL_MS);
    return { from, to };
  }
}

/** An agreement, and its terms as the chain has their bytes. */
interface Found {
  readonly now: ChainAgreement;
  readonly encoded: EncodedTerms;
}

/** The terms that remain with all that is known of what follows: from the log, or from whoever has them all. */
function wholeTerms({ now, encoded: logged }: Found, known: Contract | undefined, roles: Roles) {
  if (known === undefined) return { terms: now.terms, encoded: logged };
  const whole = bindRoles(known, roles);
  const encoded = encodeTerms(whole);
  const parts = [...partsOf(whole)];
  const part = parts.find((each) => encoded.hashOf(each) === now.remaining);
  if (part !== undefined) return { terms: part, encoded };
  // Terms with Merkleised cases do not tell what follows those: then the log knows more.
  if (parts.some((each) => each.kind === 'when' && each.cases.some(({ kind }) => kind === 'merkleised'))) {
    return { terms: now.terms, encoded: logged };
  }
  throw new GristmillError('AGREEMENT_TERMS_UNKNOWN', 'These are not the terms of this agreement.', {
    hint: 'Use the terms and the roles that it was opened with.',
  });
}

function deadlinesIn(terms: Contract): bigint[] {
  return [...partsOf(terms)].flatMap((part) => (part.kind === 'when' ? [part.timeout] : []));
}

function* partsOf(terms: Contract): Generator<Contract> {
  const seen = new Set<Contract>();
  const left = [terms];
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    if (seen.has(part)) continue;
    seen.add(part);
    yield part;
    left.push(...continuationsOf(part));
  }
}

function permitData({ token, owner, units, deadline, v, r, s }: Permit): Hex {
  return encodeFunctionData({
    abi: agreementAbi,
    functionName: 'permit',
    args: [token, owner, units, deadline, v, r, s],
  });
}

function coinsOf(inputs: readonly Input[]): bigint {
  return inputs.reduce(
    (sum, input) =>
      input.kind === 'deposit' && input.amount > 0n && tokenAddress(input.token) === zeroAddress
        ? sum + input.amount
        : sum,
    0n,
  );
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
