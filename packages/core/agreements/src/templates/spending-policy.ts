import { z } from 'zod';
import {
  account,
  atMost,
  choice,
  close,
  constant,
  deposit,
  given,
  pay,
  remember,
  remembered,
  units,
  when,
} from '../builder.ts';
import type { Contract, Party, Value } from '../terms.ts';
import {
  amountOf,
  demand,
  demandOrder,
  instantParameter,
  partyParameter,
  template,
  tokenParameter,
  unitsParameter,
} from './template.ts';

/**
 * What an AI agent may spend: so much a period, only to these payees, and above a sum only with its owner's approval.
 * A request beyond the limit, or one that is refused, costs nothing but its turn. What is left goes back to the owner.
 */
export const spendingPolicy = template({
  name: 'spending-policy',
  purpose: "An AI agent pays allowed payees from its owner's money: a limit a period, approval above a sum.",
  schema: z.strictObject({
    owner: partyParameter,
    agent: partyParameter,
    payees: z.array(partyParameter).min(1).max(10),
    token: tokenParameter,
    limitAPeriod: unitsParameter,
    approvalAbove: unitsParameter,
    requestsAPeriod: z.int().min(1).max(10),
    fundBy: instantParameter,
    periodEnds: z.array(instantParameter).min(1).max(60),
  }),
  example: {
    owner: 'owner',
    agent: 'agent',
    payees: ['search API', 'compute market'],
    limitAPeriod: '10000',
    approvalAbove: '4000',
    requestsAPeriod: 2,
    fundBy: '2027-01-01',
    periodEnds: ['2027-02-01'],
  },
  terms({ owner, agent, payees, token, limitAPeriod, approvalAbove, requestsAPeriod, fundBy, periodEnds }) {
    demandOrder([fundBy, ...periodEnds], 'The dates');
    demand(approvalAbove <= limitAPeriod, 'The sum that needs approval is above the limit.', 'Lower `approvalAbove`.');
    const held = account(owner);
    const approval = choice('approve the payment', owner);

    /** What follows a request is the same terms whatever became of it: what was spent is remembered by name. */
    const requests = (period: number, request: number, next: Contract): Contract => {
      const end = periodEnds[period]!;
      const name = `spent in period ${period + 1} after ${request + 1}`;
      const spent = request === 0 ? constant(0n) : remembered(`spent in period ${period + 1} after ${request}`);
      const isLast = request + 1 === requestsAPeriod;
      const rest = isLast ? next : requests(period, request + 1, next);
      const unspent = isLast ? rest : remember(name, spent).then(rest);
      const ways = payees.map((payee) => {
        const asked = choice(`pay ${nameOf(payee)}`, agent);
        const total: Value = { kind: 'add', left: spent, right: asked.value };
        const paid = pay(units(asked.value, token))
          .from(held)
          .to(payee)
          .then(isLast ? rest : remember(name, total).then(rest));
        const decided =
          approvalAbove === limitAPeriod
            ? paid
            : given(atMost(asked.value, constant(approvalAbove)))
                .then(paid)
                .otherwise(when(approval.is(1n)).then(paid).or(approval.is(0n)).then(unspent).until(end, next));
        const allowed =
          request === 0
            ? decided
            : given(atMost(total, constant(limitAPeriod)))
                .then(decided)
                .otherwise(unspent);
        return { action: asked.between(1n, limitAPeriod), allowed };
      });
      const [first, ...others] = ways;
      return others
        .reduce(
          (cases, { action, allowed }) => cases.or(action).then(allowed),
          when(first!.action).then(first!.allowed),
        )
        .until(end, next);
    };

    const periods = periodEnds.reduceRight<Contract>((next, _, period) => requests(period, 0, next), close);
    const funds = amountOf(limitAPeriod * BigInt(periodEnds.length), token);
    return when(deposit(funds).by(owner).into(held)).then(periods).until(fundBy, close);
  },
});

function nameOf(party: Party): string {
  return party.kind === 'role' ? party.role : party.address;
}
