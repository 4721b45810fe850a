import { availableParallelism } from 'node:os';
import { createTransport, keepConnected } from '@gristmill/network';
import { GristmillError, ownerOf, parseUnits, type SignedOwnership, signedOwnership } from '@gristmill/protocol';
import {
  createEnergyMeter,
  createProcessExecutor,
  createProvider,
  type Executor,
  openVoucherFile,
  probeDevice,
  type ProviderEvent,
  type Region,
  REGIONS,
  type Wall,
} from '@gristmill/provider';
import {
  type ClaimTerms,
  createSettlementClient,
  LOCAL_CHAIN_ID,
  type SettlementClient,
  verifyVoucher,
} from '@gristmill/settlement';
import { systemClock, systemRandom } from '@gristmill/storage';
import { type Command, Option } from 'commander';
import { createHubClient, DEFAULT_HUB, formatUnits, type NetworkView } from 'gristmill';
import colors from 'yoctocolors';
import { counted } from '../counted.ts';
import { openHome } from '../home.ts';
import { readNamedFile, wholeNumber } from '../input.ts';
import { createOutput } from '../output.ts';
import { printableLines } from '../printable.ts';
import { parseAddress } from '../parse-address.ts';
import { adjustPayoutPlan, registerPayoutPlan, RULE_PACK } from '../payout-plan.ts';
import { startMoney } from '../provider-money.ts';
import { untilInterrupted } from '../interruption.ts';
import { fillLocally, giveGasLocally, settlementOf } from '../wallet.ts';

export interface ProvideOptions {
  hub: string;
  home?: string;
  slots?: string;
  wallet?: string;
  ownership?: string;
  facts?: string | false;
  minPrice?: string;
  claim?: 'auto' | 'never';
  coinPrice?: string;
  feeShare?: string;
  region?: Region;
  json?: boolean;
  /** Puts something between the agent and the sandbox: how the demo makes a liar. Not reachable from the command line. */
  wrapExecutor?: (executor: Executor) => Executor;
}

export function addProvide(program: Command): void {
  program
    .command('provide')
    .summary('lend this machine to a hub and earn')
    .description(
      'Lends this machine to a hub until Ctrl-C. Tasks run in a metered WebAssembly sandbox, in worker threads of a child ' +
        'process that may neither read your files, nor write, nor start programs. ' +
        'With --facts, each payout is split on chain: your marginal tax rate to the tax vault, the rest to your wallet. ' +
        'The plan stays on chain: a later start keeps the wallet and the share that it does not name anew.\n\n' +
        'What is earned is claimed by itself, together and when it is worth its fee; at once when a payer announces that it ' +
        'withdraws. What arrives is written into the books of this home, for `gristmill tax statement`, and with --facts ' +
        'the share for taxes follows what the year has brought so far.',
    )
    .option('--hub <url>', 'the hub to work for', DEFAULT_HUB)
    .option('--home <folder>', "this device's key and vouchers (default: $GRISTMILL_HOME or ~/.gristmill)")
    .option('--slots <number>', 'tasks at a time (default: one a core)')
    .option('--wallet <address>', "where payouts go from now on (at first: this device's own address)")
    .option(
      '--ownership <file>',
      "the owner's word for this device, from `gristmill wallet own` (default: its own owner)",
    )
    .option('--facts <file>', `YAML or JSON with your tax facts (see \`gristmill tax facts ${RULE_PACK}\`)`)
    .option('--no-facts', 'set nothing aside any more')
    .option('--min-price <units>', 'least price of 10^9 fuel, in minor units', '0')
    .addOption(
      new Option(
        '--claim <when>',
        'claim what is earned by itself, when it is worth its fee; with `never` this device sends no transaction by itself',
      )
        .choices(['auto', 'never'])
        .default('auto'),
    )
    .option(
      '--coin-price <amount>',
      "what one of the chain's own coins costs in the asset; without it claims wait until a payer withdraws, except on a local network",
    )
    .option('--fee-share <percent>', 'with --coin-price: the most of a payment that its fee may take', '5')
    .addOption(new Option('--region <region>', 'whose electricity this device uses').choices(REGIONS).default('world'))
    .option('--json', 'print one JSON document when the device is ready')
    .addHelpText(
      'after',
      `
Examples:
  gristmill provide
  gristmill provide --hub http://hub.example:4711 --slots 2 --region DE
  gristmill provide --ownership ownership.json     the file is from \`gristmill wallet own 16Uiu2HA…\`
  gristmill provide --coin-price 3000 --fee-share 1     where a claim costs money: what is too small waits
  gristmill provide --facts facts.yaml --wallet 0x52908400098527886E0F7030069857D2E4169EE7`,
    )
    .action((options: ProvideOptions) => {
      // All that a home is given from here on is its owner's only, whatever the shell's habit is.
      process.umask(0o077);
      return runProvider(options);
    });
}

