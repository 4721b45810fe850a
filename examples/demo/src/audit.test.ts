import type { Address, ProviderView } from '@gristmill/protocol';
import type { JobEvent, JobView } from 'gristmill';
import { expect, it } from 'vitest';
import { audit } from './audit.ts';
import { castOf, keyOf, type Player } from './cast.ts';
import type { Evidence } from './evidence.ts';
import { BOND_UNITS } from './world.ts';

/** A world in which all is well, small enough to be read: two jobs, four tasks, 320 units earned. */
const players = castOf(1);
const [ada, blaise, chien, mallory, wyatt] = players as [Player, Player, Player, Player, Player];
const requestor = keyOf(1, 'requestor').address;
const hub = keyOf(1, 'hub').address;
const taxAuthority = keyOf(1, 'authority').address;
const stranger = keyOf(1, 'stranger').address;

const EARNED = new Map<Player, [wallet: bigint, setAside: bigint]>([
  [ada, [70n, 30n]],
  [blaise, [80n, 20n]],
  [chien, [45n, 15n]],
  [mallory, [30n, 10n]],
  [wyatt, [15n, 5n]],
]);
const AWARD = BOND_UNITS / 2n;

let sequence = 0;
const leased = (taskIndex: number, { name, key }: Player) =>
  ({ type: 'leased', taskIndex, attemptId: `${taskIndex} ${name}`, provider: key.peerId }) as const;
const reported = (taskIndex: number, player: Player) => ({ ...leased(taskIndex, player), type: 'reported' }) as const;
const rejected = (taskIndex: number, player: Player) => ({ ...leased(taskIndex, player), type: 'rejected' }) as const;
const verified = (taskIndex: number, ...by: Player[]) =>
  ({ type: 'verified', taskIndex, providers: by.map(({ key }) => key.peerId) }) as const;

/** A job with as much of its views as the audit reads. */
function job(name: string, tasks: number, spentUnits: bigint, events: object[]) {
  return {
    view: { name, tasks, spentUnits } as JobView,
    events: [...events, { type: 'delivered' }].map((event) => ({ ...event, sequence: sequence++ }) as JobEvent),
  };
}

const picture = job(
  'picture',
  3,
  220n,
  [
    [leased(0, ada), leased(0, wyatt), reported(0, ada), reported(0, wyatt), verified(0, ada, wyatt)],
    [leased(1, mallory), leased(1, blaise), leased(1, chien), reported(1, mallory), reported(1, blaise)],
    [reported(1, chien), rejected(1, mallory), verified(1, blaise, chien)],
    [leased(2, wyatt), leased(2, ada), leased(2, blaise), reported(2, ada), reported(2, blaise)],
    [verified(2, ada, blaise)],
  ].flat(),
);
const trend = job('trend', 1, 100n, [
  leased(0, chien),
  leased(0, mallory),
  reported(0, chien),
  reported(0, mallory),
  verified(0, chien, mallory),
]);
const delivered = sequence;

const truth: Evidence = {
  players,
  running: new Set(['the hub', 'ada', 'blaise', 'chien', 'mallory']),
  requestor,
  hub,
  taxAuthority,
  journal: { events: delivered + 9, root: 'ab', fault: null, anchoredEvents: delivered },
  jobs: [picture, trend],
  providers: players.map(
    (player) =>
      ({
        provider: player.key.peerId,
        payee: player.key.address,
        earnedUnits: sum(EARNED.get(player)!),
        rejected: player === mallory ? 1 : 0,
        reputation: player === mallory ? 0.1 : 0.9,
      }) as ProviderView,
  ),
  results: { picture: 'p', reference: 'p', trend: 't', trendReference: 't' },
  settled: {
    claims: players.map((player) => {
      const [walletUnits, setAsideUnits] = EARNED.get(player)!;
      const { address } = player.key;
      const units = walletUnits + setAsideUnits;
      return { payer: requestor, signer: hub, payee: address, wallet: address, units, walletUnits, setAsideUnits };
    }),
    booked: [ada, blaise, chien, mallory].map((player) => {
      const [wallet, setAsideUnits] = EARNED.get(player)!;
      return { name: player.name, incomeUnits: wallet + setAsideUnits, setAsideUnits };
    }),
    remittance: { taxpayer: ada.key.address, units: 25n },
    refundedUnits: 680n,
    stakes: {
      bonded: 5n * BOND_UNITS,
      slashed: BOND_UNITS,
      returned: 4n * BOND_UNITS,
      toProver: AWARD,
      toRequestor: AWARD,
      faults: [
        { provider: mallory.key.peerId, slashedUnits: BOND_UNITS, verdicts: [{ juror: hub }, { juror: stranger }] },
      ],
      returnedTo: new Map([ada, blaise, chien, wyatt].map(({ key }) => [key.address, BOND_UNITS])),
    },
  } as unknown as Evidence['settled'],
  chain: {
    asset: 'GUSD',
    account: { fundedUnits: 320n, balanceUnits: 0n },
    escrow: 55n,
    stake: 0n,
    setAside: new Map(
      players.map((player) => [player.key.address, EARNED.get(player)![1] - (player === ada ? 25n : 0n)]),
    ),
    before: new Map([[requestor, 5000n]]),
    after: new Map<Address, bigint>([
      [requestor, 5000n - 1000n + 680n + AWARD],
      [hub, AWARD],
      [taxAuthority, 25n],
      ...players.map((player): [Address, bigint] => [
        player.key.address,
        EARNED.get(player)![0] + (player === mallory ? 0n : BOND_UNITS),
      ]),
    ]),
  },
};

