import { structureOf } from '../analysis/structure.ts';
import { unfoldedSize, type Contract, type Token } from '../terms.ts';
import { denominationsOf } from './denominations.ts';
import { Words, when, type ShownAsset } from './words.ts';

/** Parts no longer than this are told again wherever they come. */
const REPEATED_SIZE_MAX = 6n;

/** One thing that happens by itself, or a question that decides how it goes on; indented below what it depends on. */
interface Line {
  readonly indent: number;
  readonly text: string;
  /** The step that follows, or the end; undefined when another line does. */
  readonly next?: number | 'end';
}

export interface Way {
  readonly kind: 'deposit' | 'choice' | 'notify' | 'timeout' | 'start';
  readonly text: string;
  readonly lines: readonly Line[];
}

/** A place where the agreement waits, or where several ways meet. */
export interface OutlineStep {
  readonly number: number;
  readonly deadline: bigint | undefined;
  readonly ways: readonly Way[];
}

/**
 * The terms as numbered steps, each written once however often it is reached: as long as the terms are, and no longer.
 */
export function outlineOf(contract: Contract, assetOf?: (token: Token) => ShownAsset): OutlineStep[] {
  const words = new Words(denominationsOf(contract), assetOf);
  const { nodes } = structureOf(contract);
  const numbers = new Map<number, number>();
  const waiting: Contract[] = [];
  const steps: OutlineStep[] = [];

  const isStep = (each: Contract): boolean =>
    each === contract ||
    each.kind === 'when' ||
    (nodes.get(each)!.copies.count > 1 && unfoldedSize(each) > REPEATED_SIZE_MAX);
  const numberOf = (each: Contract): number => {
    const { id } = nodes.get(each)!;
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, numbers.size + 1);
    waiting.push(each);
    return numbers.size;
  };
  /** What happens without anybody, up to the next steps. `isOwn`: the step itself is being told, not referred to. */
  const linesFrom = (start: Contract, indent: number, isOwn = false): Line[] => {
    const lines: Line[] = [];
    let here = start;
    for (let own = isOwn; ; own = false) {
      if (here.kind === 'close')
        return [...lines, { indent, text: 'what is left in an account goes to its owner; the end', next: 'end' }];
      if (!own && isStep(here)) {
        const next = numberOf(here);
        return [...lines, { indent, text: `go on with step ${next}`, next }];
      }
      switch (here.kind) {
        case 'when':
          return lines;
        case 'if':
          return [
            ...lines,
            { indent, text: `if ${words.observation(here.condition)}:` },
            ...linesFrom(here.onTrue, indent + 1),
            { indent, text: 'otherwise:' },
            ...linesFrom(here.onFalse, indent + 1),
          ];
        case 'pay':
          lines.push({ indent, text: words.payment(here.from, here.to, here.amount, here.token) });
          break;
        case 'let':
          lines.push({ indent, text: words.binding(here.name, here.value) });
          break;
        case 'assert':
          lines.push({ indent, text: `(it should hold here that ${words.observation(here.condition)})` });
          break;
      }
      here = here.continuation;
    }
  };

  numberOf(contract);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const number = steps.length + 1;
    if (next.kind !== 'when') {
      steps.push({
        number,
        deadline: undefined,
        ways: [{ kind: 'start', text: 'At once', lines: linesFrom(next, 0, true) }],
      });
      continue;
    }
    const { timeout, onTimeout } = next;
    steps.push({
      number,
      deadline: timeout,
      ways: [
        ...next.cases.map((each): Way => ({
          kind: each.action.kind,
          text: words.action(each.action),
          lines:
            each.kind === 'case'
              ? linesFrom(each.continuation, 0)
              : [{ indent: 0, text: `go on with the terms whose hash is ${each.continuationHash.slice(0, 16)}…` }],
        })),
        {
          kind: 'timeout',
          text: next.cases.length === 0 ? `On ${when(timeout)}` : `If nothing happens before ${when(timeout)}`,
          lines: linesFrom(onTimeout, 0),
        },
      ],
    });
  }
  return steps;
}
