import { contractText, explain, parseContract, stateText } from '@gristmill/agreements';
import { type Address, type DeviceKey, GristmillError, jsonText } from '@gristmill/protocol';
import {
  type AgreementClient,
  type ChainAgreement,
  createAgreementClient,
  deployAgreements,
  openChain,
} from '@gristmill/settlement';
import type { Command } from 'commander';
import { createHubClient, DEFAULT_HUB } from 'gristmill';
import { type Home, openHome } from '../home.ts';
import { wholeNumber } from '../input.ts';
import { parseAddress } from '../parse-address.ts';
import { openWallet } from '../wallet.ts';
import { type AgreementBook, agreementIdOf, readAgreementBook } from './agreement-book.ts';
import { amountText, partyText } from './words.ts';

export interface ChainOptions {
  hub: string;
  rpc?: string;
  contract?: string;
  fromBlock?: string;
  home?: string;
  json?: boolean;
}

export function addChainOptions(command: Command): Command {
  return command
    .option('--hub <url>', 'the hub whose chain to use', DEFAULT_HUB)
    .option('--rpc <url>', 'another chain, by its RPC')
    .option('--contract <address>', 'the contract that holds the agreement (default: as this home knows it)')
    .option(
      '--from-block <number>',
      'where its logs begin, with --contract (default: as the hub or this home knows it)',
    )
    .option('--home <folder>', 'where wallet.key lies (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option('--json', 'print one JSON document');
}

/** A wallet, what its home knows of agreements, and the contract that holds them. */
interface AgreementDesk {
  home: Home;
  book: AgreementBook;
  client: AgreementClient;
}

interface Place {
  home: Home;
  book: AgreementBook;
  rpcUrl: string;
  key: DeviceKey;
  chainId: number;
  /** The hub's own contract for agreements, and where its logs begin. */
  ofHub: { contract: Address; fromBlock: bigint } | null;
}

async function placeOf({ home: folder, rpc, hub }: ChainOptions): Promise<Place> {
  const home = await openHome(folder);
  const book = await readAgreementBook(home);
  if (rpc !== undefined) {
    const { chainId } = await openChain(rpc);
    return { home, book, rpcUrl: rpc, key: await home.existingKey('wallet'), chainId, ofHub: null };
  }
  const { rpcUrl, chainId, contracts } = await createHubClient(hub).network();
  const ofHub = { contract: contracts.agreement, fromBlock: BigInt(contracts.deployedAtBlock) };
  return { home, book, rpcUrl, key: await openWallet(home, hub), chainId, ofHub };
}

/**
 * For an agreement that is to be opened: in the contract that is named, that the hub's network has, or that this home
 * used last.
 *
 * @throws GristmillError `AGREEMENT_CONTRACT_UNKNOWN`, `CHAIN_UNREACHABLE`
 */
export async function openNewDesk({ deploy, ...options }: ChainOptions & { deploy?: boolean }): Promise<AgreementDesk> {
  const { home, book, rpcUrl, key, chainId, ofHub } = await placeOf(options);
  const named = options.contract === undefined ? undefined : parseAddress('--contract', options.contract);
  const known = ofHub?.contract ?? book.contracts[chainId];
  const found = named ?? (deploy === true ? undefined : known);
  if (found === undefined && deploy !== true) {
    throw new GristmillError(
      'AGREEMENT_CONTRACT_UNKNOWN',
      'This home knows no contract for agreements on this chain.',
      {
        hint: 'Name one with --contract, or put one on the chain with --deploy.',
      },
    );
  }
  const contract = found ?? (await deployAgreements({ rpcUrl, key }));
  return { home, book, client: await createAgreementClient({ rpcUrl, key, contract }) };
}

/**
 * For an agreement that is open: by its id, the beginning of it, or `last`.
 *
 * @throws GristmillError `AGREEMENT_UNKNOWN`, `AGREEMENT_CONTRACT_UNKNOWN`, `CHAIN_UNREACHABLE`
 */
export async function openDeskOf(options: ChainOptions, reference: string): Promise<AgreementDesk & { id: Hex }> {
  const { home, book, rpcUrl, key, ofHub } = await placeOf(options);
  const id = agreementIdOf(book, reference);
  const inBook = book.agreements[id];
  const named = options.contract === undefined ? undefined : parseAddress('--contract', options.contract);
  const contract = named ?? inBook?.contract ?? ofHub?.contract;
  if (contract === undefined) {
    throw new GristmillError('AGREEMENT_CONTRACT_UNKNOWN', `This home did not open ${id}.`, {
      hint: 'Name the --contract that holds it.',
    });
  }
  const client = await createAgreementClient({ rpcUrl, key, contract, fromBlock: fromBlock() });
  return { home, book, id, client };

  function fromBlock(): bigint {
    if (options.fromBlock !== undefined) return BigInt(wholeNumber('--from-block', options.fromBlock, 0));
    if (inBook !== undefined && inBook.contract === contract) return BigInt(inBook.block);
    return ofHub !== null && ofHub.contract === contract ? ofHub.fromBlock : 0n;
  }
}

type Hex = `0x${string}`;

/** The terms and roles that an agreement was opened with, as far as this home knows them. */
export function termsInBook({ agreements }: AgreementBook, id: string) {
  const known = agreements[id];
  return known === undefined ? {} : { terms: parseContract(known.terms), roles: known.roles };
}

/** An agreement as the chain has it, with its state and terms in core JSON; and `more` fields of the document. */
export function agreementJson(
  agreement: ChainAgreement,
  contract: Address,
  more: Record<string, unknown> = {},
): string {
  const { id, closed, opener, inputs, state, terms } = agreement;
  const head = jsonText({ ...more, id, contractAddress: contract, closed, opener, inputs }, 2);
  return `${head.slice(0, -2)},\n  "state": ${stateText(state, 2)},\n  "contract": ${contractText(terms, 2)}\n}`;
}

/** What an agreement holds and what comes next. */
export function agreementPicture({ id, closed, state, terms }: ChainAgreement): string {
  if (closed) return `Agreement ${id} is closed: everything was paid out.`;
  const held = state.accounts.map(({ party, token, amount }) => `${amountText(amount, token)} for ${partyText(party)}`);
  return [
    `Agreement ${id} holds ${held.length === 0 ? 'nothing' : held.join(', ')}.`,
    '',
    explain(terms, { title: 'What comes next' }).text.trimEnd(),
  ].join('\n');
}