const PPM_PER_PERCENT = 10_000n;
const WEI_PER_COIN = 10n ** 18n;

/** @throws GristmillError `MONEY_MALFORMED`, `OPTION_INVALID` */
function claimTermsNamed({ coinPrice, feeShare = '5' }: ProvideOptions, { chainId, asset }: NetworkView): ClaimTerms {
  if (coinPrice !== undefined) {
    return {
      weiPerUnit: { wei: WEI_PER_COIN, units: parseUnits(coinPrice, asset) },
      feeSharePpm: BigInt(wholeNumber('--fee-share', feeShare, 1, 100)) * PPM_PER_PERCENT,
    };
  }
  // On a local network fees are play money too. Elsewhere nobody can say what a fee is worth, but what leaves is claimed.
  return chainId === LOCAL_CHAIN_ID ? 'at-any-price' : 'only-what-leaves';
}

/** @throws GristmillError `FILE_UNREADABLE`, `OWNERSHIP_INVALID` */
async function readOwnership(file: string): Promise<SignedOwnership> {
  const text = new TextDecoder().decode(await readNamedFile(file));
  try {
    return signedOwnership.parse(JSON.parse(text));
  } catch (cause) {
    throw new GristmillError('OWNERSHIP_INVALID', `${file} is not the word of an owner.`, {
      hint: 'Make it where the wallet is: gristmill wallet own DEVICE > ownership.json',
      cause,
    });
  }
}

const WALLS: Readonly<Record<Wall, string>> = {
  bubblewrap: 'tasks see neither files nor network (bubblewrap)',
  'network-namespace': 'tasks have no network (a namespace of their own)',
  none: "none beside the sandbox and Node's permission model; install bubblewrap for a second one",
};

