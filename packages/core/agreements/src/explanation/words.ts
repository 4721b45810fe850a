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

/** How a token is shown: `450000` units of `{ code: 'USD', decimals: 2 }` are `4,500.00 USD`. */
export interface ShownAsset {
  readonly code: string;
  readonly decimals: number;
}

/** Says terms in English. `assetOf` names tokens; by default they have their own name and no decimals. */
export class Words {
  private readonly assetOf: (token: Token) => ShownAsset;

  constructor(assetOf: (token: Token) => ShownAsset = ownName) {
    this.assetOf = assetOf;
  }

  amount(value: Value, token: Token): string {
    const { code, decimals } = this.assetOf(token);
    if (value.kind === 'constant') return `${grouped(value.constant, decimals)} ${code}`;
    if (value.kind === 'availableMoney') return this.value(value);
    return `${this.value(value)} ${decimals === 0 ? code : `units of ${code}`}`;
  }

  value(value: Value): string {
    switch (value.kind) {
      case 'constant':
        return grouped(value.constant, 0);
      case 'availableMoney':
        return `all ${this.assetOf(value.token).code} in ${nameOf(value.account)}'s account`;
      case 'negate':
        return `minus ${this.value(value.value)}`;
      case 'add':
        return `${this.operand(value.left)} plus ${this.operand(value.right)}`;
      case 'subtract':
        return `${this.operand(value.left)} less ${this.operand(value.right)}`;
      case 'multiply':
        return `${this.operand(value.left)} × ${this.operand(value.right)}`;
      case 'divide':
        return `${this.operand(value.left)} ÷ ${this.operand(value.right)} (cut to a whole number)`;
      case 'choiceValue':
        return choiceName(value.choice);
      case 'timeIntervalStart':
        return 'the earliest time it can be';
      case 'timeIntervalEnd':
        return 'the latest time it can be';
      case 'useValue':
        return quoted(value.name);
      case 'cond':
        return `${this.value(value.onTrue)} if ${this.observation(value.condition)}, else ${this.value(value.onFalse)}`;
    }
  }

  private operand(value: Value): string {
    const isSimple = ['constant', 'choiceValue', 'useValue', 'timeIntervalStart', 'timeIntervalEnd'].includes(
      value.kind,
    );
    return isSimple ? this.value(value) : `(${this.value(value)})`;
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
        return `${this.value(observation.left)} is at least ${this.value(observation.right)}`;
      case 'greater':
        return `${this.value(observation.left)} is more than ${this.value(observation.right)}`;
      case 'less':
        return `${this.value(observation.left)} is less than ${this.value(observation.right)}`;
      case 'atMost':
        return `${this.value(observation.left)} is at most ${this.value(observation.right)}`;
      case 'equal':
        return `${this.value(observation.left)} is ${this.value(observation.right)}`;
    }
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
        const ranges = action.bounds.map(({ from, to }) =>
          from === to ? grouped(from, 0) : `${grouped(from, 0)} to ${grouped(to, 0)}`,
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
