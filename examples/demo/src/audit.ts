import { type AccountOf, createBooks, settlementChart, transfer } from '@gristmill/ledger';
import { type Address, GristmillError } from '@gristmill/protocol';
import type { JobEvent } from 'gristmill';
import type { Player } from './cast.ts';
import type { Evidence } from './evidence.ts';
import { BOND_UNITS } from './world.ts';

/** What the demo claims of itself; each is computed, none is assumed. */
export interface Audit {
  checks: Check[];
  journal: { events: number; root: string; verified: boolean; anchored: boolean };
  money: MoneyTrail;
}

interface Check {
  name: string;
  holds: boolean;
  detail: string;
}

interface MoneyTrail {
  deposited: bigint;
  /** To the providers' wallets. */
  paid: bigint;
  setAside: bigint;
  remitted: bigint;
  refunded: bigint;
  /** Still in the escrow. */
  remaining: bigint;
  /** What the devices put at stake, what the liar lost of it, and what the others took back. */
  bonded: bigint;
  slashed: bigint;
  returned: bigint;
}

type Account = AccountOf<typeof settlementChart>;

/** Judges the evidence, and nothing but the evidence: twelve claims, each of which a false world would break. */
export function audit(evidence: Evidence): Audit {
  const { journal, settled } = evidence;
  const verified = journal.fault === null;
  const anchored = verified && journal.anchoredEvents > Math.max(...deliveries(evidence));
  const { money, balanced } = followMoney(evidence);
  return {
    checks: [
      {
        name: "the journal's hashes hold, and its root is the one on chain",
        holds: anchored,
        detail: journal.fault ?? `${journal.events} events, ${journal.anchoredEvents} of them anchored`,
      },
      {
        name: 'money is conserved to the last unit',
        holds: balanced,
        detail: `${money.deposited} = ${money.paid} paid + ${money.setAside} set aside + ${money.refunded} refunded`,
      },
      {
        name: 'every provider was paid exactly what it earned',
        holds: isPaidWhatItEarned(evidence),
        detail: `${settled.claims.length} claims`,
      },
      {
        name: 'every provider has what it was paid in its own books, and what was set aside of it',
        holds: isBooked(evidence),
        detail: settled.booked.map(({ name }) => name).join(', '),
      },
      {
        name: 'no lie was delivered: the picture is the reference run, byte for byte',
        holds: evidence.results.picture === evidence.results.reference,
        detail: evidence.results.picture.slice(0, 16),
      },
      {
        name: 'nor in the trend: its numbers are those of another JavaScript engine, digit for digit',
        holds: evidence.results.trend === evidence.results.trendReference,
        detail: evidence.results.trend.slice(0, 16),
      },
      acceptedOnce(evidence),
      liarCaught(evidence),
      bondSlashed(evidence),
      {
        name: 'what the lies cost went to who proved them and to whom they wronged; nobody else lost a unit of a bond',
        holds: isEveryBondAccountedFor(evidence),
        detail: `${money.bonded} = ${money.slashed} slashed + ${money.returned} returned`,
      },
      unfinishedDoneByOthers(evidence),
      finishedPaid(evidence),
    ],
    journal: { events: journal.events, root: journal.root, verified, anchored },
    money,
  };
}

/** Where in the journal each job was delivered; Infinity for one that was not. */
function deliveries({ jobs }: Evidence): number[] {
  return jobs.map(({ events }) => events.find(({ type }) => type === 'delivered')?.sequence ?? Infinity);
}

