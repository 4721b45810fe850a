import { type CivilDate, type Parameter, type Rational } from '@gristmill/tax';
import { MEMBER_STATES, type MemberState } from './member-states.ts';
import type { TedbRate } from './tedb-answer.ts';

/** What the pack's parameters would be with an answer of the database in them. Nothing is adopted by this. */
export interface TedbProposal {
  parameters: ReadonlyMap<string, Parameter>;
  /** What the answer says that fits no single parameter, for a person to decide. */
  undecided: readonly string[];
}

const CITATION = {
  title: 'European Commission, Taxes in Europe Database, VatRetrievalService',
  url: 'https://ec.europa.eu/taxation_customs/tedb/',
};

/**
 * The parameters with a new value from each day on which the answer differs from what they say of that day. A value that
 * agrees is left as it is. The database tells what holds on a day, so a proposed start is the first such day in the
 * answer; the law may have begun earlier, and whoever adopts it looks that up.
 *
 * Rates for regions alone (Directive 2006/112/EC, arts. 104, 105 and 120) are left out, and reduced rates that are more or
 * fewer than the known ones are left undecided.
 */
export function tedbProposal(
  parameters: ReadonlyMap<string, Parameter>,
  rates: readonly TedbRate[],
  { checked }: { checked: CivilDate },
): TedbProposal {
  const proposed = new Map(parameters);
  const undecided: string[] = [];
  for (const memberState of MEMBER_STATES) {
    const own = rates.filter((rate) => rate.memberState === memberState && rate.category !== 'REGION');
    for (const day of [...new Set(own.map(({ situationOn }) => situationOn))].toSorted()) {
      const said = own.filter(({ situationOn }) => situationOn === day);
      const decided = (file: string, kind: TedbRate['kind']) => {
        const [rate, ...others] = distinctOf(said, kind);
        if (rate === undefined) return;
        if (others.length > 0) leave(memberState, day, `${file} is ${listed([rate, ...others])}`);
        else propose(`${file}.${memberState.toLowerCase()}`, rate, day, memberState);
      };
      decided('standard-rate', 'standard');
      decided('super-reduced-rate', 'super-reduced');
      decided('parking-rate', 'parking');
      proposeReduced(distinctOf(said, 'reduced'), day, memberState);
    }
  }
  return { parameters: proposed, undecided };

  function leave(memberState: MemberState, day: CivilDate, what: string): void {
    undecided.push(`${memberState} on ${day}: ${what}`);
  }

  /** The answer names no first and second: they are told apart by their height, and only where none is missing. */
  function proposeReduced(found: readonly Rational[], day: CivilDate, memberState: MemberState): void {
    const paths = ['reduced-rate', 'second-reduced-rate'].map((file) => `${file}.${memberState.toLowerCase()}`);
    const known = paths.flatMap((path) => {
      const parameter = proposed.get(path);
      const rate = parameter === undefined ? null : rateAt(parameter, day);
      return rate === null ? [] : [rate];
    });
    if (found.every((rate) => known.some((one) => one.equals(rate)))) return;
    if (found.length === known.length || (known.length === 0 && found.length <= paths.length)) {
      for (const [i, rate] of found.entries()) propose(paths[i]!, rate, day, memberState);
    } else {
      leave(memberState, day, `reduced rates are ${listed(found)}, where ${listed(known)} were known`);
    }
  }

  function propose(path: string, rate: Rational, day: CivilDate, memberState: MemberState): void {
    const parameter = proposed.get(path);
    if (parameter === undefined) {
      leave(memberState, day, `${path} is ${rate.toString()}, and there is no such parameter`);
      return;
    }
    if (rateAt(parameter, day)?.equals(rate) === true) return;
    const value = {
      start: day,
      until: null,
      // What is proposed today was not known before today.
      published: checked,
      checked,
      citations: [CITATION],
      value: { kind: 'rate' as const, rate },
    };
    const before = parameter.values.filter(({ start }) => start <= day);
    const after = parameter.values.filter(({ start }) => start > day);
    proposed.set(path, { ...parameter, values: [...before, value, ...after] });
  }
}

/** The rates of a kind, highest first. */
function distinctOf(said: readonly TedbRate[], kind: TedbRate['kind']): Rational[] {
  const byText = new Map(said.filter((rate) => rate.kind === kind).map(({ rate }) => [rate.toString(), rate]));
  return [...byText.values()].toSorted((a, b) => b.compare(a));
}

/** Null on a day that the parameter does not cover. */
function rateAt({ values }: Parameter, day: CivilDate): Rational | null {
  const found = values.findLast(({ start }) => start <= day);
  if (found === undefined || (found.until !== null && found.until < day)) return null;
  return 'kind' in found.value && found.value.kind === 'rate' ? found.value.rate : null;
}

function listed(rates: readonly Rational[]): string {
  return rates.length === 0 ? 'none' : rates.map((rate) => rate.toString()).join(' and ');
}