function sum(units: readonly bigint[]): bigint {
  return units.reduce((total, each) => total + each, 0n);
}

const settledWith = (settled: Partial<Evidence['settled']>) => ({ settled: { ...truth.settled, ...settled } });
const stakesWith = (stakes: Partial<Evidence['settled']['stakes']>) =>
  settledWith({ stakes: { ...truth.settled.stakes, ...stakes } });
const chainWith = (chain: Partial<Evidence['chain']>) => ({ chain: { ...truth.chain, ...chain } });
const pictureWith = (change: (events: readonly JobEvent[]) => readonly JobEvent[]) => ({
  jobs: [{ ...picture, events: change(picture.events) }, trend],
});
const afterWith = (at: Address, more: bigint) => chainWith({ after: plus(truth.chain.after, at, more) });
const providersWith = (player: Player, change: Partial<ProviderView>) => ({
  providers: truth.providers.map((view) => (view.provider === player.key.peerId ? { ...view, ...change } : view)),
});
const fault = truth.settled.stakes.faults[0]!;

function plus(units: ReadonlyMap<Address, bigint>, at: Address, more: bigint): Map<Address, bigint> {
  return new Map(units).set(at, (units.get(at) ?? 0n) + more);
}

const JOURNAL = "the journal's hashes hold, and its root is the one on chain";
const CONSERVED = 'money is conserved to the last unit';
const PAID = 'every provider was paid exactly what it earned';
const BOOKED = 'every provider has what it was paid in its own books, and what was set aside of it';
const PICTURE = 'no lie was delivered: the picture is the reference run, byte for byte';
const TREND = 'nor in the trend: its numbers are those of another JavaScript engine, digit for digit';
const ONCE = 'nothing that was accepted was computed or paid again';
const CAUGHT = 'the liar was caught and not paid for its lies';
const SLASHED = 'its bond was slashed, for what two jurors or more saw to be wrong by running it again';
const AWARDED =
  'what the lies cost went to who proved them and to whom they wronged; nobody else lost a unit of a bond';
const RESCUED = "the killed provider's unfinished tiles were done by others";
const OWED = 'what it had finished was paid';

it('holds every claim in a world in which all is well', () => {
  const { checks, money, journal } = audit(truth);
  expect(checks.map(({ name, holds }) => [name, holds])).toEqual(
    [JOURNAL, CONSERVED, PAID, BOOKED, PICTURE, TREND, ONCE, CAUGHT, SLASHED, AWARDED, RESCUED, OWED].map((name) => [
      name,
      true,
    ]),
  );
  expect(money).toMatchObject({ deposited: 1000n, paid: 240n, setAside: 80n, remitted: 25n, refunded: 680n });
  expect(journal).toEqual({ events: delivered + 9, root: 'ab', verified: true, anchored: true });
});

const [adasClaim] = truth.settled.claims;
const isOther = (index: number) => (_: unknown, at: number) => at !== index;

