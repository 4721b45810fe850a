import {
  addressOfPeer,
  type Address,
  type Asset,
  type DeviceKey,
  formatUnits,
  GristmillError,
  type NetworkView,
  parseUnits,
} from '@gristmill/protocol';
import {
  type Bond,
  createSettlementClient,
  createStakeClient,
  LOCAL_CHAIN_ID,
  type StakeClient,
} from '@gristmill/settlement';
import type { Command } from 'commander';
import { createHubClient, DEFAULT_HUB } from 'gristmill';
import colors from 'yoctocolors';
import { deviceNamed } from '../device-named.ts';
import { type Home, openHome } from '../home.ts';
import { isoTime } from '../iso-time.ts';
import { createOutput, type Output } from '../output.ts';
import { fillLocally, settlementOf } from '../wallet.ts';

interface StakeOptions {
  hub: string;
  home?: string;
  for?: string;
  undo?: boolean;
  json?: boolean;
}

/** Keys of a home that slashes may have awarded something to. */
const AWARDED = ['wallet', 'device', 'hub', 'juror'] as const;

export function addStake(program: Command): void {
  const stake = program
    .command('stake')
    .summary('put money behind the word of this device; take it back; collect awards')
    .description(
      'A bond makes the results of this device count from the first on, at hubs that ask for one. A result that a quorum ' +
        'of jurors finds wrong costs a thousand times what the task pays: half to who proved it, half to the requestor, ' +
        'unless the network was set up otherwise. The bond belongs to device.key.',
    )
    .addHelpText(
      'after',
      `
Examples:
  gristmill stake bond 25
  gristmill stake show
  gristmill stake request-unbonding all     announce it …
  gristmill stake unbond                    … and take it when the unbonding delay is over`,
    );

  addStakeOptions(
    stake
      .command('show')
      .argument('[device]', 'another device than the one of this home: 16Uiu2HA…')
      .summary('what is bonded, and what slashes awarded to the keys of this home')
      .addHelpText('after', '\nExamples:\n  gristmill stake show\n  gristmill stake show 16Uiu2HA… --json'),
  ).action(async (device: string | undefined, _: StakeOptions, command: Command) =>
    show(await openBench(command.optsWithGlobals()), device),
  );

  addStakeOptions(
    stake
      .command('bond')
      .argument('<amount>', 'how much of the asset, such as 25 or 0.5')
      .option('--for <device>', "bond for another device, out of this home's wallet: 16Uiu2HA…")
      .summary('put money at stake')
      .description(
        "Adds to the bond of this home's device, out of its own money; with --for to that of any device, out of wallet.key. " +
          'Only the device itself can take a bond back.',
      )
      .addHelpText('after', '\nExamples:\n  gristmill stake bond 25\n  gristmill stake bond 25 --for 16Uiu2HA…'),
  ).action(async (amount: string, _: StakeOptions, command: Command) => {
    const options: StakeOptions = command.optsWithGlobals();
    await bond(await openBench(options), amount, options.for);
  });

  addStakeOptions(
    stake
      .command('request-unbonding')
      .argument('[amount]', 'how much to announce, or `all`')
      .option('--undo', 'take back an announcement')
      .summary('announce that money is to be taken back')
      .description(
        'From now on hubs count on the announced part no more. It stays slashable until it is taken, which `unbond` does ' +
          'once the unbonding delay is over. A new announcement replaces the one before.',
      )
      .addHelpText(
        'after',
        '\nExamples:\n  gristmill stake request-unbonding all\n  gristmill stake request-unbonding --undo',
      ),
  ).action(async (amount: string | undefined, _: StakeOptions, command: Command) => {
    const options: StakeOptions = command.optsWithGlobals();
    if ((amount === undefined) !== (options.undo === true)) {
      throw new GristmillError(
        'OPTIONS_CONFLICT',
        'An amount is announced, or an announcement taken back with --undo.',
        {
          hint: 'Name an amount, or `all`, or --undo alone.',
        },
      );
    }
    await requestUnbonding(await openBench(options), amount ?? null);
  });

  addStakeOptions(
    stake
      .command('unbond')
      .summary('take back what was announced')
      .addHelpText('after', '\nExample:\n  gristmill stake unbond'),
  ).action(async (_: StakeOptions, command: Command) => unbond(await openBench(command.optsWithGlobals())));

  addStakeOptions(
    stake
      .command('collect')
      .summary('fetch what slashes awarded to the keys of this home')
      .description(
        'A slash is shared between who proved the fault and the requestor it wronged; each fetches its part.',
      )
      .addHelpText('after', '\nExample:\n  gristmill stake collect'),
  ).action(async (_: StakeOptions, command: Command) => collect(await openBench(command.optsWithGlobals())));
}

