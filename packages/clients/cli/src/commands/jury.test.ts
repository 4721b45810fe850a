import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { connect, createHubClient } from 'gristmill';
import {
  type DeviceKey,
  encode,
  type Evidence,
  faultView,
  type FaultView,
  generateDeviceKey,
  parseEvidence,
  signedFaultVerdict,
  signReceipt,
} from '@gristmill/protocol';
import {
  createStakeClient,
  deployContracts,
  type Deployment,
  type LocalChain,
  localJurors,
  startLocalChain,
} from '@gristmill/settlement';
import { openSqliteJournal, systemClock, systemRandom } from '@gristmill/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMAND, gristmillHere } from '../../test/command.ts';
import { printing } from '../../test/tiny-modules.ts';
import { type Home, openHome } from '../home.ts';
import { type Hub, startHub } from '../hub.ts';
import { TAX_AUTHORITY } from '../payout-plan.ts';
import { type Program, startProgram } from '../start-program.ts';
import { readBooks, TAXPAYER_JOURNAL } from '../tax/books/taxpayer-journal.ts';
import { fillLocally, giveGasLocally } from '../wallet.ts';

const HOUR_SECONDS = 3600;
const LIAR = fileURLToPath(new URL('../../test/lying-provider.ts', import.meta.url));

let folder: string;
let chain: LocalChain;
let deployment: Deployment;
let hub: Hub;
let payer: Home;
let liar: DeviceKey;
const programs: Program[] = [];

const homeOf = (name: string) => path.join(folder, name);
const at = (name: string, ...words: string[]) => gristmillHere(...words, '--hub', hub.url, '--home', homeOf(name));
const refused = (code: string) => ({ error: { code, hint: expect.stringMatching(/\w/) } });

const awards = z.array(z.object({ units: z.coerce.bigint() }));

async function faultNamed(name: string): Promise<FaultView> {
  const { faults } = await at('payer', 'jury', 'faults');
  return z
    .array(faultView)
    .parse(faults)
    .find(({ evidence }) => evidence === name)!;
}

async function untilTrue(look: () => Promise<boolean>): Promise<void> {
  while (!(await look())) await setTimeout(100);
}

/** A home of a juror of the local network. */
async function jurorHome(name: string, privateKey: string): Promise<void> {
  await mkdir(homeOf(name), { recursive: true });
  await writeFile(path.join(homeOf(name), 'juror.key'), privateKey.slice(2), { mode: 0o600 });
}

function provide(name: string, ...words: string[]): Promise<Program> {
  const parameters = ['provide', '--json', '--slots', '1', '--hub', hub.url, '--home', homeOf(name), ...words];
  return startProgram({ name, script: COMMAND, parameters, logFile: path.join(folder, `${name}.log`) });
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-jury-'));
  chain = await startLocalChain();
  const { rpcUrl } = chain;
  const [deployer, authority] = chain.accounts;
  deployment = await deployContracts({
    rpcUrl,
    deployerKey: deployer!.privateKey,
    challengeDelaySeconds: HOUR_SECONDS,
    authorities: [{ name: TAX_AUTHORITY, payoutAddress: authority!.address }],
  });
  const hubHome = await openHome(homeOf('hub'));
  await giveGasLocally({ rpcUrl, deployment }, (await hubHome.key('hub')).address);
  const journal = await openSqliteJournal({ path: hubHome.path('journal.db'), clock: systemClock });
  const listen = { host: '127.0.0.1', apiPort: 0, peerPort: 0 };
  hub = await startHub({
    home: hubHome,
    journal,
    rpcUrl,
    deployment,
    ...listen,
    bondUnitsMin: 5_000_000n,
    log: () => {},
  });
  payer = await openHome(homeOf('payer'));
  const homes = await Promise.all(['ada', 'ben', 'mallory'].map((name) => openHome(homeOf(name))));
  const [, , mallory] = await Promise.all(homes.map((home) => home.key('device')));
  liar = mallory!;
  for (const [i, { privateKey }] of localJurors().entries()) await jurorHome(`juror ${i}`, privateKey);
}, 60_000);