it.each<[lie: string, broken: string[], change: Partial<Evidence>]>([
  ['a journal with a flipped bit', [JOURNAL], { journal: { ...truth.journal, fault: 'JOURNAL_CORRUPT' } }],
  ['an anchor older than a delivery', [JOURNAL], { journal: { ...truth.journal, anchoredEvents: delivered - 1 } }],
  ['a job that was never delivered', [JOURNAL], pictureWith((events) => events.filter(isOther(events.length - 1)))],
  ['a unit too much in the escrow', [CONSERVED], chainWith({ escrow: 56n })],
  ['a unit left in a bond', [CONSERVED], chainWith({ stake: 1n })],
  ['a unit set aside twice', [CONSERVED], chainWith({ setAside: plus(truth.chain.setAside, ada.key.address, 1n) })],
  ["a unit too few in a provider's wallet", [CONSERVED], afterWith(blaise.key.address, -1n)],
  ["a unit too few in the requestor's wallet", [CONSERVED], afterWith(requestor, -1n)],
  ['an award that did not arrive', [CONSERVED], afterWith(hub, -AWARD)],
  ['a tax payment that did not arrive', [CONSERVED], afterWith(taxAuthority, -25n)],
  [
    'money paid to nobody who worked',
    [CONSERVED, PAID],
    settledWith({ claims: [...truth.settled.claims, { ...adasClaim!, payee: stranger, wallet: stranger }] }),
  ],
  ['a provider that earned more than it was paid', [PAID], providersWith(chien, { earnedUnits: 61n })],
  [
    'a bill that is not what was paid',
    [PAID],
    { jobs: [picture, { ...trend, view: { ...trend.view, spentUnits: 99n } }] },
  ],
  ['books without a word of it', [BOOKED], settledWith({ booked: truth.settled.booked.filter(isOther(2)) })],
  [
    'books that forget the set-aside',
    [BOOKED],
    settledWith({ booked: truth.settled.booked.map((books) => ({ ...books, setAsideUnits: 0n })) }),
  ],
  ['another picture', [PICTURE], { results: { ...truth.results, picture: 'q' } }],
  ['other numbers', [TREND], { results: { ...truth.results, trend: 'u' } }],
  [
    'a lease of what was verified',
    [ONCE],
    pictureWith((events) => [...events, { ...leased(0, chien), sequence: 99 } as JobEvent, ...reportOf(0, chien)]),
  ],
  [
    'a task verified twice',
    [ONCE],
    pictureWith((events) => [...events, events.find(({ type }) => type === 'verified')!]),
  ],
  [
    'one paid twice for a task',
    [ONCE],
    pictureWith((events) =>
      events.map((event) => (event.type === 'verified' && event.taskIndex === 2 ? again(event) : event)),
    ),
  ],
  ['a liar that nobody caught', [CAUGHT], providersWith(mallory, { rejected: 0 })],
  ['a liar that is still believed', [CAUGHT], providersWith(mallory, { reputation: 0.8 })],
  [
    'a lie that was paid',
    [CAUGHT],
    pictureWith((events) =>
      events.map((event) =>
        event.type === 'verified' && event.taskIndex === 1
          ? { ...event, providers: [...event.providers, mallory.key.peerId] }
          : event,
      ),
    ),
  ],
  ['nobody slashed', [SLASHED], stakesWith({ faults: [] })],
  ['an honest one slashed', [SLASHED], stakesWith({ faults: [{ ...fault, provider: ada.key.peerId }] })],
  [
    'one juror who signed twice',
    [SLASHED],
    stakesWith({ faults: [{ ...fault, verdicts: [fault.verdicts[0]!, fault.verdicts[0]!] }] }),
  ],
  ['a requestor without its share', [CONSERVED, AWARDED], stakesWith({ toRequestor: 0n })],
  [
    'an honest one with a unit less, another with a unit more',
    [CONSERVED, AWARDED],
    stakesWith({
      returnedTo: plus(plus(truth.settled.stakes.returnedTo, ada.key.address, -1n), blaise.key.address, 1n),
    }),
  ],
  [
    'a killed provider that lives and keeps no books',
    [BOOKED, RESCUED],
    { running: new Set([...truth.running, 'wyatt']) },
  ],
  [
    'a tile that nobody else did',
    [RESCUED],
    pictureWith((events) =>
      events.map((event) =>
        event.type === 'verified' && event.taskIndex === 2 ? { ...event, providers: [wyatt.key.peerId] } : event,
      ),
    ),
  ],
  [
    'a killed provider that was not paid',
    [CONSERVED, PAID, OWED],
    settledWith({ claims: truth.settled.claims.filter(isOther(4)) }),
  ],
  ['a killed provider that had finished nothing', [OWED], pictureWith((events) => events.map(withoutWyatt))],
])('is broken by %s', (_, broken, change) => {
  const failed = audit({ ...truth, ...change }).checks.filter(({ holds }) => !holds);
  expect(failed.map(({ name }) => name)).toEqual(broken);
});

function reportOf(taskIndex: number, player: Player): JobEvent[] {
  return [{ ...reported(taskIndex, player), sequence: 100 } as JobEvent];
}

function again(event: JobEvent & { type: 'verified' }): JobEvent {
  return { ...event, providers: [...event.providers, event.providers[0]!] };
}

function withoutWyatt(event: JobEvent): JobEvent {
  if (event.type !== 'verified') return event;
  return { ...event, providers: event.providers.filter((provider) => provider !== wyatt.key.peerId) };
}
