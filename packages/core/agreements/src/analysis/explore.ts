import {
  accountKey,
  choiceKey,
  type Action,
  type Bound,
  type Case,
  type Contract,
  type Party,
  type Pay,
  type State,
  type Token,
  type When,
} from '../terms.ts';
import type { InputContent, Transaction } from '../transaction.ts';
import { add, addScaled, isKnown, known, subtract, valueIn, ZERO, type Linear } from './linear.ts';
import {
  assuming,
  split,
  splitEqual,
  symbolicObservation,
  symbolicValue,
  withFresh,
  type FindingKind,
  type Path,
  type Search,
  type Step,
  type Steps,
} from './path.ts';
import { extreme, NO_PROBLEM, rangeOf } from './solver.ts';
import { branchesOf, type NodeFacts, type Structure } from './structure.ts';

/** A step with its numbers filled in; its time is known once the steps before it are. */
type PlannedStep = {
  readonly time:
    | { readonly kind: 'asap' }
    | { readonly kind: 'at'; readonly deadline: bigint }
    | { readonly kind: 'free'; readonly from: bigint; readonly to: bigint };
  readonly input?: InputContent;
};

/** Steps, and those that follow them: two plans are joined without copying either. */
interface Plan {
  readonly steps: readonly PlannedStep[];
  readonly rest?: Plan | undefined;
}

interface Finding {
  readonly contract: Contract;
  readonly kind: FindingKind;
  readonly plan: Plan;
}

interface Extreme {
  readonly value: bigint;
  readonly plan: Plan;
  readonly exact: boolean;
}

/** A way on: its step in core JSON, and where it leads. */
type Way = [string, { contract: Contract; path: Path }];

/** All that can happen from somewhere on. */
interface Summary {
  /** By account key: the least and the most that a party nets. */
  readonly outcomes: Map<string, { least: Extreme; greatest: Extreme }>;
  /** The first of each kind at each contract. */
  readonly findings: Map<Contract, Map<FindingKind, Finding>>;
  /** The ways on that some path takes, by their step in core JSON. */
  readonly reached: Map<Contract, Set<string>>;
  latestDeadline: bigint | undefined;
}

/** Too many paths or too hard arithmetic; continuations known only by their hash; values nested too deep. */
export type GaveUp = 'budget' | 'merkleised' | 'depth';

interface Exploration {
  readonly summary: Summary;
  /** Why something may be missing; undefined when every path was followed to its end. */
  readonly gaveUp: GaveUp | undefined;
}

/** Following a value takes several calls a level; deeper ones than this might exhaust the stack. */
const VALUE_DEPTH_MAX = 300;

/** No transaction is expected after the year 9999. */
const LATEST_TIME = 253_402_300_799_999n;

/**
 * Follows every path of an agreement, with amounts, choices and (where terms look at it) time as unknowns.
 *
 * Where no value looks at time it is enough to act at the earliest moment or at a deadline: a deposit or a choice that
 * can be made at all can be made as soon as its turn comes, and later changes nothing but which deadlines have passed.
 */
export function explore(structure: Structure, contract: Contract, state: State, stepsMax: number): Exploration {
  return new Explorer(structure, stepsMax).exploration(contract, state);
}

class Explorer {
  private readonly structure: Structure;
  private readonly search: Search;
  private readonly remembered = new Map<string, { from: When; summary: Summary }>();
  private stepsLeft: number;
  private gaveUp: Exploration['gaveUp'];

  constructor(structure: Structure, stepsMax: number) {
    this.structure = structure;
    this.stepsLeft = stepsMax;
    this.search = { effort: { left: stepsMax }, gaveUp: () => (this.gaveUp ??= 'budget') };
  }

  exploration(contract: Contract, state: State): Exploration {
    if (this.structure.merkleised) this.gaveUp = 'merkleised';
    const accounts = state.accounts.map(
      ({ party, token, amount }) => [accountKey(party, token), { party, token, amount: known(amount) }] as const,
    );
    const path: Path = {
      problem: NO_PROBLEM,
      accounts: new Map(accounts),
      choices: new Map(state.choices.map(({ choice, chosen }) => [choiceKey(choice), known(chosen)])),
      boundValues: new Map(state.boundValues.map(({ name, value }) => [name, known(value)])),
      net: new Map(),
      from: known(state.minTime),
      to: known(state.minTime),
      steps: undefined,
      pending: [],
    };
    if (this.structure.valueDepth > VALUE_DEPTH_MAX) return { summary: nothingYet(), gaveUp: 'depth' };
    const [opening] = this.structure.readsTime && contract.kind !== 'when' ? this.transaction(path) : [path];
    const summary = this.follow(contract, opening ?? path);
    return { summary, gaveUp: this.gaveUp };
  }

