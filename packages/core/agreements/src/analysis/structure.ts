import { contractText } from '../core-json.ts';
import {
  accountKey,
  choiceKey,
  continuationsOf,
  type Action,
  type Contract,
  type Observation,
  type Party,
  type Token,
  type Value,
} from '../terms.ts';

/** What can be read off the terms without playing them. */
export interface Structure {
  /** Every contract once, outer before inner, with its place in core JSON (the first one, where a part is shared). */
  readonly nodes: ReadonlyMap<Contract, NodeFacts>;
  readonly accounts: readonly { readonly key: string; readonly party: Party; readonly token: Token }[];
  /** Whether any value looks at the time interval of its transaction. */
  readonly readsTime: boolean;
  readonly merkleised: boolean;
  /** How deep values and observations are nested at most. */
  readonly valueDepth: number;
}

export interface NodeFacts {
  /** Where it stands, as in `$.when[0].then`. */
  readonly path: string;
  /** Equal for equal terms. */
  readonly id: number;
  /** How often these terms come, copied or shared. */
  readonly copies: { count: number };
  /** The earliest deadline in here; undefined when nothing waits. */
  readonly firstDeadline: bigint | undefined;
  /** Choices and remembered values that terms in here look at. */
  readonly reads: ReadonlySet<string>;
}

/** Walks the terms once, without recursion: shared parts are visited once, however often they are used. */
export function structureOf(contract: Contract): Structure {
  const paths = new Map<Contract, string>();
  const uses = new Map<Contract, number>();
  const innerFirst: Contract[] = [];
  const left: { contract: Contract; path: string; done: boolean }[] = [{ contract, path: '$', done: false }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (next.done) {
      innerFirst.push(next.contract);
      continue;
    }
    uses.set(next.contract, (uses.get(next.contract) ?? 0) + 1);
    if (paths.has(next.contract)) continue;
    paths.set(next.contract, next.path);
    left.push({ ...next, done: true });
    for (const [step, inner] of branchesOf(next.contract).toReversed()) {
      left.push({ contract: inner, path: next.path + step, done: false });
    }
  }

  const walk = new Walk();
  const ids = new Map<string, { id: number; copies: { count: number } }>();
  const facts = new Map<Contract, NodeFacts>();
  for (const each of innerFirst) {
    const inner = continuationsOf(each).map((next) => facts.get(next)!);
    const shape = `${shapeOf(each)}|${inner.map(({ id }) => id).join(',')}`;
    let same = ids.get(shape);
    if (same === undefined) {
      same = { id: ids.size, copies: { count: 0 } };
      ids.set(shape, same);
    }
    same.copies.count += uses.get(each)!;
    const deadlines = inner.flatMap(({ firstDeadline }) => (firstDeadline === undefined ? [] : [firstDeadline]));
    if (each.kind === 'when') deadlines.push(each.timeout);
    facts.set(each, {
      path: paths.get(each)!,
      id: same.id,
      copies: same.copies,
      firstDeadline: deadlines.reduce<bigint | undefined>(
        (least, one) => (least === undefined || one < least ? one : least),
        undefined,
      ),
      reads: union(
        walk.readsOf(each),
        inner.map(({ reads }) => reads),
      ),
    });
  }
  return {
    nodes: new Map([...facts].toReversed()),
    accounts: [...walk.accounts.values()],
    readsTime: walk.readsTime,
    merkleised: walk.merkleised,
    valueDepth: walk.valueDepth,
  };
}

function union(own: ReadonlySet<string>, inner: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const largest = inner.reduce((most, each) => (each.size > most.size ? each : most), own);
  const missing = [own, ...inner].some((each) => each !== largest && [...each].some((key) => !largest.has(key)));
  return missing ? new Set([own, ...inner].flatMap((each) => [...each])) : largest;
}

