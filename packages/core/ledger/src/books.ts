import { GristmillError } from '@gristmill/protocol';

export type Side = 'debit' | 'credit';

/** How the accounts of one kind behave. Their balance is counted on the normal side. */
export interface AccountRule {
  readonly normalSide: Side;
  /** Whether the balance must never fall below zero: for what can only be spent once it is there. */
  readonly bounded: boolean;
}

/** The kinds of account a set of books has. */
export type ChartOfAccounts = Readonly<Record<string, AccountRule>>;

/** An account is a kind and whose it is: `escrow:0x12…`. */
export type AccountOf<Chart extends ChartOfAccounts> = `${keyof Chart & string}:${string}`;

/**
 * Where a requestor's money can be in one network. What came in stands on the credit side of its payer; where it is now
 * stands on the debit side of the others.
 */
export const settlementChart = {
  payer: { normalSide: 'credit', bounded: true },
  escrow: { normalSide: 'debit', bounded: true },
  provider: { normalSide: 'debit', bounded: true },
  vault: { normalSide: 'debit', bounded: true },
  authority: { normalSide: 'debit', bounded: true },
} as const satisfies ChartOfAccounts;

export interface Posting<Account extends string = string> {
  readonly account: Account;
  readonly side: Side;
  /** Minor units of the entry's asset, more than zero. */
  readonly units: bigint;
}

/** One change of the books, all or nothing, in one asset. */
export interface Entry<Account extends string = string> {
  readonly asset: string;
  readonly postings: readonly Posting<Account>[];
}

export interface TrialBalance<Account extends string = string> {
  readonly accounts: readonly { account: Account; debits: bigint; credits: bigint; balance: bigint }[];
  readonly debits: bigint;
  readonly credits: bigint;
}

/** The plainest entry: `units` leave `from` and arrive at `to`. */
export function transfer<Account extends string>(
  asset: string,
  from: Account,
  to: Account,
  units: bigint,
): Entry<Account> {
  return {
    asset,
    postings: [
      { account: to, side: 'debit', units },
      { account: from, side: 'credit', units },
    ],
  };
}

export interface Books<Chart extends ChartOfAccounts> {
  /**
   * Writes one entry, or changes nothing at all.
   *
   * @throws GristmillError `LEDGER_POSTING_INVALID` when a posting is of zero or fewer units,
   * `LEDGER_ACCOUNT_UNKNOWN` when the chart has no such kind or the name has no holder,
   * `LEDGER_UNBALANCED` when debits and credits differ or there are none,
   * `LEDGER_OVERDRAWN` when a bounded account would fall below zero.
   */
  post(entry: Entry<AccountOf<Chart>>): void;
  /** What the account holds of the asset, in minor units, counted on the account's normal side. */
  balance(account: AccountOf<Chart>, asset: string): bigint;
  /** The sum of the balances of all accounts of one kind. */
  total(kind: keyof Chart & string, asset: string): bigint;
  /** Every account that was ever posted to in this asset, by name, and the two sums, which are equal. */
  trialBalance(asset: string): TrialBalance<AccountOf<Chart>>;
}

interface Sums {
  debits: bigint;
  credits: bigint;
}

const NOTHING: Sums = { debits: 0n, credits: 0n };

/** Empty books over a chart. Balances are a fold over the entries: post them again and the same books come out. */
export function createBooks<const Chart extends ChartOfAccounts>(chart: Chart): Books<Chart> {
  type Account = AccountOf<Chart>;
  const sumsByAsset = new Map<string, Map<Account, Sums>>();

  const sumsOf = (account: Account, asset: string): Sums => sumsByAsset.get(asset)?.get(account) ?? NOTHING;
  const accountsOf = (asset: string): [Account, Sums][] => [...(sumsByAsset.get(asset) ?? [])];

  function ruleOf(account: Account): AccountRule {
    const kind = kindOf(account);
    const rule = Object.hasOwn(chart, kind) ? chart[kind] : undefined;
    if (rule !== undefined && account.length > kind.length + 1) return rule;
    throw new GristmillError('LEDGER_ACCOUNT_UNKNOWN', `"${account}" is not an account of these books.`, {
      hint: `Name it kind:holder, with one of the kinds ${Object.keys(chart).join(', ')}.`,
      fault: 'internal',
    });
  }

  function balanceOf(account: Account, sums: Sums): bigint {
    return ruleOf(account).normalSide === 'debit' ? sums.debits - sums.credits : sums.credits - sums.debits;
  }

  return {
    post({ asset, postings }) {
      const changed = new Map<Account, Sums>();
      const entrySums = { ...NOTHING };
      for (const { account, side, units } of postings) {
        ruleOf(account);
        if (units <= 0n) throw postingInvalid(account, side, units, asset);
        const sums = { ...(changed.get(account) ?? sumsOf(account, asset)) };
        for (const each of [sums, entrySums]) {
          if (side === 'debit') each.debits += units;
          else each.credits += units;
        }
        changed.set(account, sums);
      }
      if (entrySums.debits !== entrySums.credits || postings.length === 0) throw unbalanced(entrySums, asset);
      for (const [account, sums] of changed) {
        const balance = balanceOf(account, sums);
        if (balance < 0n && ruleOf(account).bounded) {
          throw overdrawn(account, balanceOf(account, sumsOf(account, asset)), balance, asset);
        }
      }
      const accounts = sumsByAsset.get(asset) ?? new Map<Account, Sums>();
      for (const [account, sums] of changed) accounts.set(account, sums);
      sumsByAsset.set(asset, accounts);
    },

    balance: (account, asset) => balanceOf(account, sumsOf(account, asset)),

    total: (kind, asset) =>
      accountsOf(asset)
        .filter(([account]) => kindOf(account) === kind)
        .reduce((total, [account, sums]) => total + balanceOf(account, sums), 0n),

    trialBalance(asset) {
      const accounts = accountsOf(asset)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([account, sums]) => {
          const { debits, credits } = sums;
          return { account, debits, credits, balance: balanceOf(account, sums) };
        });
      return {
        accounts,
        debits: accounts.reduce((sum, { debits }) => sum + debits, 0n),
        credits: accounts.reduce((sum, { credits }) => sum + credits, 0n),
      };
    },
  };
}

function kindOf(account: string): string {
  return account.slice(0, Math.max(0, account.indexOf(':')));
}

function postingInvalid(account: string, side: Side, units: bigint, asset: string): GristmillError {
  return new GristmillError(
    'LEDGER_POSTING_INVALID',
    `A ${side} of ${units} ${asset} units to "${account}" is nothing.`,
    {
      hint: 'Post more than zero units; to take something back, post it on the other side.',
      fault: 'internal',
    },
  );
}

function unbalanced({ debits, credits }: Sums, asset: string): GristmillError {
  return new GristmillError(
    'LEDGER_UNBALANCED',
    `The entry debits ${debits} and credits ${credits} minor units of ${asset}.`,
    { hint: 'Post at least one debit and one credit, of equal sums; name where a difference goes.', fault: 'internal' },
  );
}

function overdrawn(account: string, before: bigint, after: bigint, asset: string): GristmillError {
  return new GristmillError(
    'LEDGER_OVERDRAWN',
    `"${account}" holds ${before} minor units of ${asset}; the entry takes ${before - after}.`,
    { hint: 'Take no more than the account holds.', fault: 'internal' },
  );
}
