import {
  type Address,
  type Asset,
  type DeviceKey,
  formatUnits,
  GristmillError,
  type NetworkView,
  parseUnits,
  signOwnership,
} from '@gristmill/protocol';
import { openVoucherFile } from '@gristmill/provider';
import { createSettlementClient, type EscrowAccount, type SettlementClient } from '@gristmill/settlement';
import { systemClock } from '@gristmill/storage';
import type { Command } from 'commander';
import { createHubClient, DEFAULT_HUB } from 'gristmill';
import colors from 'yoctocolors';
import { deviceNamed } from '../device-named.ts';
import { type Home, openHome } from '../home.ts';
import { wholeNumber } from '../input.ts';
import { isoTime } from '../iso-time.ts';
import { createOutput, type Output } from '../output.ts';
import { openWallet, settlementOf } from '../wallet.ts';

interface WalletOptions {
  hub: string;
  home?: string;
  undo?: boolean;
  json?: boolean;
}

/** A wallet, the hub it deals with, and the chain both are on. */
interface Purse {
  home: Home;
  key: DeviceKey;
  network: NetworkView;
  settlement: SettlementClient;
  output: Output;
}

export function addWallet(program: Command): void {
  const wallet = program
    .command('wallet')
    .summary('what the keys of this home own and are owed; put money in, take it back')
    .description(
      'Shows the money of this home: of wallet.key, which pays for jobs, in hand and in the escrow that one hub may draw ' +
        'on; and of device.key, when this machine is lent, what vouchers promise it and what is set aside for tax.\n\n' +
        'The key files hold 64 hexadecimal digits, which any EVM wallet imports: keep a copy, and show them to nobody.',
    )
    .addHelpText(
      'after',
      `
Examples:
  gristmill wallet
  gristmill wallet deposit 25
  gristmill wallet withdraw all       announce it …
  gristmill wallet withdraw           … and take it when the challenge delay is over`,
    );
  addWalletOptions(wallet).action(async (options: WalletOptions) => show(await openPurse(options)));
  addOwn(wallet);

  addWalletOptions(
    wallet
      .command('deposit')
      .argument('<amount>', 'how much of the asset, such as 25 or 0.5')
      .summary('put money into the escrow for a hub to promise to providers')
      .description(
        'Puts money where vouchers of this hub may draw on it, and nobody else. `run` and `map` do so by themselves with ' +
          'the budget of a job that is not covered. What is not spent can be withdrawn.',
      )
      .addHelpText('after', '\nExamples:\n  gristmill wallet deposit 25\n  gristmill wallet deposit 0.5 --json'),
  ).action(async (amount: string, _: WalletOptions, command: Command) =>
    deposit(await openPurse(command.optsWithGlobals()), amount),
  );

  addWalletOptions(
    wallet
      .command('withdraw')
      .argument('[amount]', 'how much to announce, or `all`; without it, what was announced is taken')
      .option('--undo', 'take back an announcement')
      .summary('take money back from the escrow, in two steps')
      .description(
        'Takes two steps, so that nobody can promise money and take it away at once. With an amount, the withdrawal is ' +
          'announced on chain, and from then on the hub promises none of it to new work. Providers have the challenge ' +
          'delay (a week on a local network) to claim what they earned before. Then, without an amount, what was ' +
          'announced, or what claims have left of it, is paid to the wallet.\n\n' +
          'Running jobs that need the money end with ESCROW_WITHDRAWN.',
      )
      .addHelpText(
        'after',
        '\nExamples:\n  gristmill wallet withdraw all\n  gristmill wallet withdraw\n  gristmill wallet withdraw --undo',
      ),
  ).action(async (amount: string | undefined, _: WalletOptions, command: Command) => {
    const options: WalletOptions = command.optsWithGlobals();
    if (options.undo === true && amount !== undefined) {
      throw new GristmillError('OPTIONS_CONFLICT', `--undo takes back all that was announced, not ${amount}.`, {
        hint: 'Leave the amount out, or announce another amount instead.',
      });
    }
    const purse = await openPurse(options);
    if (options.undo === true) await announce(purse, 0n);
    else if (amount === undefined) await take(purse);
    else await announce(purse, await unitsOf(purse, amount));
  });
}

