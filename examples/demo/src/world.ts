import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Program, startProgram, TAX_AUTHORITY } from '@gristmill/cli';
import { type Address, type DeviceKey, GristmillError, networkView } from '@gristmill/protocol';
import {
  createSettlementClient,
  createStakeClient,
  type Deployment,
  deployContracts,
  type LocalChain,
  type SettlementClient,
  startLocalChain,
} from '@gristmill/settlement';
import { connect, type Mill } from 'gristmill';
import { z } from 'zod';
import { unitsByAddress } from './balances.ts';
import { castOf, keyOf, type Player } from './cast.ts';

/** A whole network on one machine: a chain, a hub, five devices, each a process of its own, and a requestor. */
export interface World {
  chain: LocalChain;
  deployment: Deployment;
  hub: HubProcess;
  players: Player[];
  /** The hub's and the devices' processes by name. Who ends one takes it out first: an end unasked for is a failure. */
  programs: Map<string, Program>;
  /** Rejects when the hub or a device ends by itself: nothing that waits for it would ever go on. */
  failed: Promise<never>;
  requestor: DeviceKey;
  requestorClient: SettlementClient;
  mill: Mill;
  taxAuthority: Address;
  /** Who proves faults, and is paid a share of what they cost. */
  hubKey: DeviceKey;
  /** What everybody's wallet held before the first job. */
  startingBalances: ReadonlyMap<Address, bigint>;
  stop(): Promise<void>;
}

interface HubProcess {
  home: string;
  url: string;
  signer: Address;
  /** SIGKILL, then the same command again on the same home and ports. */
  crashAndRestart(): Promise<void>;
}

/** A Monday six weeks before the last estimated-tax instalment of 2026 is due (15 January 2027). */
const CHAIN_STARTS_AT = Date.UTC(2026, 11, 1) / 1000;
const CHALLENGE_DELAY_SECONDS = 7 * 24 * 60 * 60;
const REQUESTOR_FUNDS_UNITS = 500_000_000n;
/** What each device puts at stake, in dollars and in units. */
const BOND = '10';
export const BOND_UNITS = 10_000_000n;
const GAS_WEI = 10n ** 18n;

const HUB = 'the hub';
const COMMAND = fileURLToPath(import.meta.resolve('@gristmill/cli/command'));
const LIAR = fileURLToPath(new URL('lying-provider.ts', import.meta.url));