/** Posts every movement of money in double-entry books, and holds them against what the chain says of every wallet. */
function followMoney({ settled, chain, requestor, hub, taxAuthority, players }: Evidence): {
  money: MoneyTrail;
  balanced: boolean;
} {
  const { claims, remittance, refundedUnits, stakes } = settled;
  const { asset, account, before, after } = chain;
  const deposited = account.fundedUnits + refundedUnits;
  const books = createBooks(settlementChart);
  const escrow = `escrow:${requestor}` as const;
  const payer = `payer:${requestor}` as const;
  let overdrawn = false;
  const move = (from: Account, to: Account, units: bigint) => {
    try {
      if (units > 0n) books.post(transfer(asset, from, to, units));
    } catch (error) {
      if (!(error instanceof GristmillError) || error.code !== 'LEDGER_OVERDRAWN') throw error;
      overdrawn = true;
    }
  };
  move(payer, escrow, deposited);
  for (const { payee, setAsideUnits, walletUnits } of claims) {
    move(escrow, `provider:${payee}`, walletUnits);
    move(escrow, `vault:${payee}`, setAsideUnits);
  }
  const setAside = books.total('vault', asset);
  move(escrow, payer, refundedUnits);
  move(`vault:${remittance.taxpayer}`, `authority:${taxAuthority}`, remittance.units);
  const money = {
    deposited,
    paid: books.total('provider', asset),
    setAside,
    remitted: books.total('authority', asset),
    refunded: refundedUnits,
    remaining: account.balanceUnits,
    bonded: stakes.bonded,
    slashed: stakes.slashed,
    returned: stakes.returned,
  };

  const received = new Map<Address, bigint>([
    [requestor, refundedUnits + stakes.toRequestor - deposited],
    [hub, stakes.toProver],
    [taxAuthority, money.remitted],
  ]);
  for (const { key } of players) received.set(key.address, stakes.returnedTo.get(key.address) ?? 0n);
  for (const { wallet, walletUnits } of claims) received.set(wallet, (received.get(wallet) ?? 0n) + walletUnits);
  const { debits, credits } = books.trialBalance(asset);
  const balanced =
    !overdrawn &&
    debits === credits &&
    deposited === money.paid + money.setAside + money.refunded + money.remaining &&
    // The vault is a part of the escrow: one balance, and a ledger that says what of it is set aside.
    chain.escrow === books.total('escrow', asset) + books.total('vault', asset) &&
    sum(chain.setAside.values()) === books.total('vault', asset) &&
    chain.stake === stakes.bonded - stakes.returned - stakes.toProver - stakes.toRequestor &&
    [...received].every(([wallet, units]) => after.get(wallet) === (before.get(wallet) ?? 0n) + units);
  return { money, balanced };
}

/** The hub's view of each provider, the claims on chain and the bills of the jobs: three that must say the same. */
function isPaidWhatItEarned({ providers, jobs, settled: { claims } }: Evidence): boolean {
  return (
    providers.every(({ payee, earnedUnits }) => earnedUnits === paidTo(payee, { claims })) &&
    sum(claims.map(({ units }) => units)) === sum(jobs.map(({ view }) => view.spentUnits))
  );
}

/** Each device that runs keeps books of its own, and has written there what the chain paid it. */
function isBooked({ players, running, settled: { booked, claims } }: Evidence): boolean {
  const paid = players.flatMap(({ name, key }) => {
    const claim = claims.find(({ payee }) => payee === key.address);
    return claim === undefined || !running.has(name) ? [] : [{ name, claim }];
  });
  return (
    paid.length > 0 &&
    paid.every(({ name, claim }) => {
      const own = booked.find((books) => books.name === name);
      return own?.incomeUnits === claim.units && own.setAsideUnits === claim.setAsideUnits;
    })
  );
}

/** No task was leased after it had been verified, none verified twice, and nobody paid twice for one. */
function acceptedOnce({ jobs }: Evidence): Check {
  const again: string[] = [];
  for (const { view, events } of jobs) {
    const done = new Set<number>();
    for (const event of events) {
      if (event.type !== 'leased' && event.type !== 'verified') continue;
      if (done.has(event.taskIndex)) again.push(`${view.name}: task ${event.taskIndex} ${event.type} again`);
      if (event.type === 'leased') continue;
      done.add(event.taskIndex);
      if (new Set(event.providers).size !== event.providers.length) {
        again.push(`${view.name}: task ${event.taskIndex} paid twice to one`);
      }
    }
    if (done.size !== view.tasks) again.push(`${view.name}: ${done.size} of ${view.tasks} tasks verified`);
  }
  const tasks = jobs.reduce((count, { view }) => count + view.tasks, 0);
  return {
    name: 'nothing that was accepted was computed or paid again',
    holds: again.length === 0,
    detail: again.length === 0 ? `${tasks} tasks` : again.join(', '),
  };
}

