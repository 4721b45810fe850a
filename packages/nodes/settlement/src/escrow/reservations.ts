import { type Address, address, type SignedReservation } from '@gristmill/protocol';
import { encodeFunctionData, type Hex, padHex } from 'viem';
import { escrowAbi } from '../abi/escrow.ts';
import type { ChainConnection, ChainReader } from '../chain/chain.ts';
import type { Deployment } from '../chain/deployment.ts';
import { logsOf } from '../chain/logs.ts';
import { type Sent, sentBy } from '../chain/sent.ts';
import { reservationTypedData } from '../chain/typed-data.ts';

/** A payee on one account. */
export interface Channel {
  payer: Address;
  signer: Address;
  payee: Address;
}

/** What is kept for a payee on one account, in minor units. */
export interface ReservationState {
  /** What its vouchers have drawn so far. */
  claimedUnits: bigint;
  /** Kept for it alone, what it has drawn included; 0 when nothing is. */
  reservedUnits: bigint;
  /** What its vouchers can draw for certain, what they have drawn included: the larger of the two. */
  securedUnits: bigint;
  /** Unix time in seconds from which the payer can end the reservation; null when it did not announce that. */
  releasableAt: number | null;
  /** How often a reservation of this payee was released. */
  releases: number;
}

/** Reservations: money of an account that is kept for one payee alone, whatever else its signer promises. */
export interface Reservations {
  /**
   * As a signer: keeps money for one payee, so that its vouchers up to `cumulative` are paid whatever else this key
   * promises. It also makes each of its claims cheaper.
   */
  reserve(promise: { payer: Address; payee: Address; cumulative: bigint }): Promise<Sent>;
  /** As a signer: gives the word for a reservation, which anybody can bring to the chain. */
  signReservation(promise: { payer: Address; payee: Address; cumulative: bigint }): Promise<SignedReservation>;
  /** Brings a signer's word to the chain. Like all that sends, it is refused before it costs anything when it is no good. */
  sendReservation(signed: SignedReservation): Promise<Sent>;
  reservationOf(channel: Channel): Promise<ReservationState>;
  /** What vouchers of this payee can draw for certain, what they have drawn included. */
  securedUnits(channel: Channel): Promise<bigint>;
  /** As a payer: announces that what is reserved and unclaimed is wanted back. */
  requestRelease(channel: { signer: Address; payee: Address }): Promise<Sent>;
  /** As a payer: takes that back. */
  cancelRelease(channel: { signer: Address; payee: Address }): Promise<Sent>;
  /**
   * Gives what is reserved and was not claimed back to the account: for the payee at any time, for everybody else once
   * the challenge delay after the payer's announcement is over. Default payee: this key.
   */
  release(channel: { payer: Address; signer: Address; payee?: Address }): Promise<Sent>;
}

export function createReservations(chain: ChainConnection, escrow: Address, signer: Address): Reservations {
  const contract = { address: escrow, abi: escrowAbi } as const;
  const send = async (name: string, data: Hex) => sentBy(await chain.transact(`Escrow.${name}`, { to: escrow, data }));
  const stateOf = (channel: Channel) => reservationStateOf(chain, escrow, channel);

  async function wordOf({ payer, payee, cumulative }: { payer: Address; payee: Address; cumulative: bigint }) {
    const { releases } = await stateOf({ payer, signer, payee });
    return { chainId: chain.chainId, escrow, payer, signer, payee, cumulative, releases };
  }

  return {
    async reserve(promise) {
      const args = [reservationTypedData(await wordOf(promise)).message, '0x'] as const;
      return await send('reserve', encodeFunctionData({ ...contract, functionName: 'reserve', args }));
    },

    async signReservation(promise) {
      const reservation = await wordOf(promise);
      return { reservation, signature: await chain.account.signTypedData(reservationTypedData(reservation)) };
    },

    async sendReservation({ reservation, signature }) {
      const args = [reservationTypedData(reservation).message, signature] as const;
      return await send('reserve', encodeFunctionData({ ...contract, functionName: 'reserve', args }));
    },

    reservationOf: stateOf,

    async securedUnits(channel) {
      return (await stateOf(channel)).securedUnits;
    },

    async requestRelease({ signer: by, payee }) {
      const data = encodeFunctionData({ ...contract, functionName: 'requestRelease', args: [by, payee] });
      return await send('requestRelease', data);
    },

    async cancelRelease({ signer: by, payee }) {
      const data = encodeFunctionData({ ...contract, functionName: 'cancelRelease', args: [by, payee] });
      return await send('cancelRelease', data);
    },

    async release({ payer, signer: by, payee = signer }) {
      const data = encodeFunctionData({ ...contract, functionName: 'release', args: [payer, by, payee] });
      return await send('release', data);
    },
  };
}

async function reservationStateOf(
  chain: Pick<ChainReader, 'read'>,
  escrow: Address,
  { payer, signer, payee }: Channel,
): Promise<ReservationState> {
  const [claimedUnits, reservedUnits, releasableAt, releases] = await chain.read('Escrow.channelOf', (reader) =>
    reader.readContract({ address: escrow, abi: escrowAbi, functionName: 'channelOf', args: [payer, signer, payee] }),
  );
  return {
    claimedUnits,
    reservedUnits,
    securedUnits: claimedUnits > reservedUnits ? claimedUnits : reservedUnits,
    releasableAt: releasableAt === 0 ? null : releasableAt,
    releases,
  };
}

/** Blocks that are read again each time: a re-organisation may have put a reservation into them since. */
const REORG_BLOCKS_MAX = 256n;

/**
 * What is kept for whom on one signer's accounts. Who it might be is in the logs, of which each is read once; how much it
 * is, the chain is asked each time.
 */
export function createReservationBook(
  chain: Pick<ChainReader, 'read'>,
  { escrow, deployedAtBlock }: Pick<Deployment, 'escrow' | 'deployedAtBlock'>,
  signer: Address,
): (payer: Address) => Promise<Map<Address, bigint>> {
  const read = new Map<Address, { payees: Set<Address>; next: bigint }>();
  return async (payer) => {
    const known = read.get(payer) ?? { payees: new Set<Address>(), next: BigInt(deployedAtBlock) };
    const newest = await chain.read('Reading the block number', (reader) => reader.getBlockNumber({ cacheTime: 0 }));
    const logs = await logsOf(chain, {
      address: escrow,
      abi: escrowAbi,
      events: ['Reserved'],
      indexed: [padHex(payer, { size: 32 }), padHex(signer, { size: 32 })],
      fromBlock: known.next,
      toBlock: newest,
    });
    for (const { args } of logs) known.payees.add(address.parse(args.payee));
    const again = newest - REORG_BLOCKS_MAX;
    read.set(payer, { payees: known.payees, next: again > known.next ? again : known.next });

    const states = await Promise.all(
      [...known.payees].map(async (payee) => ({
        payee,
        ...(await reservationStateOf(chain, escrow, { payer, signer, payee })),
      })),
    );
    return new Map(
      states
        .filter(({ reservedUnits, claimedUnits }) => reservedUnits > claimedUnits)
        .map(({ payee, reservedUnits }) => [payee, reservedUnits]),
    );
  };
}
