import { setTimeout } from 'node:timers/promises';
import type { Address, FaultView } from '@gristmill/protocol';
import { formatUnits } from '@gristmill/protocol';
import { createStakeClient } from '@gristmill/settlement';
import colors from 'yoctocolors';
import type { View } from './view.ts';
import { BOND_UNITS, type World } from './world.ts';

/** What became of the bonds; `bonded = slashed + returned`, and `slashed = toProver + toRequestor`. */
export interface Stakes {
  bonded: bigint;
  slashed: bigint;
  returned: bigint;
  toProver: bigint;
  toRequestor: bigint;
  faults: FaultView[];
  /** What each device took back, by its address. */
  returnedTo: ReadonlyMap<Address, bigint>;
}

/** How long jurors may take to run a few tasks again, on however slow a machine. */
const JUDGED_WITHIN_MS = 600_000;
const LOOK_MS = 250;

/** Waits until the jury is through with the liar, and has its awards fetched. */
export async function judged({ world, view }: { world: World; view: View }): Promise<FaultView[]> {
  const { mill, deployment, players } = world;
  const giveUpAt = performance.now() + JUDGED_WITHIN_MS;
  let faults = await mill.hub.faults();
  while (performance.now() < giveUpAt && (faults.length === 0 || faults.some(({ isOpen }) => isOpen))) {
    await setTimeout(LOOK_MS);
    faults = await mill.hub.faults();
  }
  for (const { provider, taskIndex, verdicts, slashedUnits, evidence } of faults) {
    if (slashedUnits === 0n) continue;
    const { name } = players.find(({ key }) => key.peerId === provider)!;
    view.say(
      `${colors.red('slashed')} ${name} loses ${formatUnits(slashedUnits, deployment.asset)} for task ${taskIndex}: ${verdicts.length} jurors ran it again ${colors.dim(`(evidence ${evidence.slice(0, 16)}…)`)}`,
    );
  }
  return faults;
}

/** Announces that every device wants its bond back; it is paid once the unbonding delay is over. */
export async function requestBonds({ players, chain, deployment }: World): Promise<void> {
  await Promise.all(
    players.map(async ({ key }) => {
      const stake = await createStakeClient({ rpcUrl: chain.rpcUrl, key, deployment });
      const { bondedUnits } = await stake.bondOf(key.address);
      if (bondedUnits > 0n) await stake.requestUnbonding({ units: bondedUnits });
    }),
  );
}

/** Pays the bonds back, and to the hub and the requestor what the jurors awarded. */
export async function returnBonds(world: World, faults: FaultView[], view: View): Promise<Stakes> {
  const { players, chain, deployment, requestor, hubKey } = world;
  const { asset } = deployment;
  const returnedTo = new Map<Address, bigint>();
  await Promise.all(
    players.map(async ({ key }) => {
      const stake = await createStakeClient({ rpcUrl: chain.rpcUrl, key, deployment });
      if ((await stake.bondOf(key.address)).withdrawableAt === null) return;
      returnedTo.set(key.address, (await stake.unbond()).units);
    }),
  );
  const [toProver, toRequestor] = await Promise.all(
    [hubKey, requestor].map(async (key) => {
      const stake = await createStakeClient({ rpcUrl: chain.rpcUrl, key, deployment });
      return (await stake.awardedUnits(key.address)) === 0n ? 0n : (await stake.collectAward()).units;
    }),
  );
  const stakes = {
    bonded: BOND_UNITS * BigInt(players.length),
    slashed: faults.reduce((sum, { slashedUnits }) => sum + slashedUnits, 0n),
    returned: [...returnedTo.values()].reduce((sum, units) => sum + units, 0n),
    toProver: toProver!,
    toRequestor: toRequestor!,
    faults,
    returnedTo,
  };
  view.say(
    `of ${formatUnits(stakes.bonded, asset)} at stake ${formatUnits(stakes.returned, asset)} go back to the honest; of the rest ${formatUnits(stakes.toProver, asset)} to the hub that proved the lies and ${formatUnits(stakes.toRequestor, asset)} to the requestor`,
  );
  return stakes;
}
