import { emptyState, partyKey, type Contract, type Party, type Pay, type State, type Token } from '../terms.ts';
import type { Transaction } from '../transaction.ts';
import { explore, transactionsOfPlan, type GaveUp } from './explore.ts';
import type { FindingKind } from './path.ts';
import { branchesOf, structureOf } from './structure.ts';

export interface AnalyseOptions {
  /** Where the agreement stands; freshly opened at time 0 when left out. */
  readonly state?: State;
  /** How much work to do before giving up. The default is a second or so of an ordinary machine. */
  readonly stepsMax?: number;
}

/** Something that can go wrong: `computeTransaction` gives a warning of this kind in the last of these transactions. */
export interface CounterExample {
  readonly kind: FindingKind;
  /** Where in the terms, as a path in core JSON. */
  readonly path: string;
  readonly transactions: readonly Transaction[];
}

export interface PaymentVerdict {
  readonly path: string;
  readonly pay: Pay;
  /** `funded`: always in full. `fails`: see `counterExample`. `unreachable`: never made. `unknown`: the analysis gave up. */
  readonly verdict: 'funded' | 'fails' | 'unreachable' | 'unknown';
  readonly counterExample?: CounterExample;
}

/** What a party nets of a token: all it receives outside the agreement, less all that it deposits. */
export interface Outcome {
  readonly amount: bigint;
  readonly transactions: readonly Transaction[];
}

export interface Analysis {
  /** Whether every path was followed to its end. If not, nothing is claimed that an unseen path could contradict. */
  readonly complete: boolean;
  /**
   * Why not: `budget`, more paths or harder arithmetic than `stepsMax` allows; `merkleised`, continuations that are there
   * only as a hash; `depth`, values nested hundreds deep.
   */
  readonly gaveUp?: GaveUp;
  /** By then the agreement can be closed and everything paid out, whatever anybody does (milliseconds since 1970). */
  readonly endsBy: bigint;
  readonly payments: readonly PaymentVerdict[];
  /** Every kind of warning that can happen, once for each place. */
  readonly warnings: readonly CounterExample[];
  readonly outcomes: readonly {
    readonly party: Party;
    readonly token: Token;
    readonly worst: Outcome;
    readonly best: Outcome;
  }[];
  /** Ways on that no path takes. */
  readonly unreachable: readonly string[];
  /** Where one party alone decides how the agreement goes on, if only by doing nothing. */
  readonly decisions: readonly { readonly path: string; readonly party: Party; readonly until: bigint }[];
}

const STEPS_MAX = 100_000;

/**
 * Proves what an agreement can and cannot do, before anybody deposits. Exact: a claim holds for all inputs at all
 * times, and each failure comes with transactions that show it. Choices and amounts are followed as unknowns with
 * linear constraints over the integers.
 *
 * @throws GristmillError `AGREEMENT_INTEGER_TOO_LARGE` when the terms compute with absurdly large integers.
 */
export function analyse(contract: Contract, options: AnalyseOptions = {}): Analysis {
  const state = options.state ?? emptyState(0n);
  const structure = structureOf(contract);
  const { summary, gaveUp } = explore(structure, contract, state, options.stepsMax ?? STEPS_MAX);
  const complete = gaveUp === undefined;

  const warnings: CounterExample[] = [];
  const payments: PaymentVerdict[] = [];
  const unreachable: string[] = [];
  const decisions: { path: string; party: Party; until: bigint }[] = [];
  for (const [node, { path }] of structure.nodes) {
    const reached = summary.reached.get(node);
    const found = [...(summary.findings.get(node)?.values() ?? [])].map(({ kind, plan }): CounterExample => ({
      kind,
      path,
      transactions: transactionsOfPlan(plan, state.minTime),
    }));
    warnings.push(...found);
    if (reached && complete) {
      for (const [step] of branchesOf(node)) if (!reached.has(step)) unreachable.push(path + step);
    }
    if (node.kind === 'pay') payments.push(verdictOn(node, path, found, reached !== undefined, complete));
    if (node.kind === 'when' && reached) {
      const actors = new Map<string, Party | undefined>();
      for (const [index, { action }] of node.cases.entries()) {
        if (!reached.has(`.when[${index}].then`)) continue;
        if (action.kind === 'notify') actors.set('anybody', undefined);
        else {
          const actor = action.kind === 'deposit' ? action.by : action.choice.owner;
          actors.set(partyKey(actor), actor);
        }
      }
      const [party] = actors.values();
      if (actors.size === 1 && party !== undefined) decisions.push({ path, party, until: node.timeout });
    }
  }
  const deadlines = [state.minTime, complete ? summary.latestDeadline : latestDeadlineIn(structure.nodes.keys())];
  return {
    complete,
    ...(gaveUp === undefined ? {} : { gaveUp }),
    endsBy: deadlines.reduce<bigint>(
      (latest, each) => (each !== undefined && each > latest ? each : latest),
      state.minTime,
    ),
    payments,
    warnings,
    outcomes: structure.accounts.flatMap(({ key, party, token }) => {
      const outcome = summary.outcomes.get(key);
      if (outcome === undefined) return [];
      const outcomeOf = ({ value, plan }: typeof outcome.least): Outcome => ({
        amount: value,
        transactions: transactionsOfPlan(plan, state.minTime),
      });
      return [{ party, token, worst: outcomeOf(outcome.least), best: outcomeOf(outcome.greatest) }];
    }),
    unreachable,
    decisions,
  };
}

function verdictOn(
  pay: Pay,
  path: string,
  found: readonly CounterExample[],
  reached: boolean,
  complete: boolean,
): PaymentVerdict {
  const [counterExample] = found;
  if (counterExample) return { path, pay, verdict: 'fails', counterExample };
  if (!complete) return { path, pay, verdict: 'unknown' };
  return { path, pay, verdict: reached ? 'funded' : 'unreachable' };
}

function latestDeadlineIn(contracts: Iterable<Contract>): bigint | undefined {
  let latest: bigint | undefined;
  for (const contract of contracts) {
    if (contract.kind === 'when' && (latest === undefined || contract.timeout > latest)) latest = contract.timeout;
  }
  return latest;
}
