import { TAX_AUTHORITY } from '@gristmill/cli';
import { type Address, formatUnits } from '@gristmill/protocol';
import type { PaidClaim } from '@gristmill/settlement';
import colors from 'yoctocolors';
import { figure } from './figure.ts';
import { type BookedIncome, bookedIncome } from './income.ts';
import { remitNextInstalment, type RemittedInstalment } from './remittance.ts';
import { judged, requestBonds, returnBonds, type Stakes } from './stakes.ts';
import type { View } from './view.ts';
import type { World } from './world.ts';

export interface Settled {
  claims: PaidClaim[];
  claimTransaction: string;
  gasUsed: bigint;
  remittance: RemittedInstalment;
  refundedUnits: bigint;
  refundTransaction: string;
  stakes: Stakes;
  /** What the providers' own books say, as each wrote them. */
  booked: BookedIncome[];
}

/**
 * The money's last way: one batch claim, every payout through the router; what the lies cost; the payer's leftover and
 * the bonds of the honest back after their delays; and the one tax instalment that falls due meanwhile, paid from the vault
 * to the authority.
 */
export async function settle({ world, view, folder }: { world: World; view: View; folder: string }): Promise<Settled> {
  const { deployment, requestorClient, hub, mill, requestor } = world;
  const { asset } = deployment;
  const { claims, transactionHash, gasUsed } = await requestorClient.claimMany(await mill.hub.vouchers());
  view.say(
    `${claims.length} vouchers claimed in one transaction, ${gasUsed.toLocaleString('en')} gas ${short(transactionHash)}`,
  );
  for (const { payee, units, setAsideUnits, walletUnits } of claims) {
    view.say(
      `  ${nameOf(world, payee).padEnd(8)} ${figure(units, asset)} = ${figure(setAsideUnits, asset)} set aside (${percent(setAsideUnits, units)}) + ${figure(walletUnits, asset)} to the wallet`,
    );
  }

  const booked = await bookedIncome(world, claims, folder);
  const faults = await judged({ world, view });
  await requestBonds(world);
  const { balanceUnits } = await requestorClient.escrowAccount(requestor.address, hub.signer);
  await requestorClient.requestWithdrawal({ signer: hub.signer, units: balanceUnits });
  const remittance = await remitNextInstalment({ world, folder });
  view.say(
    `the chain's clock moves on to ${remittance.paidOn}; ${nameOf(world, remittance.taxpayer)} owes ${remittance.period}, by ${remittance.dueDate}`,
  );
  view.say(
    `  ${formatUnits(remittance.units, asset)} from the vault to ${TAX_AUTHORITY} ${colors.dim(remittance.transactionHash)}`,
  );
  const refund = await requestorClient.withdraw({ signer: hub.signer });
  view.say(
    `${formatUnits(refund.units, asset)} that no job needed goes back to the requestor ${short(refund.transactionHash)}`,
  );
  const stakes = await returnBonds(world, faults, view);
  return {
    claims,
    claimTransaction: transactionHash,
    gasUsed,
    remittance,
    refundedUnits: refund.units,
    refundTransaction: refund.transactionHash,
    stakes,
    booked,
  };
}

function nameOf({ players }: Pick<World, 'players'>, payee: Address): string {
  return players.find(({ key }) => key.address === payee)!.name;
}

function short(transactionHash: string): string {
  return colors.dim(`${transactionHash.slice(0, 10)}…`);
}

/** A share to show, in tenths of a per cent; nothing is computed from it. */
function percent(part: bigint, whole: bigint): string {
  return `${(Number((part * 1000n) / whole) / 10).toFixed(1)} %`;
}