/** Caught by the hub's count, and by the journal: no task of which its result was refused paid it. */
function liarCaught(evidence: Evidence): Check {
  const { key } = playerOf(evidence, 'liar');
  const view = viewOf(evidence, key);
  const paidForLies = evidence.jobs.flatMap(({ events }) => {
    const lies = new Set(
      events.flatMap((event) => (event.type === 'rejected' && event.provider === key.peerId ? [event.taskIndex] : [])),
    );
    return verifiedIn(events).filter(
      ({ taskIndex, providers }) => lies.has(taskIndex) && providers.includes(key.peerId),
    );
  });
  return {
    name: 'the liar was caught and not paid for its lies',
    holds: view.rejected > 0 && view.reputation < 0.5 && paidForLies.length === 0,
    detail: `${view.rejected} lies, reputation ${view.reputation.toFixed(2)}`,
  };
}

function bondSlashed(evidence: Evidence): Check {
  const { faults, slashed } = evidence.settled.stakes;
  const { peerId } = playerOf(evidence, 'liar').key;
  const slashes = faults.filter(({ slashedUnits }) => slashedUnits > 0n);
  return {
    name: 'its bond was slashed, for what two jurors or more saw to be wrong by running it again',
    holds:
      slashes.length > 0 &&
      slashes.every(
        ({ provider, verdicts }) => provider === peerId && new Set(verdicts.map(({ juror }) => juror)).size >= 2,
      ),
    detail: `${slashed} units for ${slashes.length} of ${faults.length} lies`,
  };
}

function isEveryBondAccountedFor(evidence: Evidence): boolean {
  const { stakes } = evidence.settled;
  const liar = playerOf(evidence, 'liar');
  return (
    stakes.slashed === stakes.toProver + stakes.toRequestor &&
    stakes.toProver > 0n &&
    stakes.toRequestor > 0n &&
    evidence.players.every(({ key }) => {
      const lost = key.peerId === liar.key.peerId ? stakes.slashed : 0n;
      return (stakes.returnedTo.get(key.address) ?? 0n) === BOND_UNITS - lost;
    })
  );
}

/** Every task that the killed one was given and never reported was verified by the word of others. */
function unfinishedDoneByOthers(evidence: Evidence): Check {
  const { name, key } = playerOf(evidence, 'killed');
  let allDone = true;
  const unfinished: string[] = [];
  for (const { events } of evidence.jobs) {
    const reported = new Set(events.flatMap((event) => (event.type === 'reported' ? [event.attemptId] : [])));
    for (const event of events) {
      if (event.type !== 'leased' || event.provider !== key.peerId || reported.has(event.attemptId)) continue;
      unfinished.push(`${event.taskIndex}`);
      allDone &&= verifiedIn(events).some(
        ({ taskIndex, providers }) => taskIndex === event.taskIndex && !providers.includes(key.peerId),
      );
    }
  }
  return {
    name: "the killed provider's unfinished tiles were done by others",
    holds: !evidence.running.has(name) && allDone,
    detail: unfinished.length > 0 ? `tile ${unfinished.join(', ')}` : 'it died between two tiles',
  };
}

function finishedPaid(evidence: Evidence): Check {
  const { key } = playerOf(evidence, 'killed');
  const finished = evidence.jobs.flatMap(({ events }) =>
    verifiedIn(events).filter(({ providers }) => providers.includes(key.peerId)),
  );
  const paid = paidTo(key.address, evidence.settled);
  return {
    name: 'what it had finished was paid',
    holds: finished.length > 0 && paid > 0n && paid === viewOf(evidence, key).earnedUnits,
    detail: `${finished.length} tiles`,
  };
}

function verifiedIn(events: readonly JobEvent[]) {
  return events.filter((event) => event.type === 'verified');
}

function playerOf({ players }: Evidence, role: Player['role']): Player {
  return players.find((player) => player.role === role)!;
}

function viewOf({ providers }: Evidence, { peerId }: Player['key']) {
  return providers.find(({ provider }) => provider === peerId)!;
}

function paidTo(address: Address, { claims }: Pick<Evidence['settled'], 'claims'>): bigint {
  return sum(claims.filter(({ payee }) => payee === address).map(({ units }) => units));
}

function sum(units: Iterable<bigint>): bigint {
  return [...units].reduce((total, each) => total + each, 0n);
}