export async function startWorld({
  seed,
  folder,
  say,
}: {
  seed: number;
  folder: string;
  say: (line: string) => void;
}): Promise<World> {
  const closing: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of closing.splice(0).toReversed()) await close();
  };
  try {
    const chain = await startLocalChain({ timestamp: CHAIN_STARTS_AT });
    closing.push(() => chain.stop());
    const [operator, authority] = chain.accounts;
    const taxAuthority = authority!.address;
    const deployment = await deployContracts({
      rpcUrl: chain.rpcUrl,
      deployerKey: operator!.privateKey,
      challengeDelaySeconds: CHALLENGE_DELAY_SECONDS,
      authorities: [{ name: TAX_AUTHORITY, payoutAddress: taxAuthority }],
    });
    say(`a chain (anvil, id ${deployment.chainId}) with escrow, payout router, tax vault and anchor`);

    const bank = await createSettlementClient({ rpcUrl: chain.rpcUrl, key: operator!.privateKey, deployment });
    const requestor = keyOf(seed, 'requestor');
    const hubKey = keyOf(seed, 'hub');
    const players = castOf(seed);
    for (const { address } of [requestor, hubKey, ...players.map(({ key }) => key)]) {
      await bank.sendGas({ to: address, wei: GAS_WEI });
    }
    await bank.mint({ to: requestor.address, units: REQUESTOR_FUNDS_UNITS });
    for (const { key } of players) await bank.mint({ to: key.address, units: BOND_UNITS });
    await Promise.all(
      players.map(async ({ key }) =>
        (await createStakeClient({ rpcUrl: chain.rpcUrl, key, deployment })).bond({ units: BOND_UNITS }),
      ),
    );

    const programs = new Map<string, Program>();
    closing.push(async () => {
      const running = [...programs.values()];
      programs.clear();
      await Promise.all(running.map((program) => program.stop()));
    });
    const failure = Promise.withResolvers<never>();
    // Nobody may be waiting for it just then.
    failure.promise.catch(() => undefined);
    const run = async (name: string, start: Promise<Program>) => {
      const program = await start;
      programs.set(name, program);
      void program.exited.then((code) => {
        if (programs.get(name) === program) failure.reject(endedByItself(name, code));
      });
      return program;
    };

    const hub = await startHubProcess({ folder, hubKey, chain, deployment, programs, run });
    say(`a hub at ${hub.url}, journal in ${hub.home}`);

    await Promise.all(players.map((player) => run(player.name, startPlayer({ player, folder, hub, seed }))));
    say(
      `five devices: ${players.map(({ name, role }) => (role === 'honest' ? name : `${name} (${role === 'liar' ? 'lies' : 'will be killed'})`)).join(', ')}`,
    );

    say(`each has ${BOND} dollars at stake, and three jurors may take it for a lie`);

    const requestorClient = await createSettlementClient({ rpcUrl: chain.rpcUrl, key: requestor, deployment });
    const mill = await connect({ hub: hub.url, key: requestor });
    const wallets = [requestor, hubKey, ...players.map(({ key }) => key)].map(({ address }) => address);
    const startingBalances = await unitsByAddress([...wallets, taxAuthority], (wallet) => bank.balanceOf(wallet));
    return {
      chain,
      deployment,
      hub,
      players,
      programs,
      failed: failure.promise,
      requestor,
      requestorClient,
      mill,
      taxAuthority,
      hubKey,
      startingBalances,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function endedByItself(name: string, code: number | null): GristmillError {
  return new GristmillError('PROGRAM_ENDED', `${name} ended by itself, with ${code ?? 'a signal'}.`, {
    hint: 'Run it again; if it does so again, report it with its log.',
    fault: 'platform',
  });
}

const hubDocument = networkView.pick({ signer: true, addresses: true }).extend({ url: z.string() });

async function startHubProcess({
  folder,
  hubKey,
  chain,
  deployment,
  programs,
  run,
}: {
  folder: string;
  hubKey: DeviceKey;
  chain: LocalChain;
  deployment: Deployment;
  programs: Map<string, Program>;
  run: (name: string, start: Promise<Program>) => Promise<Program>;
}): Promise<HubProcess> {
  const home = await homeWith(folder, 'hub', 'hub', hubKey);
  const deploymentFile = path.join(home, 'deployment.json');
  await writeFile(deploymentFile, JSON.stringify(deployment));
  const start = (port: string, peerPort: string) =>
    startProgram({
      name: HUB,
      script: COMMAND,
      parameters: [
        'up',
        '--json',
        '--home',
        home,
        '--port',
        port,
        '--peer-port',
        peerPort,
        '--rpc',
        chain.rpcUrl,
        '--deployment',
        deploymentFile,
        '--bond-min',
        BOND,
        '--local-jury',
      ],
      logFile: path.join(folder, 'hub.log'),
    });
  const { ready } = await run(HUB, start('0', '0'));
  const { url, signer, addresses } = hubDocument.parse(ready);
  return {
    home,
    url,
    signer,
    async crashAndRestart() {
      const program = programs.get(HUB)!;
      programs.delete(HUB);
      await program.kill();
      await run(HUB, start(new URL(url).port, /\/tcp\/(\d+)/.exec(addresses[0]!)![1]!));
    },
  };
}

async function startPlayer({
  player,
  folder,
  hub,
  seed,
}: {
  player: Player;
  folder: string;
  hub: HubProcess;
  seed: number;
}): Promise<Program> {
  const home = await homeWith(folder, player.name, 'device', player.key);
  const facts = path.join(home, 'facts.json');
  await writeFile(facts, JSON.stringify(player.facts));
  const parameters = ['--hub', hub.url, '--home', home, '--facts', facts];
  return startProgram({
    name: player.name,
    ...(player.role === 'liar'
      ? { script: LIAR, parameters: [...parameters, '--seed', String(seed)] }
      : {
          script: COMMAND,
          parameters: ['provide', '--json', '--slots', '1', '--claim', 'never', '--region', 'US', ...parameters],
        }),
    logFile: path.join(folder, `${player.name}.log`),
  });
}

/** A home folder in which a key that follows from the seed lies already. */
async function homeWith(folder: string, name: string, keyName: string, key: DeviceKey): Promise<string> {
  const home = path.join(folder, name);
  await mkdir(home, { recursive: true });
  await writeFile(path.join(home, `${keyName}.key`), Buffer.from(key.privateKey).toString('hex'), { mode: 0o600 });
  return home;
}