  /** Every path from here to its end. */
  private follow(start: Contract, opening: Path): Summary {
    const summary = nothingYet();
    const left: { contract: Contract; path: Path }[] = [{ contract: start, path: opening }];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      this.stepsLeft -= 1;
      if (this.stepsLeft < 0) {
        this.gaveUp ??= 'budget';
        break;
      }
      const { contract, path } = next;
      if (contract.kind === 'when' && (contract !== start || path !== opening) && this.recall(contract, path, summary))
        continue;
      for (const [step, then] of this.step(contract, path, summary).toReversed()) {
        const reached = summary.reached.get(contract);
        if (reached) reached.add(step);
        else summary.reached.set(contract, new Set([step]));
        left.push(then);
      }
    }
    return summary;
  }

  private step(contract: Contract, path: Path, summary: Summary): Way[] {
    const on =
      (step: string, next: Contract) =>
      (then: Path): Way => [step, { contract: next, path: then }];
    switch (contract.kind) {
      case 'close':
        this.finish(path, summary);
        return [];
      case 'pay':
        return this.pay(contract, path).map(on('.then', contract.continuation));
      case 'if': {
        const { yes, no } = symbolicObservation(contract.condition, path, this.search);
        return [...yes.map(on('.then', contract.onTrue)), ...no.map(on('.else', contract.onFalse))];
      }
      case 'let':
        return symbolicValue(contract.value, path, this.search)
          .map(([then, worth]) => {
            const found = then.boundValues.has(contract.name) ? withFinding(then, contract, 'shadowing') : then;
            return { ...found, boundValues: new Map(then.boundValues).set(contract.name, worth) };
          })
          .map(on('.then', contract.continuation));
      case 'assert': {
        const { yes, no } = symbolicObservation(contract.condition, path, this.search);
        const failed = no.map((then) => withFinding(then, contract, 'assertionFailed'));
        return [...yes, ...failed].map(on('.then', contract.continuation));
      }
      case 'when': {
        const { timeout } = contract;
        if (summary.latestDeadline === undefined || timeout > summary.latestDeadline) summary.latestDeadline = timeout;
        // Before the first transaction nothing lapses, and where terms look at time it matters which one it is.
        const untouched = this.structure.readsTime && path.steps === undefined;
        const late = untouched ? [] : assuming(path, addScaled(path.from, known(timeout), -1n), this.search);
        const waiting = untouched
          ? [path]
          : assuming(path, subtract(known(timeout - 1n), path.to), this.search).map((then) =>
              this.settle(then, summary),
            );
        const lapsed = waiting.flatMap((then) => this.timeOut(then, timeout));
        return [
          ...waiting.flatMap((then) => this.cases(contract, then)),
          ...[...late, ...lapsed].map(on('.timeout_continuation', contract.onTimeout)),
        ];
      }
    }
  }

  /** A transaction at any time from now on. */
  private transaction(path: Path): Path[] {
    if (!this.structure.readsTime) return [withStep(path, { kind: 'asap' })];
    const low = earliest(path);
    const range = { low, high: low > LATEST_TIME ? low : LATEST_TIME };
    const [once, from] = withFresh(path, range);
    const [twice, to] = withFresh(once, range);
    return assuming(twice, subtract(from, path.from), this.search)
      .flatMap((then) => assuming(then, subtract(to, from), this.search))
      .map((then) => withStep({ ...then, from, to }, { kind: 'free', from, to }));
  }

  private timeOut(path: Path, timeout: bigint): Path[] {
    if (!this.structure.readsTime) {
      return [withStep({ ...path, from: known(timeout), to: known(timeout) }, { kind: 'at', deadline: timeout })];
    }
    return this.transaction(path).flatMap((then) =>
      assuming(then, addScaled(then.from, known(timeout), -1n), this.search),
    );
  }

  private cases(contract: When, path: Path): Way[] {
    return contract.cases.flatMap((each, index) => {
      const earlier = contract.cases.slice(0, index).map(({ action }) => action);
      // What a Merkleised case leads to is not here to be followed; the analysis says so.
      if (each.kind === 'merkleised') return [];
      return this.transaction(path)
        .flatMap((begun) => assuming(begun, subtract(known(contract.timeout - 1n), begun.to), this.search))
        .flatMap((then) => this.take(contract, each, earlier, then))
        .map((then): Way => [`.when[${index}].then`, { contract: each.continuation, path: then }]);
    });
  }

  /** The paths on which the action happens, and fits none of the cases before it. */
  private take(
    contract: When,
    { action, continuation }: Extract<Case, { kind: 'case' }>,
    earlier: readonly Action[],
    path: Path,
  ): Path[] {
    switch (action.kind) {
      case 'notify': {
        const open = earlier.reduce(
          (paths, other) =>
            other.kind === 'notify'
              ? paths.flatMap((then) => symbolicObservation(other.condition, then, this.search).no)
              : paths,
          [path],
        );
        return open
          .flatMap((then) => symbolicObservation(action.condition, then, this.search).yes)
          .map((then) => withInput(then, { kind: 'notify' }));
      }
      case 'choice': {
        const key = choiceKey(action.choice);
        const taken = earlier.flatMap((other) =>
          other.kind === 'choice' && choiceKey(other.choice) === key ? other.bounds : [],
        );
        const free = boundsWithout(action.bounds, taken);
        const isRead = this.structure.nodes.get(continuation)!.reads.has(`choice ${key}`);
        // What nobody looks at may be any number: one stands for all.
        return (isRead ? free : free.slice(0, 1)).map(({ from, to }) => {
          const [then, chosen] =
            from === to || !isRead ? ([path, known(from)] as const) : withFresh(path, { low: from, high: to });
          const choices = new Map(then.choices).set(key, chosen);
          return withInput({ ...then, choices }, { kind: 'choice', choice: action.choice, chosen });
        });
      }
      case 'deposit': {
        const { by, into, token } = action;
        const same = (other: Action): boolean =>
          other.kind === 'deposit' &&
          accountKey(other.into, other.token) === accountKey(into, token) &&
          accountKey(other.by, other.token) === accountKey(by, token);
        return symbolicValue(action.amount, path, this.search)
          .flatMap(([then, amount]) =>
            earlier
              .filter(same)
              .reduce(
                (paths, other) =>
                  other.kind === 'deposit'
                    ? paths.flatMap((one) =>
                        symbolicValue(other.amount, one, this.search).flatMap(
                          ([last, otherAmount]) => splitEqual(last, subtract(amount, otherAmount), this.search).no,
                        ),
                      )
                    : paths,
                [then],
              )
              .map((last) => [last, amount] as const),
          )
          .flatMap(([then, amount]) => {
            const { yes, no } = split(then, addScaled(amount, known(1n), -1n), this.search);
            const empty = no.map((last) =>
              withFinding(
                withInput(last, { kind: 'deposit', by, into, token, amount }),
                contract,
                'nonPositiveDeposit',
              ),
            );
            const paid = yes.map((last) =>
              withInput(
                withNet(
                  withAccount(last, into, token, add(balance(last, into, token), amount)),
                  by,
                  token,
                  amount,
                  -1n,
                ),
                { kind: 'deposit', by, into, token, amount },
              ),
            );
            return [...paid, ...empty];
          });
      }
    }
  }

  private pay(contract: Pay, path: Path): Path[] {
    const { from, token } = contract;
    return symbolicValue(contract.amount, path, this.search).flatMap(([evaluated, amount]) => {
      const { yes: positive, no: nothing } = split(evaluated, addScaled(amount, known(1n), -1n), this.search);
      const paying = positive.flatMap((then) => {
        const available = balance(then, from, token);
        const { yes: full, no: partial } = split(then, subtract(available, amount), this.search);
        return [
          ...full.map((last) => this.move(last, contract, subtract(available, amount), amount)),
          ...partial.map((last) => withFinding(this.move(last, contract, ZERO, available), contract, 'partialPay')),
        ];
      });
      return [...paying, ...nothing.map((then) => withFinding(then, contract, 'nonPositivePay'))];
    });
  }

  private move(path: Path, { from, to, token }: Pay, left: Linear, paid: Linear): Path {
    const taken = withAccount(path, from, token, left);
    return to.kind === 'party'
      ? withNet(taken, to.party, token, paid, 1n)
      : withAccount(taken, to.account, token, add(balance(taken, to.account, token), paid));
  }

  private finish(path: Path, summary: Summary): void {
    let closed = this.settle(path, summary);
    for (const { party, token, amount } of path.accounts.values()) closed = withNet(closed, party, token, amount, 1n);
    for (const { key } of this.structure.accounts) {
      this.outcome(key, closed, closed.net.get(key) ?? ZERO, undefined, summary);
    }
  }

  /** Takes an outcome into account: what the path nets, and what a remembered rest of the way adds to it. */
  private outcome(
    key: string,
    path: Path,
    net: Linear,
    rest: { least: Extreme; greatest: Extreme } | undefined,
    summary: Summary,
  ): void {
    const rough = rangeOf(net, path.problem.ranges);
    const measured = (which: 'least' | 'greatest'): Extreme => {
      const known = summary.outcomes.get(key)?.[which];
      const further = rest?.[which].value ?? 0n;
      // Most paths cannot be better or worse than what is known already, and need no solving.
      if (known && (which === 'least' ? rough.low + further >= known.value : rough.high + further <= known.value))
        return known;
      const { value, model, exact } = extreme(path.problem, net, which, this.search.effort);
      if (!exact) this.search.gaveUp();
      const total = value + further;
      if (known && (which === 'least' ? known.value <= total : known.value >= total)) return known;
      return { value: total, plan: { steps: planned(path, model), rest: rest?.[which].plan }, exact };
    };
    summary.outcomes.set(key, { least: measured('least'), greatest: measured('greatest') });
  }

  /** The transaction at work is possible, and with it what it warns of. */
  private settle(path: Path, summary: Summary): Path {
    if (path.pending.length === 0) return path;
    for (const { contract, kind } of path.pending) {
      if (summary.findings.get(contract)?.has(kind)) continue;
      addFinding({ contract, kind, plan: { steps: planned(path, path.problem.model) } }, summary);
    }
    return { ...path, pending: [] };
  }

  /** Where the same terms come again in the same known state, what can happen is the same: it is looked up. */
  private recall(contract: When, path: Path, summary: Summary): boolean {
    const facts = this.structure.nodes.get(contract)!;
    if (this.structure.readsTime || facts.copies.count < 2) return false;
    const key = stateKey(facts, path);
    if (key === undefined) return false;
    this.settle(path, summary);
    let known = this.remembered.get(key);
    if (known === undefined) {
      known = {
        from: contract,
        summary: this.follow(contract, { ...path, problem: NO_PROBLEM, net: new Map(), steps: undefined, pending: [] }),
      };
      this.remembered.set(key, known);
    }
    const here = known.from === contract ? undefined : counterparts(known.from, contract);
    const prefix = planned(path, path.problem.model);
    for (const [each, steps] of known.summary.reached) {
      const mine = here?.get(each) ?? each;
      const reached = summary.reached.get(mine);
      if (reached === undefined) summary.reached.set(mine, new Set(steps));
      else for (const step of steps) reached.add(step);
    }
    for (const each of known.summary.findings.values()) {
      for (const finding of each.values()) {
        const mine = here?.get(finding.contract) ?? finding.contract;
        addFinding({ ...finding, contract: mine, plan: { steps: prefix, rest: finding.plan } }, summary);
      }
    }
    for (const { key: account } of this.structure.accounts) {
      const rest = known.summary.outcomes.get(account);
      if (rest) this.outcome(account, path, path.net.get(account) ?? ZERO, rest, summary);
    }
    const { latestDeadline } = known.summary;
    if (
      latestDeadline !== undefined &&
      (summary.latestDeadline === undefined || latestDeadline > summary.latestDeadline)
    ) {
      summary.latestDeadline = latestDeadline;
    }
    return true;
  }
}

