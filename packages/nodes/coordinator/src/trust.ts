import { type Address, addressOfPeer, type PeerId } from '@gristmill/protocol';
import { isTrusted, newcomer } from '@gristmill/verification';
import type { Bonds } from './bonds.ts';
import type { State } from './state.ts';

/** Whose word counts, by its results and its bond. Bonds are known from the chain's last answer: asking stops no work. */
export interface Trust {
  isTrusted(peer: PeerId): boolean;
  /** What its bond holds to be slashed, and what of it new work may count on, in minor units; nothing while unknown. */
  bondOf(peer: PeerId): Bond;
  /** Resolves when the chain has said what a provider has at stake, or could not; null when that is known. */
  ready(peer: PeerId): Promise<void> | null;
  /** Asks the chain anew. Never rejects: while the chain is away, the last answer stands. */
  learn(peer: PeerId): Promise<void>;
  /** The same for whoever has this address; nothing when it is nobody here. */
  learnOf(provider: Address): Promise<void>;
}

interface Bond {
  bondedUnits: bigint;
  securedUnits: bigint;
}

const NO_BOND: Bond = { bondedUnits: 0n, securedUnits: 0n };

export function createTrust({
  state,
  bonds,
  bondUnitsMin,
  onChange,
  log,
}: {
  state: State;
  /** Null where there are no bonds; then results alone count. */
  bonds: Pick<Bonds, 'bondOf'> | null;
  /** What a newcomer must have bonded for its word to count at once. */
  bondUnitsMin: bigint;
  onChange: (peer: PeerId) => void;
  log: (message: string, error?: unknown) => void;
}): Trust {
  const known = new Map<PeerId, Bond>();
  const peers = new Map<Address, PeerId>();
  const asking = new Map<PeerId, Promise<void>>();

  async function ask(peer: PeerId, address: Address): Promise<void> {
    try {
      const before = bondOf(peer);
      const bond = await bonds!.bondOf(address);
      known.set(peer, bond);
      if (bond.bondedUnits !== before.bondedUnits || bond.securedUnits !== before.securedUnits) onChange(peer);
    } catch (error) {
      log(`The bond of ${peer} could not be asked for.`, error);
    }
  }

  function bondOf(peer: PeerId): Bond {
    return known.get(peer) ?? NO_BOND;
  }

  function learn(peer: PeerId): Promise<void> {
    if (bonds === null) return Promise.resolve();
    const address = addressOfPeer(peer);
    peers.set(address, peer);
    // What changes while the chain answers is asked for again.
    const asked = (asking.get(peer) ?? Promise.resolve()).then(() => ask(peer, address));
    asking.set(peer, asked);
    return asked.finally(() => {
      if (asking.get(peer) === asked) asking.delete(peer);
    });
  }

  return {
    isTrusted: (peer) =>
      isTrusted(state.providers.get(peer)?.standing ?? newcomer, bondOf(peer).securedUnits, bondUnitsMin),
    bondOf,
    ready: (peer) => (bonds === null || known.has(peer) ? null : (asking.get(peer) ?? learn(peer))),
    learn,
    async learnOf(provider) {
      const peer = peers.get(provider);
      if (peer !== undefined) await learn(peer);
    },
  };
}
