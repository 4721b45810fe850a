import { type Action, type Contract, type Input, parseTransactions, type Party } from '@gristmill/agreements';
import { type Address, GristmillError } from '@gristmill/protocol';
import type { Command } from 'commander';
import { optionInvalid, readText } from '../input.ts';
import { collected } from '../repeatable.ts';

export interface InputOptions {
  deposit?: string;
  choose: string[];
  notify?: boolean;
  inputs?: string;
}

/** The options that name inputs, and those for terms that this home does not know. */
export function addInputOptions(command: Command): Command {
  return command
    .option('--deposit <units>', "pay this wallet's next deposit, in minor units")
    .option('--choose <name=number>', "make this wallet's choice (repeatable)", collected, [])
    .option('--notify', 'point out that what the agreement waits for now holds')
    .option('--inputs <file>', 'the inputs of one transaction in core JSON instead')
    .option('--terms <file>', 'the terms it was opened with (default: as this home knows them)')
    .option('--role <name=address>', 'who holds a role, with --terms (default: as this home knows it)', collected, []);
}

/**
 * The inputs that options name, completed by what the agreement waits for: who deposits into which account, whose choice
 * it is. Whether they fit is for the agreement to say.
 *
 * @param remaining the terms as the chain has them, with addresses for parties.
 * @throws GristmillError `AGREEMENT_INPUT_FITS_NO_CASE`, `AGREEMENT_INPUT_AMBIGUOUS`, `OPTION_INVALID`,
 *   `OPTIONS_CONFLICT`; as `parseTransactions`
 */
export async function inputsOf(
  { deposit, choose, notify, inputs: file }: InputOptions,
  remaining: Contract,
  signer: Address,
): Promise<readonly Input[]> {
  if (file !== undefined) {
    const transactions = parseTransactions(await readText(file));
    if (deposit === undefined && choose.length === 0 && notify === undefined && transactions.length === 1) {
      return transactions[0]!.inputs;
    }
    throw new GristmillError('OPTIONS_CONFLICT', `${file} holds ${transactions.length} transactions; one is sent.`, {
      hint: 'Write one transaction, and name no other inputs beside it.',
    });
  }
  const awaited = awaitedIn(remaining);
  return [
    ...(deposit === undefined ? [] : [depositOf(deposit, awaited, signer)]),
    ...choose.map((word) => choiceOf(word, awaited, signer)),
    ...(notify === true ? [{ kind: 'notify' as const }] : []),
  ];
}

/** The deposit of this wallet that is awaited soonest: of just this amount, else of one that has to be worked out. */
function depositOf(text: string, awaited: readonly Action[][], signer: Address): Input {
  if (!/^\d{1,38}$/.test(text)) throw optionInvalid('--deposit', text, 'a whole number of minor units');
  const amount = BigInt(text);
  const own = awaited.map((actions) =>
    actions.filter((action) => action.kind === 'deposit').filter(({ by }) => isHeldBy(by, signer)),
  );
  const exact = own.map((each) => each.filter((a) => a.amount.kind === 'constant' && a.amount.constant === amount));
  const computed = own.map((each) => each.filter((a) => a.amount.kind !== 'constant'));
  const found = [...exact, ...computed, ...own].find(({ length }) => length > 0) ?? [];
  const [expected] = found;
  if (expected === undefined) throw fitsNoCase(`No deposit of ${signer} is awaited.`);
  const { by, into, token } = expected;
  const isOther = (each: typeof expected) => JSON.stringify([each.into, each.token]) !== JSON.stringify([into, token]);
  if (found.some(isOther)) {
    throw new GristmillError(
      'AGREEMENT_INPUT_AMBIGUOUS',
      `${found.length} deposits of ${signer} are awaited, of other tokens or into other accounts.`,
      { hint: 'Give the one that is meant in core JSON with --inputs.' },
    );
  }
  return { kind: 'deposit', by, into, token, amount };
}

/** Of choices of one name, this wallet's own; else whoever's there is, for the agreement to refuse by name. */
function choiceOf(word: string, awaited: readonly Action[][], signer: Address): Input {
  const equals = word.lastIndexOf('=');
  const [name, number] = [word.slice(0, equals), word.slice(equals + 1)];
  if (equals < 1 || !/^-?\d{1,77}$/.test(number)) throw optionInvalid('--choose', word, 'name=number');
  const choices = awaited.flat().filter((action) => action.kind === 'choice');
  const named = choices.filter(({ choice }) => choice.name === name);
  const found = named.find(({ choice }) => isHeldBy(choice.owner, signer)) ?? named[0];
  if (found !== undefined) return { kind: 'choice', choice: found.choice, chosen: BigInt(number) };
  const names = [...new Set(choices.map(({ choice }) => `"${choice.name}"`))];
  throw fitsNoCase(`No choice "${name}" is awaited${names.length === 0 ? '' : `, but ${names.join(', ')}`}.`);
}

/** What the next steps wait for: the cases of the first `When` on each path, and of those that its deadline leads to. */
function awaitedIn(contract: Contract): Action[][] {
  switch (contract.kind) {
    case 'close':
      return [];
    case 'pay':
    case 'let':
    case 'assert':
      return awaitedIn(contract.continuation);
    case 'if':
      return [...awaitedIn(contract.onTrue), ...awaitedIn(contract.onFalse)];
    case 'when':
      return [contract.cases.map(({ action }) => action), ...awaitedIn(contract.onTimeout)];
  }
}

function isHeldBy(party: Party, signer: Address): boolean {
  return party.kind === 'address' && party.address.toLowerCase() === signer.toLowerCase();
}

function fitsNoCase(message: string): GristmillError {
  return new GristmillError('AGREEMENT_INPUT_FITS_NO_CASE', message, {
    hint: 'See `gristmill agreement show` for what it waits for, or give the input in core JSON with --inputs.',
  });
}