/** Each way on from a contract, with its step in core JSON. */
export function branchesOf(contract: Contract): [string, Contract][] {
  switch (contract.kind) {
    case 'close':
      return [];
    case 'pay':
    case 'let':
    case 'assert':
      return [['.then', contract.continuation]];
    case 'if':
      return [
        ['.then', contract.onTrue],
        ['.else', contract.onFalse],
      ];
    case 'when':
      return [
        ...contract.cases.flatMap((each, index): [string, Contract][] =>
          each.kind === 'case' ? [[`.when[${index}].then`, each.continuation]] : [],
        ),
        ['.timeout_continuation', contract.onTimeout],
      ];
  }
}

const NOTHING: Contract = { kind: 'close' };

/** A contract's own terms, without what follows. */
function shapeOf(contract: Contract): string {
  switch (contract.kind) {
    case 'close':
      return 'close';
    case 'pay':
    case 'let':
    case 'assert':
      return contractText({ ...contract, continuation: NOTHING });
    case 'if':
      return contractText({ ...contract, onTrue: NOTHING, onFalse: NOTHING });
    case 'when':
      return contractText({
        ...contract,
        cases: contract.cases.map((each) => (each.kind === 'case' ? { ...each, continuation: NOTHING } : each)),
        onTimeout: NOTHING,
      });
  }
}

class Walk {
  readonly accounts = new Map<string, { key: string; party: Party; token: Token }>();
  readsTime = false;
  merkleised = false;
  valueDepth = 0;
  private depth = 0;
  private reads = new Set<string>();

  readsOf(contract: Contract): ReadonlySet<string> {
    this.reads = new Set();
    switch (contract.kind) {
      case 'close':
        break;
      case 'pay':
        this.account(contract.from, contract.token);
        this.account(contract.to.kind === 'account' ? contract.to.account : contract.to.party, contract.token);
        this.value(contract.amount);
        break;
      case 'if':
      case 'assert':
        this.observation(contract.condition);
        break;
      case 'let':
        // Binding a name again is a warning, so a let looks at its own name.
        this.reads.add(`let ${contract.name}`);
        this.value(contract.value);
        break;
      case 'when':
        for (const each of contract.cases) {
          this.action(each.action);
          if (each.kind === 'merkleised') this.merkleised = true;
        }
        break;
    }
    return this.reads;
  }

  private account(party: Party, token: Token): void {
    const key = accountKey(party, token);
    this.accounts.set(key, { key, party, token });
  }

  private action(action: Action): void {
    switch (action.kind) {
      case 'deposit':
        this.account(action.by, action.token);
        this.account(action.into, action.token);
        this.value(action.amount);
        return;
      case 'notify':
        this.observation(action.condition);
        return;
      case 'choice':
    }
  }

  private value(value: Value): void {
    this.deeper(() => this.valueParts(value));
  }

  private observation(observation: Observation): void {
    this.deeper(() => this.observationParts(observation));
  }

  private deeper(walk: () => void): void {
    this.depth += 1;
    if (this.depth > this.valueDepth) this.valueDepth = this.depth;
    walk();
    this.depth -= 1;
  }

  private valueParts(value: Value): void {
    switch (value.kind) {
      case 'constant':
        return;
      case 'availableMoney':
        this.account(value.account, value.token);
        return;
      case 'negate':
        this.value(value.value);
        return;
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'divide':
        this.value(value.left);
        this.value(value.right);
        return;
      case 'choiceValue':
        this.reads.add(`choice ${choiceKey(value.choice)}`);
        return;
      case 'timeIntervalStart':
      case 'timeIntervalEnd':
        this.readsTime = true;
        return;
      case 'useValue':
        this.reads.add(`let ${value.name}`);
        return;
      case 'cond':
        this.observation(value.condition);
        this.value(value.onTrue);
        this.value(value.onFalse);
    }
  }

  private observationParts(observation: Observation): void {
    switch (observation.kind) {
      case 'true':
      case 'false':
        return;
      case 'and':
      case 'or':
        this.observation(observation.left);
        this.observation(observation.right);
        return;
      case 'not':
        this.observation(observation.observation);
        return;
      case 'choseSomething':
        this.reads.add(`choice ${choiceKey(observation.choice)}`);
        return;
      case 'atLeast':
      case 'greater':
      case 'less':
      case 'atMost':
      case 'equal':
        this.value(observation.left);
        this.value(observation.right);
    }
  }
}
