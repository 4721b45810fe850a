import { instantText } from '../calendar.ts';
import {
  sameParty,
  type Action,
  type ChoiceId,
  type Observation,
  type Party,
  type Payee,
  type Token,
  type Value,
} from '../terms.ts';
import type { Denominations } from './denominations.ts';

/** How a token is shown: `450000` units of `{ code: 'USD', decimals: 2 }` are `4,500.00 USD`. */
export interface ShownAsset {
  readonly code: string;
  readonly decimals: number;
}

/**
 * Says terms in English. `assetOf` names tokens; by default they have their own name and no decimals. `tokenOf` says what
 * a chosen or remembered number counts, so that it is shown as an amount.
 */
export class Words {
  private readonly tokenOf: Denominations;
  private readonly assetOf: (token: Token) => ShownAsset;

  constructor(tokenOf: Denominations, assetOf: (token: Token) => ShownAsset = ownName) {
    this.tokenOf = tokenOf;
    this.assetOf = assetOf;
  }

  private amount(value: Value, token: Token): string {
    const { code } = this.assetOf(token);
    const text = this.value(value, token);
    return value.kind === 'constant' || value.kind === 'availableMoney' ? text : `${text} in ${code}`;
  }

  private number(number: bigint, token: Token | undefined): string {
    if (token === undefined) return grouped(number, 0);
    const { code, decimals } = this.assetOf(token);
    return `${grouped(number, decimals)} ${code}`;
  }

  /** A value; one that counts `token` is said in that. */
  private value(value: Value, token = this.tokenOf(value)): string {
    switch (value.kind) {
      case 'constant':
        return this.number(value.constant, token);
      case 'availableMoney':
        return `all ${this.assetOf(value.token).code} in ${nameOf(value.account)}'s account`;
      case 'negate':
        return `minus ${this.value(value.value, token)}`;
      case 'add':
        return `${this.operand(value.left, token)} plus ${this.operand(value.right, token)}`;
      case 'subtract':
        return `${this.operand(value.left, token)} less ${this.operand(value.right, token)}`;
      case 'multiply':
        return `${this.operand(value.left)} × ${this.operand(value.right)}`;
      case 'divide': {
        const cut =
          token === undefined ? 'cut to a whole number' : `what is below ${this.number(1n, token)} is cut off`;
        return `${this.operand(value.left)} ÷ ${this.operand(value.right)} (${cut})`;
      }
      case 'choiceValue':
        return choiceName(value.choice);
      case 'timeIntervalStart':
        return 'the earliest time it can be';
      case 'timeIntervalEnd':
        return 'the latest time it can be';
      case 'useValue':
        return quoted(value.name);
      case 'cond':
        return `${this.value(value.onTrue, token)} if ${this.observation(value.condition)}, else ${this.value(value.onFalse, token)}`;
    }
  }

  private operand(value: Value, token = this.tokenOf(value)): string {
    const isSimple = ['constant', 'choiceValue', 'useValue', 'timeIntervalStart', 'timeIntervalEnd'].includes(
      value.kind,
    );
    return isSimple ? this.value(value, token) : `(${this.value(value, token)})`;
  }

  observation(observation: Observation): string {
    switch (observation.kind) {
      case 'true':
        return 'always';
      case 'false':
        return 'never';
      case 'and':
        return `${this.observation(observation.left)} and ${this.observation(observation.right)}`;
      case 'or':
        return `(${this.observation(observation.left)} or ${this.observation(observation.right)})`;
      case 'not':
        return `not (${this.observation(observation.observation)})`;
      case 'choseSomething':
        return `${choiceName(observation.choice)} is chosen`;
      case 'atLeast':
        return this.comparison(observation, 'is at least');
      case 'greater':
        return this.comparison(observation, 'is more than');
      case 'less':
        return this.comparison(observation, 'is less than');
      case 'atMost':
        return this.comparison(observation, 'is at most');
      case 'equal':
        return this.comparison(observation, 'is');
    }
  }

  private comparison({ left, right }: { left: Value; right: Value }, how: string): string {
    const token = this.tokenOf(left) ?? this.tokenOf(right);
    return `${this.value(left, token)} ${how} ${this.value(right, token)}`;
  }

  /** A value that is remembered under a name. */
  binding(name: string, value: Value): string {
    const known: Value = { kind: 'useValue', name };
    return `${this.value(known)} becomes ${this.value(value, this.tokenOf(known))}`;
  }

  action(action: Action): string {
    switch (action.kind) {
      case 'deposit': {
        const where = sameParty(action.by, action.into) ? 'its account' : `${nameOf(action.into)}'s account`;
        return `${nameOf(action.by)} deposits ${this.amount(action.amount, action.token)} into ${where}`;
      }
      case 'choice': {
        const owner = nameOf(action.choice.owner);
        const what = quoted(action.choice.name);
        const [bound] = action.bounds;
        if (bound === undefined) return `${owner} chooses ${what} (from nothing: this cannot happen)`;
        const token = this.tokenOf({ kind: 'choiceValue', choice: action.choice });
        const ranges = action.bounds.map(({ from, to }) =>
          from === to ? this.number(from, token) : `${this.number(from, token)} to ${this.number(to, token)}`,
        );
        return `${owner} chooses ${ranges.join(' or ')} for ${what}`;
      }
      case 'notify':
        return `anybody points out that ${this.observation(action.condition)}`;
    }
  }

  payment(from: Party, to: Payee, amount: Value, token: Token): string {
    const what = this.amount(amount, token);
    return to.kind === 'party'
      ? `${nameOf(to.party)} is paid ${what} from ${nameOf(from)}'s account`
      : `${what} moves from ${nameOf(from)}'s account to ${nameOf(to.account)}'s`;
  }
}

function ownName({ currencySymbol, tokenName }: Token): ShownAsset {
  return { code: plain(tokenName || currencySymbol.slice(0, 12)) || 'coin', decimals: 0 };
}

export function nameOf(party: Party): string {
  if (party.kind === 'role') return plain(party.role);
  return party.address.length > 16
    ? plain(`${party.address.slice(0, 8)}…${party.address.slice(-4)}`)
    : plain(party.address);
}

/** Names come from outside: one line, of bearable length, without what Markdown would take for its own. */
function plain(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[`*_<>[\]#|\\]/g, '·')
    .trim();
  return line.length > 64 ? `${line.slice(0, 63)}…` : line;
}

function choiceName({ name }: ChoiceId): string {
  return quoted(name);
}

function quoted(text: string): string {
  return `“${plain(text)}”`;
}

export function when(deadline: bigint): string {
  return instantText(deadline);
}

/** `1234567` with 2 decimals is `12,345.67`. */
function grouped(integer: bigint, decimals: number): string {
  const digits = (integer < 0n ? -integer : integer).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${integer < 0n ? '−' : ''}${whole}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`;
}