function nothingYet(): Summary {
  return { outcomes: new Map(), findings: new Map(), reached: new Map(), latestDeadline: undefined };
}

function addFinding(finding: Finding, summary: Summary): void {
  const found = summary.findings.get(finding.contract) ?? new Map<FindingKind, Finding>();
  if (!found.has(finding.kind)) found.set(finding.kind, finding);
  summary.findings.set(finding.contract, found);
}

/** The state as far as terms from here on look at it; undefined when part of it is unknown. */
function stateKey({ id, firstDeadline, reads }: NodeFacts, path: Path): string | undefined {
  const parts: string[] = [];
  for (const [key, { amount }] of path.accounts) {
    if (!isKnown(amount)) return undefined;
    parts.push(`${key}=${amount.constant}`);
  }
  for (const read of reads) {
    const value = read.startsWith('let ') ? path.boundValues.get(read.slice(4)) : path.choices.get(read.slice(7));
    if (value === undefined) continue;
    if (!isKnown(value)) return undefined;
    parts.push(`${read}=${value.constant}`);
  }
  // Before the first deadline in here, it does not matter when exactly.
  const now = path.from.constant;
  const time = firstDeadline !== undefined && now < firstDeadline ? 'early' : now.toString();
  return `${id} ${time} ${parts.toSorted().join(' ')}`;
}