/** A word in writing, for one device; it needs no hub. */
function addOwn(wallet: Command): void {
  wallet
    .command('own')
    .argument('<device>', 'the device, as `gristmill provide` names it: 16Uiu2HA…')
    .option('--days <number>', 'for how long', '365')
    .option('--home <folder>', 'where wallet.key lies (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option('--json', 'print one JSON document, which it does in any case')
    .summary('say that a device is yours, so that your devices never judge one another')
    .description(
      'Signs, with wallet.key, that a device belongs to this wallet. `gristmill provide --ownership FILE` on that device ' +
        'shows it to hubs, which then give no task to two devices of one owner. Without it a device is its own owner.',
    )
    .addHelpText('after', '\nExamples:\n  gristmill wallet own 16Uiu2HA… > ownership.json')
    .action(async (device: string, _: unknown, command: Command) => {
      const { home, days, json }: { home?: string; days: string; json?: boolean } = command.optsWithGlobals();
      const peer = deviceNamed(device);
      const key = await (await openHome(home)).key('wallet');
      const expiresAtMs = systemClock.now() + wholeNumber('--days', days, 1, 3660) * DAY_MS;
      const signed = signOwnership(key, peer, expiresAtMs);
      createOutput({ json: json ?? false }).result(signed, JSON.stringify(signed));
    });
}

const DAY_MS = 86_400_000;

/** They are the same before and behind the name of a subcommand. */
function addWalletOptions(command: Command): Command {
  return command
    .option('--hub <url>', 'the hub whose escrow account and chain to use', DEFAULT_HUB)
    .option('--home <folder>', 'where the keys lie (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option('--json', 'print one JSON document');
}

async function openPurse(options: WalletOptions): Promise<Purse> {
  const network = await createHubClient(options.hub).network();
  const home = await openHome(options.home);
  const key = await openWallet(home, options.hub);
  const settlement = await createSettlementClient({ ...settlementOf(network), key });
  return { home, key, network, settlement, output: createOutput({ json: options.json ?? false }) };
}

async function show({ home, key, network, settlement, output }: Purse): Promise<void> {
  const { asset, signer, chainId, coordinator } = network;
  const balanceUnits = await settlement.balanceOf(key.address);
  const escrow = await settlement.escrowAccount(key.address, signer);
  const device = await deviceMoney(home, settlement);
  const units = (amount: bigint): string => formatUnits(amount, asset);
  output.result(
    { address: key.address, chainId, asset, balanceUnits, escrow: { hub: coordinator, signer, ...escrow }, device },
    [
      `${colors.bold('Wallet')} ${key.address} ${colors.dim(`(chain ${chainId}, ${home.path('wallet.key')})`)}`,
      `  in hand      ${units(balanceUnits)}`,
      `  in escrow    ${units(escrow.balanceUnits)} for hub …${coordinator.slice(-8)} to promise to providers, who have drawn or reserved ${units(escrow.committedUnits)} so far`,
      ...withdrawalLines(escrow, asset),
      ...(device === null
        ? []
        : [
            `${colors.bold('Device')} ${device.address} ${colors.dim(`(${home.path('device.key')})`)}`,
            `  in hand      ${units(device.balanceUnits)}`,
            `  vouchers     ${units(device.promisedUnits)} earned here, ${units(device.claimedUnits)} of it claimed (\`gristmill settle\` claims the rest)`,
            device.plan === null
              ? '  payouts      all to this address'
              : `  payouts      ${device.plan.setAsidePpm / 10_000} % set aside for ${device.plan.authority}, the rest to ${device.plan.wallet}`,
            ...(device.setAsideUnits === 0n ? [] : [`  set aside    ${units(device.setAsideUnits)} in the tax vault`]),
          ]),
    ].join('\n'),
  );
}

function withdrawalLines({ withdrawingUnits, withdrawableAt }: EscrowAccount, asset: Asset): string[] {
  if (withdrawableAt === null) return [];
  return [`  withdrawing  ${formatUnits(withdrawingUnits, asset)}, to be taken from ${isoTime(withdrawableAt)}`];
}

interface DeviceMoney {
  address: Address;
  balanceUnits: bigint;
  /** What the newest vouchers promise in all, and how much of it was drawn. */
  promisedUnits: bigint;
  claimedUnits: bigint;
  plan: Awaited<ReturnType<SettlementClient['payoutPlan']>>;
  setAsideUnits: bigint;
}

/** Null in a home whose machine was never lent. */
async function deviceMoney(home: Home, settlement: SettlementClient): Promise<DeviceMoney | null> {
  const key = await home.knownKey('device');
  if (key === null) return null;
  const { address } = key;
  const { chainId, escrow } = settlement;
  const all = await (await openVoucherFile({ path: home.path('vouchers.json') })).load();
  const vouchers = all
    .map(({ voucher }) => voucher)
    .filter((voucher) => voucher.chainId === chainId && voucher.escrow === escrow);
  const drawn = await Promise.all(vouchers.map((voucher) => settlement.claimedUnits(voucher)));
  const plan = await settlement.payoutPlan(address);
  return {
    address,
    balanceUnits: await settlement.balanceOf(address),
    promisedUnits: vouchers.reduce((sum, { cumulative }) => sum + cumulative, 0n),
    claimedUnits: drawn.reduce((sum, units) => sum + units, 0n),
    plan,
    setAsideUnits: plan === null ? 0n : await settlement.setAsideOf(address, plan.authority),
  };
}

async function deposit({ key, network, settlement, output }: Purse, amount: string): Promise<void> {
  const { asset, signer } = network;
  const units = parseUnits(amount, asset);
  const balanceUnits = await settlement.balanceOf(key.address);
  if (units === 0n || units > balanceUnits) {
    const message = `${formatUnits(units, asset)} cannot be deposited: the wallet holds ${formatUnits(balanceUnits, asset)}.`;
    throw new GristmillError('WALLET_BALANCE_TOO_SMALL', message, {
      hint: `Send ${asset.code} to ${key.address}, or deposit less, but not nothing.`,
    });
  }
  const { transactionHash } = await settlement.deposit({ signer, units });
  const escrow = await settlement.escrowAccount(key.address, signer);
  output.result(
    { transactionHash, units, escrow },
    `${formatUnits(units, asset)} deposited, ${formatUnits(escrow.balanceUnits, asset)} in escrow now: ${transactionHash}`,
  );
}

async function unitsOf({ key, network, settlement }: Purse, amount: string): Promise<bigint> {
  const { asset, signer } = network;
  const { balanceUnits } = await settlement.escrowAccount(key.address, signer);
  const units = amount === 'all' ? balanceUnits : parseUnits(amount, asset);
  if (units > 0n && units <= balanceUnits) return units;
  const message = `${formatUnits(units, asset)} cannot be withdrawn: ${formatUnits(balanceUnits, asset)} are in escrow.`;
  throw new GristmillError('ESCROW_BALANCE_TOO_SMALL', message, { hint: 'See `gristmill wallet`, and ask for less.' });
}

async function announce({ key, network, settlement, output }: Purse, units: bigint): Promise<void> {
  const { asset, signer } = network;
  const { transactionHash } = await settlement.requestWithdrawal({ signer, units });
  const escrow = await settlement.escrowAccount(key.address, signer);
  output.result(
    { transactionHash, escrow },
    escrow.withdrawableAt === null
      ? `Nothing is withdrawn; ${formatUnits(escrow.balanceUnits, asset)} stay in escrow.`
      : `${formatUnits(units, asset)} announced. Take it with \`gristmill wallet withdraw\` from ${isoTime(escrow.withdrawableAt)}: until then providers can claim what they earned.`,
  );
}

/** @throws GristmillError `WITHDRAWAL_NOT_ANNOUNCED`, `WITHDRAWAL_TOO_EARLY` */
async function take({ key, network, settlement, output }: Purse): Promise<void> {
  const { asset, signer } = network;
  const { withdrawableAt, withdrawingUnits } = await settlement.escrowAccount(key.address, signer);
  if (withdrawableAt === null) {
    throw new GristmillError('WITHDRAWAL_NOT_ANNOUNCED', 'No withdrawal was announced.', {
      hint: 'Announce one first: `gristmill wallet withdraw all`, or an amount.',
    });
  }
  // A quiet chain's newest block may be old; the next one has the time of the world.
  const now = Math.max(await settlement.blockTimestamp(), Math.floor(Date.now() / 1000));
  if (now < withdrawableAt) {
    const message = `${formatUnits(withdrawingUnits, asset)} can be taken from ${isoTime(withdrawableAt)}, ${hoursText(withdrawableAt - now)} from now.`;
    throw new GristmillError('WITHDRAWAL_TOO_EARLY', message, {
      hint: 'Wait: until then providers can claim what they earned before it was announced.',
    });
  }
  const { transactionHash, units } = await settlement.withdraw({ signer });
  output.result({ transactionHash, units }, `${formatUnits(units, asset)} are back in the wallet: ${transactionHash}`);
}

function hoursText(seconds: number): string {
  const hours = Math.ceil(seconds / 3600);
  return hours <= 48 ? `${hours} hours` : `${Math.ceil(hours / 24)} days`;
}