/** Runs a provider until the process is interrupted. */
export async function runProvider(options: ProvideOptions): Promise<void> {
  const output = createOutput({ json: options.json ?? false });
  // Much of it is in the words of the hub, or of whoever calls itself one.
  const log = (line: string): void => output.log(printableLines(line));
  const home = await openHome(options.home);
  home.lockDevice();
  const key = await home.key('device');
  const namedWallet = options.wallet === undefined ? undefined : parseAddress('--wallet', options.wallet);
  const ownership = options.ownership === undefined ? null : await readOwnership(options.ownership);
  const owner = ownerOf(key.peerId, ownership, systemClock.now());
  const slots = options.slots === undefined ? availableParallelism() : wholeNumber('--slots', options.slots, 1);
  const network = await createHubClient(options.hub).network();
  const claimTerms = options.claim === 'never' ? null : claimTermsNamed(options, network);
  const isAsked = options.facts !== undefined || namedWallet !== undefined;
  const plan = isAsked ? await newPlan() : await planInForce();
  const wallet = namedWallet ?? plan?.wallet ?? key.address;

  // It takes some seconds, in which nothing else would be seen.
  log(`measuring what this machine can do with ${counted(slots, 'slot')} …`);
  const processExecutor = await createProcessExecutor({ workers: slots, log });
  const executor = options.wrapExecutor?.(processExecutor) ?? processExecutor;
  const transport = await createTransport({ key, listen: [] });
  const failed = Promise.withResolvers<never>();
  const voucherStore = await openVoucherFile({ path: home.path('vouchers.json') });
  const provider = createProvider({
    key,
    transport,
    keepConnected: (onStream, signal) =>
      keepConnected({
        transport,
        address: addressOf(network),
        signal,
        clock: systemClock,
        random: systemRandom,
        onStream,
        onRetry: (error, attempt, delayMs) =>
          log(`hub away (${error.code}); try ${attempt + 1} in ${Math.round(delayMs)} ms`),
      }),
    executor,
    clock: systemClock,
    ownership,
    payee: key.address,
    slots,
    capabilities: await probeDevice({ executor: processExecutor }),
    unitsPerGigafuelMin: BigInt(wholeNumber('--min-price', options.minPrice ?? '0')),
    verifyVoucher,
    voucherStore,
    meter: createEnergyMeter({ region: options.region ?? 'world' }),
    agent: 'gristmill/0.1.0',
    log,
    onEvent: (event) => {
      tell(event, network, log);
      if (event.type === 'failed') failed.reject(event.error);
    },
  });
  await provider.start();
  const money = startMoney({
    connect: connectSettlement,
    home,
    rpcUrl: network.rpcUrl,
    payee: key.address,
    vouchers: () => provider.status().vouchers,
    claimTerms,
    formatUnits: (units) => formatUnits(units, network.asset),
    onIncome: adjustPlan,
    log,
  });
  output.result(
    {
      provider: key.peerId,
      payee: key.address,
      owner,
      wallet,
      hub: network.coordinator,
      slots,
      wall: processExecutor.wall,
      plan,
    },
    [
      `${colors.bold('This machine grinds for')} ${options.hub}`,
      `  device  ${key.peerId}`,
      `  slots   ${slots}`,
      `  wall    ${WALLS[processExecutor.wall]}`,
      plan === null
        ? `  payout  ${wallet}`
        : `  payout  ${(plan.setAsidePpm / 10_000).toFixed(2)} % to ${plan.authority} by way of the tax vault, the rest to ${plan.wallet}`,
      ...(network.bondUnitsMin === undefined
        ? []
        : [
            `  stake   this hub asks for ${formatUnits(network.bondUnitsMin, network.asset)}; with less, your results count only beside those of others until you are known (gristmill stake)`,
          ]),
      'Stop with Ctrl-C: what was earned stays earned.',
    ].join('\n'),
  );
  try {
    await Promise.race([untilInterrupted(output.log), failed.promise]);
  } finally {
    await provider.stop();
    await money.stop();
    await transport.stop();
    await processExecutor.close();
  }

  async function connectSettlement() {
    // Claims are transactions of this device's own key; on a local network the gas for them is a gift.
    if (claimTerms !== null && network.chainId === LOCAL_CHAIN_ID) {
      await giveGasLocally(settlementOf(network), key.address);
    }
    return createSettlementClient({ ...settlementOf(network), key });
  }

  /** The share for taxes follows what the year has brought so far. */
  async function adjustPlan(settlement: SettlementClient): Promise<void> {
    if (claimTerms === null || typeof options.facts !== 'string') return;
    const factsPath = options.facts;
    const adjusted = await adjustPayoutPlan({ settlement, payee: key.address, factsPath, homeFolder: home.folder });
    if (adjusted === null) return;
    log(`from now on ${adjusted.setAsidePpm / 10_000} % of each payout are set aside for ${adjusted.authority}`);
  }

  /** What an earlier start has set; null when there is none, or when this device cannot ask the chain. */
  async function planInForce() {
    try {
      return await (await createSettlementClient({ ...settlementOf(network), key })).payoutPlan(key.address);
    } catch (error) {
      if (error instanceof GristmillError && error.code === 'CHAIN_UNREACHABLE') return null;
      throw error;
    }
  }

  async function newPlan() {
    // A plan is a transaction of this device's own key; on a local network the gas for it is a gift.
    if (network.chainId === LOCAL_CHAIN_ID) await fillLocally(settlementOf(network), key.address);
    const settlement = await createSettlementClient({ ...settlementOf(network), key });
    return registerPayoutPlan({
      settlement,
      payee: key.address,
      wallet: namedWallet,
      factsPath: options.facts,
      homeFolder: home.folder,
    });
  }
}

function addressOf({ coordinator, addresses }: NetworkView): string {
  const [first] = addresses;
  if (first !== undefined) return first;
  throw new GristmillError('HUB_UNREACHABLE', `Hub ${coordinator} names no address that providers can reach.`, {
    hint: 'Its operator should start it with --host set to an address of its network.',
    fault: 'configuration',
  });
}

function tell(event: ProviderEvent, { asset }: NetworkView, log: (line: string) => void): void {
  if (event.type === 'verdict') {
    log(event.accepted ? `accepted: ${formatUnits(event.earnedUnits, asset)}` : `rejected: ${event.reason}`);
  }
  if (event.type === 'paid') log(`voucher: ${formatUnits(event.voucher.voucher.cumulative, asset)} in all`);
}