/** For each contract in one term, the one in the same place of an equal term. */
function counterparts(one: Contract, other: Contract): Map<Contract, Contract> {
  const pairs = new Map<Contract, Contract>();
  const left: [Contract, Contract][] = [[one, other]];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (pairs.has(next[0])) continue;
    pairs.set(...next);
    const mine = branchesOf(next[1]);
    for (const [index, [, inner]] of branchesOf(next[0]).entries()) left.push([inner, mine[index]![1]]);
  }
  return pairs;
}

function withFinding(path: Path, contract: Contract, kind: FindingKind): Path {
  return { ...path, pending: [...path.pending, { contract, kind }] };
}

function balance(path: Path, party: Party, token: Token): Linear {
  return path.accounts.get(accountKey(party, token))?.amount ?? ZERO;
}

function withAccount(path: Path, party: Party, token: Token, amount: Linear): Path {
  const accounts = new Map(path.accounts);
  if (isKnown(amount) && amount.constant === 0n) accounts.delete(accountKey(party, token));
  else accounts.set(accountKey(party, token), { party, token, amount });
  return { ...path, accounts };
}

function withNet(path: Path, party: Party, token: Token, amount: Linear, factor: bigint): Path {
  const key = accountKey(party, token);
  return { ...path, net: new Map(path.net).set(key, addScaled(path.net.get(key) ?? ZERO, amount, factor)) };
}

