import { GristmillError } from '@gristmill/protocol';
import { coPayment } from './co-payment.ts';
import { deliveryOnProof } from './delivery-on-proof.ts';
import { escrow } from './escrow.ts';
import { letterOfCredit } from './letter-of-credit.ts';
import { milestones } from './milestones.ts';
import { setAside } from './set-aside.ts';
import { spendingPolicy } from './spending-policy.ts';
import { split } from './split.ts';
import { subscription } from './subscription.ts';
import type { Template } from './template.ts';
import { vesting } from './vesting.ts';

export type { Template } from './template.ts';

/** Every kind of agreement that is ready to use. */
export const templates: readonly Template[] = [
  escrow,
  milestones,
  split,
  setAside,
  subscription,
  vesting,
  letterOfCredit,
  deliveryOnProof,
  coPayment,
  spendingPolicy,
];

/** @throws GristmillError `TEMPLATE_UNKNOWN` */
export function templateOf(name: string): Template {
  const found = templates.find((each) => each.name === name);
  if (found) return found;
  throw new GristmillError('TEMPLATE_UNKNOWN', `There is no template "${name}".`, {
    hint: `Choose one of: ${templates.map((each) => each.name).join(', ')}.`,
  });
}