function addStakeOptions(command: Command): Command {
  return command
    .option('--hub <url>', 'the hub whose chain and contracts to use', DEFAULT_HUB)
    .option('--home <folder>', 'where the keys lie (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option('--json', 'print one JSON document');
}

interface Bench {
  home: Home;
  network: NetworkView;
  output: Output;
  units: (amount: bigint) => string;
  clientOf: (key: DeviceKey) => Promise<StakeClient>;
}

async function openBench(options: StakeOptions): Promise<Bench> {
  const network = await createHubClient(options.hub).network();
  return {
    home: await openHome(options.home),
    network,
    output: createOutput({ json: options.json ?? false }),
    units: (amount) => formatUnits(amount, network.asset),
    clientOf: (key) => createStakeClient({ ...settlementOf(network), key }),
  };
}

async function show({ home, network, output, units, clientOf }: Bench, named: string | undefined): Promise<void> {
  const key = await home.knownKey('device');
  const provider = named === undefined ? (key?.address ?? null) : addressOfPeer(deviceNamed(named));
  const reader = await clientOf(key ?? (await home.key('wallet')));
  const terms = await reader.terms();
  const bonded = provider === null ? null : await reader.bondOf(provider);
  const awards = await awardsOf(home, reader);
  output.result(
    { provider, bond: bonded, awards: awards.map(({ key: { address }, ...award }) => ({ ...award, address })), terms },
    [
      ...(bonded === null
        ? [`No device.key in ${home.folder}: this machine was never lent.`]
        : [
            `${colors.bold('Bond')} of ${provider}`,
            `  at stake     ${units(bonded.bondedUnits)}, of which ${units(bonded.securedUnits)} count for new work`,
            ...unbondingLines(bonded, network.asset),
          ]),
      ...awards.map(
        ({ name, awardedUnits }) =>
          `  awarded      ${units(awardedUnits)} to ${name}.key (\`gristmill stake collect\`)`,
      ),
      colors.dim(
        `  ${terms.quorum} of ${terms.jurors.length} jurors slash; ${terms.proverSharePpm / 10_000} % go to who proved the fault, the rest to the requestor; unbonding takes ${terms.unbondingDelaySeconds} s`,
      ),
    ].join('\n'),
  );
}

function unbondingLines({ unbondingUnits, withdrawableAt }: Bond, asset: Asset): string[] {
  if (withdrawableAt === null) return [];
  return [`  unbonding    ${formatUnits(unbondingUnits, asset)}, to be taken from ${isoTime(withdrawableAt)}`];
}

async function bond(bench: Bench, amount: string, device: string | undefined): Promise<void> {
  const { home, network, output, units, clientOf } = bench;
  const provider = device === undefined ? null : addressOfPeer(deviceNamed(device));
  const payer = await home.key(provider === null ? 'device' : 'wallet');
  if (network.chainId === LOCAL_CHAIN_ID) await fillLocally(settlementOf(network), payer.address);
  const wanted = parseUnits(amount, network.asset);
  const balance = await (
    await createSettlementClient({ ...settlementOf(network), key: payer })
  ).balanceOf(payer.address);
  if (wanted === 0n || wanted > balance) {
    const message = `${units(wanted)} cannot be bonded: ${payer.address} holds ${units(balance)}.`;
    throw new GristmillError('WALLET_BALANCE_TOO_SMALL', message, {
      hint: `Send ${network.asset.code} to ${payer.address}, or bond less, but not nothing.`,
    });
  }
  const stake = await clientOf(payer);
  const beneficiary = provider ?? payer.address;
  const { transactionHash } = await stake.bond({ provider: beneficiary, units: wanted });
  const after = await stake.bondOf(beneficiary);
  output.result(
    { transactionHash, provider: beneficiary, units: wanted, bond: after },
    `${units(wanted)} bonded, ${units(after.securedUnits)} stand behind ${beneficiary} now: ${transactionHash}`,
  );
}

/** `amount` null takes an announcement back. */
async function requestUnbonding(
  { home, network, output, units, clientOf }: Bench,
  amount: string | null,
): Promise<void> {
  const key = await home.existingKey('device');
  const stake = await clientOf(key);
  const { bondedUnits } = await stake.bondOf(key.address);
  const wanted = amount === null ? 0n : amount === 'all' ? bondedUnits : parseUnits(amount, network.asset);
  if (wanted > bondedUnits || (amount !== null && wanted === 0n)) {
    const message = `${units(wanted)} cannot be taken back: ${units(bondedUnits)} are bonded.`;
    throw new GristmillError('BOND_TOO_SMALL', message, { hint: 'See `gristmill stake show`, and ask for less.' });
  }
  const { transactionHash } = await stake.requestUnbonding({ units: wanted });
  const after = await stake.bondOf(key.address);
  output.result(
    { transactionHash, bond: after },
    after.withdrawableAt === null
      ? `Nothing is taken back; ${units(after.securedUnits)} stay at stake.`
      : `${units(wanted)} announced. Take it with \`gristmill stake unbond\` from ${isoTime(after.withdrawableAt)}; until then it can be slashed for what is found.`,
  );
}

/** @throws GristmillError `UNBONDING_NOT_ANNOUNCED`, `UNBONDING_TOO_EARLY` */
async function unbond({ home, network, output, units, clientOf }: Bench): Promise<void> {
  const key = await home.existingKey('device');
  const stake = await clientOf(key);
  const { withdrawableAt, unbondingUnits } = await stake.bondOf(key.address);
  if (withdrawableAt === null) {
    throw new GristmillError('UNBONDING_NOT_ANNOUNCED', 'No unbonding was announced.', {
      hint: 'Announce it first: `gristmill stake request-unbonding all`, or an amount.',
    });
  }
  const settlement = await createSettlementClient({ ...settlementOf(network), key });
  // A quiet chain's newest block may be old; the next one has the time of the world.
  const now = Math.max(await settlement.blockTimestamp(), Math.floor(Date.now() / 1000));
  if (now < withdrawableAt) {
    const message = `${units(unbondingUnits)} can be taken from ${isoTime(withdrawableAt)}.`;
    throw new GristmillError('UNBONDING_TOO_EARLY', message, {
      hint: 'Wait: until then what was computed under this bond can be judged.',
    });
  }
  const { transactionHash, units: taken } = await stake.unbond();
  output.result({ transactionHash, units: taken }, `${units(taken)} are back: ${transactionHash}`);
}

async function collect({ home, network, output, units, clientOf }: Bench): Promise<void> {
  const reader = await clientOf(await home.key('wallet'));
  const collected: { name: string; address: Address; units: bigint; transactionHash: string }[] = [];
  for (const { name, key } of await awardsOf(home, reader)) {
    if (network.chainId === LOCAL_CHAIN_ID) await fillLocally(settlementOf(network), key.address);
    const { units: amount, transactionHash } = await (await clientOf(key)).collectAward();
    collected.push({ name, address: key.address, units: amount, transactionHash });
  }
  output.result(
    { collected },
    collected.length === 0
      ? 'Nothing is awarded to the keys of this home.'
      : collected.map((each) => `${units(each.units)} to ${each.name}.key: ${each.transactionHash}`).join('\n'),
  );
}

/** What waits for the keys of a home. */
async function awardsOf(
  home: Home,
  stake: StakeClient,
): Promise<{ name: string; key: DeviceKey; awardedUnits: bigint }[]> {
  const awards = [];
  for (const name of AWARDED) {
    const key = await home.knownKey(name);
    const awardedUnits = key === null ? 0n : await stake.awardedUnits(key.address);
    if (key !== null && awardedUnits > 0n) awards.push({ name, key, awardedUnits });
  }
  return awards;
}