afterAll(async () => {
  await Promise.all(programs.map((program) => program.stop()));
  await hub.stop();
  await chain.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('stake', () => {
  it('shows nothing at stake before anything is', async () => {
    expect(await at('payer', 'stake', 'show')).toMatchObject({ provider: null, bond: null, awards: [] });
    expect(await at('ada', 'stake', 'show')).toMatchObject({
      bond: { bondedUnits: '0', securedUnits: '0' },
      terms: { quorum: 2, unbondingDelaySeconds: HOUR_SECONDS },
    });
  });

  it('bonds for this device, and for another out of the wallet', async () => {
    expect(await at('ada', 'stake', 'bond', '5000')).toMatchObject(refused('WALLET_BALANCE_TOO_SMALL'));
    expect(await at('ada', 'stake', 'bond', 'plenty')).toMatchObject(refused('MONEY_MALFORMED'));
    expect(await at('ada', 'stake', 'bond', '5')).toMatchObject({
      units: '5000000',
      bond: { securedUnits: '5000000' },
    });
    expect(await at('ben', 'stake', 'bond', '5')).toMatchObject({ units: '5000000' });
    expect(await at('payer', 'stake', 'bond', '1', '--for', 'my-laptop')).toMatchObject(refused('OPTION_INVALID'));
    expect(await at('payer', 'stake', 'bond', '6', '--for', liar.peerId)).toMatchObject({
      provider: liar.address,
      bond: { bondedUnits: '6000000' },
    });
    expect(await at('payer', 'stake', 'show', liar.peerId)).toMatchObject({ bond: { securedUnits: '6000000' } });
  }, 60_000);

  it('takes a bond back in two steps', async () => {
    expect(await at('ben', 'stake', 'unbond')).toMatchObject(refused('UNBONDING_NOT_ANNOUNCED'));
    expect(await at('ben', 'stake', 'request-unbonding')).toMatchObject(refused('OPTIONS_CONFLICT'));
    expect(await at('ben', 'stake', 'request-unbonding', '6')).toMatchObject(refused('BOND_TOO_SMALL'));
    expect(await at('ben', 'stake', 'request-unbonding', 'all')).toMatchObject({
      bond: { bondedUnits: '5000000', securedUnits: '0' },
    });
    expect(await at('ben', 'stake', 'unbond')).toMatchObject(refused('UNBONDING_TOO_EARLY'));
    expect(await at('ben', 'stake', 'request-unbonding', '--undo')).toMatchObject({
      bond: { securedUnits: '5000000', withdrawableAt: null },
    });
    expect(await at('payer', 'stake', 'collect')).toEqual({ collected: [] });
  }, 60_000);
});

describe('a liar', () => {
  let name: string;
  let evidence: Evidence;

  beforeAll(async () => {
    const { rpcUrl } = chain;
    const key = await payer.key('wallet');
    await fillLocally({ rpcUrl, deployment }, key.address);
    programs.push(
      ...(await Promise.all([
        startProgram({
          name: 'mallory',
          script: LIAR,
          parameters: [hub.url, homeOf('mallory')],
          logFile: path.join(folder, 'mallory.log'),
        }),
        provide('ada'),
        provide('ben', '--claim', 'never'),
      ])),
    );
    const mill = await connect({ hub: hub.url, key });
    const client = createHubClient(hub.url);
    // Which device gets which task is theirs to race for; sooner or later the liar gets one.
    for (let nonce = 0; (await client.faults()).length === 0; nonce += 1) {
      const job = await mill.run({
        name: `job ${nonce}`,
        program: { wasm: printing('the truth') },
        tasks: Array.from({ length: 3 }, () => ({})),
        unitsPerGigafuel: 1_000_000_000n,
        limits: { fuel: 1_000_000n },
        budget: '10',
      });
      await job.result();
    }
    const [fault] = await client.faults();
    name = fault!.evidence;
    ({ evidence } = parseEvidence(await client.getBlob(fault!.evidence)));
  }, 240_000);

  it('is shown, with evidence that any juror can judge', async () => {
    expect(evidence.provider).toBe(liar.peerId);
    expect(await faultNamed(name)).toMatchObject({
      provider: liar.peerId,
      verdicts: [],
      slashedUnits: 0n,
      isOpen: true,
    });
  });

  it('is judged by jurors only, and by what is proven only', async () => {
    expect(await at('payer', 'jury', 'judge', name)).toMatchObject(refused('KEY_MISSING'));
    const stranger = Buffer.from(generateDeviceKey(systemRandom).privateKey).toString('hex');
    await jurorHome('stranger', `0x${stranger}`);
    expect(await at('stranger', 'jury', 'judge', name)).toMatchObject(refused('JUROR_UNKNOWN'));
    expect(await at('stranger', 'jury', 'address')).toMatchObject({ isJuror: false });
    expect(await at('juror 0', 'jury', 'address')).toMatchObject({ juror: localJurors()[0]!.address, isJuror: true });

    const judgeForged = async (forged: Evidence | Uint8Array) => {
      const file = path.join(folder, 'forged.cbor');
      await writeFile(file, forged instanceof Uint8Array ? forged : encode(forged));
      return at('juror 0', 'jury', 'judge', file);
    };
    const { signed, rightResult } = evidence;
    const innocent = await (await openHome(homeOf('ada'))).key('device');
    expect(await judgeForged({ ...evidence, provider: innocent.peerId })).toMatchObject(
      refused('EVIDENCE_RECEIPT_FORGED'),
    );
    expect(await judgeForged({ ...evidence, chainId: 1 })).toMatchObject(refused('EVIDENCE_FOREIGN'));
    expect(await judgeForged({ ...evidence, rightResult: signed.receipt.result })).toMatchObject(
      refused('EVIDENCE_RESULTS_EQUAL'),
    );
    expect(await judgeForged(Uint8Array.of(1, 2, 3))).toMatchObject(refused('CBOR_MALFORMED'));
    // Who has told the truth is not slashed by any number of others who say something else.
    const honest: Evidence = {
      ...evidence,
      provider: innocent.peerId,
      signed: signReceipt(innocent, { ...signed.receipt, result: rightResult }),
      rightResult: signed.receipt.result,
    };
    expect(await judgeForged(honest)).toMatchObject(refused('EVIDENCE_REFUTED'));
    expect(await judgeForged({ ...evidence, rightResult: { ...rightResult, fuelUsed: 1n } })).toMatchObject(
      refused('EVIDENCE_UNPROVEN'),
    );
    expect(await at('juror 0', 'jury', 'slash', name)).toMatchObject(refused('FAULT_UNKNOWN'));
  }, 240_000);

  it('is slashed once two jurors have each run the task again', async () => {
    const first = await at('juror 0', 'jury', 'judge', name, '--hand-in');
    expect(first).toMatchObject({ fault: { slashedUnits: '0', isOpen: true } });
    // The same again is the same signature.
    expect(await at('juror 0', 'jury', 'judge', name)).toMatchObject({ signature: first['signature'] });
    expect(await at('juror 0', 'jury', 'slash', name)).toMatchObject(refused('VERDICT_QUORUM_MISSING'));
    const { units } = signedFaultVerdict.parse({
      verdict: first['verdict'],
      juror: first['juror'],
      signature: first['signature'],
    }).verdict;
    const stake = await createStakeClient({ rpcUrl: chain.rpcUrl, key: liar, deployment });
    const before = (await stake.bondOf(liar.address)).bondedUnits;
    const juror = await startProgram({
      name: 'juror 2',
      script: COMMAND,
      parameters: ['jury', 'serve', '--json', '--every', '1', '--hub', hub.url, '--home', homeOf('juror 2')],
      logFile: path.join(folder, 'juror.log'),
    });
    programs.push(juror);
    expect(juror.ready).toMatchObject({ juror: localJurors()[2]!.address });
    await untilTrue(async () => (await faultNamed(name)).slashedUnits > 0n);
    const taken = units < before ? units : before;
    expect(await faultNamed(name)).toMatchObject({ slashedUnits: taken, isOpen: false });
    expect((await stake.bondOf(liar.address)).bondedUnits).toBe(before - taken);
  }, 240_000);

  it('pays the requestor that it wronged, and the hub that proved it', async () => {
    const { slashedUnits } = await faultNamed(name);
    const collected = [];
    for (const home of ['payer', 'hub']) {
      collected.push(awards.parse((await at(home, 'stake', 'collect'))['collected']));
    }
    const sum = collected.flat().reduce((total, { units }) => total + units, 0n);
    expect(collected.map(({ length }) => length)).toEqual([1, 1]);
    expect(sum).toBe(slashedUnits);
  });

  it('keeps no provider from claiming by itself when the payer withdraws, and from having it in its books', async () => {
    const ada = await (await openHome(homeOf('ada'))).key('device');
    const earned = async () => {
      const { providers } = await createHubClient(hub.url).network();
      return providers.find(({ provider }) => provider === ada.peerId)!.earnedUnits;
    };
    expect(await earned()).toBeGreaterThan(0n);
    await at('payer', 'wallet', 'withdraw', 'all');
    const booked = async () => {
      const events = await readBooks(path.join(homeOf('ada'), TAXPAYER_JOURNAL), systemClock);
      const income = events.filter(({ type }) => type === 'income.received');
      return income.reduce((total, { data }) => total + BigInt((data as { units: bigint | number }).units), 0n);
    };
    await untilTrue(async () => (await booked()) === (await earned()));
  }, 240_000);
});