function withStep(path: Path, time: Step['time']): Path {
  return { ...path, steps: { last: { time }, before: path.steps } };
}

/** Names what the transaction at work brings, once it is known. */
function withInput(path: Path, input: NonNullable<Step['input']>): Path {
  const { last, before } = path.steps!;
  return { ...path, steps: { last: { time: last.time, input }, before } };
}

/** The least that the present can be. */
function earliest({ from, problem }: Path): bigint {
  let lowest = from.constant;
  for (const [index, coefficient] of from.terms) lowest += coefficient * problem.ranges[index]!.low;
  return lowest;
}

function planned(path: Path, model: readonly bigint[]): PlannedStep[] {
  const plan: PlannedStep[] = [];
  for (let steps: Steps | undefined = path.steps; steps !== undefined; steps = steps.before) {
    const { time, input } = steps.last;
    const at = time.kind === 'free' ? { ...time, from: valueIn(model, time.from), to: valueIn(model, time.to) } : time;
    if (input === undefined) plan.push({ time: at });
    else if (input.kind === 'deposit')
      plan.push({ time: at, input: { ...input, amount: valueIn(model, input.amount) } });
    else if (input.kind === 'choice')
      plan.push({ time: at, input: { ...input, chosen: valueIn(model, input.chosen) } });
    else plan.push({ time: at, input });
  }
  return plan.toReversed();
}

/** A plan as transactions that `computeTransaction` can play, one input each. */
export function transactionsOfPlan(plan: Plan, openedAt: bigint): Transaction[] {
  const all: PlannedStep[] = [];
  for (let part: Plan | undefined = plan; part !== undefined; part = part.rest) all.push(...part.steps);
  let now = openedAt;
  const steps: readonly PlannedStep[] = all.length === 0 ? [{ time: { kind: 'asap' } }] : all;
  return steps.map(({ time, input }) => {
    if (time.kind === 'at' && time.deadline > now) now = time.deadline;
    const interval = time.kind === 'free' ? { from: time.from, to: time.to } : { from: now, to: now };
    return { interval, inputs: input === undefined ? [] : [input] };
  });
}

/** The numbers in `bounds` and not in `taken`, as disjoint bounds. */
function boundsWithout(bounds: readonly Bound[], taken: readonly Bound[]): Bound[] {
  const free: Bound[] = [];
  const gone = [...taken];
  for (const bound of bounds) {
    let left = bound.from <= bound.to ? [bound] : [];
    for (const { from, to } of gone) {
      if (from > to) continue;
      left = left.flatMap((each) =>
        [
          { from: each.from, to: each.to < from ? each.to : from - 1n },
          { from: each.from > to ? each.from : to + 1n, to: each.to },
        ].filter((part) => part.from <= part.to),
      );
    }
    free.push(...left);
    gone.push(bound);
  }
  return free;
}
