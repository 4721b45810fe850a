import { type Address, address, type Cid, digestOf, type Signature } from '@gristmill/protocol';
import { encodeFunctionData, type Hex, parseEventLogs, toHex, zeroAddress } from 'viem';
import { escrowAbi } from '../abi/escrow.ts';
import { authorityId, authorityName, obligationId } from './authority.ts';
import type { ChainConnection } from '../chain/chain.ts';
import type { Deployment } from '../chain/deployment.ts';
import { type Sent, sentBy } from '../chain/sent.ts';
import { type Refund, refundTypedData } from '../chain/typed-data.ts';

/** How a payee wants its payouts split. */
export interface PayoutPlan {
  /** Where what is not set aside goes. */
  wallet: Address;
  /** The tax authority that money is set aside for, by name. */
  authority: string;
  /** Millionths of each payout; the amount is rounded up. */
  setAsidePpm: number;
}

/** An authority's word that set-aside money goes back to the taxpayer, for the return that was filed. */
export interface SignedRefund {
  refund: Refund;
  /** Of the key or contract wallet at the authority's payout address. */
  signature: Signature;
}

/** Set-aside: how payouts are split, and where the money for taxes goes. */
export interface Taxes {
  /** Sets how this key's own payouts are split from now on. */
  setPayoutPlan(plan: PayoutPlan): Promise<Sent>;
  /** From now on all of this key's payouts go to its own address. */
  clearPayoutPlan(): Promise<Sent>;
  payoutPlan(payee: Address): Promise<PayoutPlan | null>;
  setAsideOf(taxpayer: Address, authority: string): Promise<bigint>;
  /** Where an authority is paid; null when it is not registered. */
  authorityAddress(authority: string): Promise<Address | null>;
  /** Pays an authority from own set-aside money, once per obligation (any text that names it). */
  remit(options: {
    authority: string;
    units: bigint;
    obligation: string;
  }): Promise<Sent & { payoutAddress: Address; units: bigint }>;
  /** What was remitted for an obligation; 0 when it was not paid yet. */
  remittedUnits(options: { taxpayer: Address; authority: string; obligation: string }): Promise<bigint>;
  /** As the authority: agrees that set-aside money goes back, for the return of this content. */
  signRefund(refund: { taxpayer: Address; authority: string; filedReturn: Cid; units: bigint }): Promise<SignedRefund>;
  /** Takes own set-aside money back, by the authority's word, once per return. */
  refund(signed: SignedRefund): Promise<Sent>;
}

export function createTaxes(chain: ChainConnection, { escrow, router, taxVault }: Deployment): Taxes {
  const ofRouter = { address: router, abi: escrowAbi } as const;
  const ofVault = { address: taxVault, abi: escrowAbi } as const;
  const send = async (action: string, to: Address, data: Hex) => sentBy(await chain.transact(action, { to, data }));

  return {
    async setPayoutPlan({ wallet, authority, setAsidePpm }) {
      const args = [wallet, authorityId(authority), setAsidePpm] as const;
      const data = encodeFunctionData({ ...ofRouter, functionName: 'setPlan', args });
      return await send('PayoutRouter.setPlan', router, data);
    },

    async clearPayoutPlan() {
      const data = encodeFunctionData({ ...ofRouter, functionName: 'clearPlan' });
      return await send('PayoutRouter.clearPlan', router, data);
    },

    async payoutPlan(payee) {
      const [wallet, setAsidePpm, authority] = await chain.read('PayoutRouter.planOf', (reader) =>
        reader.readContract({ ...ofRouter, functionName: 'planOf', args: [payee] }),
      );
      if (wallet === zeroAddress) return null;
      return { wallet: address.parse(wallet), authority: authorityName(authority), setAsidePpm };
    },

    async setAsideOf(taxpayer, authority) {
      return await chain.read('TaxVault.setAsideOf', (reader) =>
        reader.readContract({ ...ofVault, functionName: 'setAsideOf', args: [taxpayer, authorityId(authority)] }),
      );
    },

    async authorityAddress(authority) {
      const payoutAddress = await chain.read('TaxVault.payoutAddressOf', (reader) =>
        reader.readContract({ ...ofVault, functionName: 'payoutAddressOf', args: [authorityId(authority)] }),
      );
      return payoutAddress === zeroAddress ? null : address.parse(payoutAddress);
    },

    async remit({ authority, units, obligation }) {
      const args = [authorityId(authority), units, obligationId(obligation)] as const;
      const data = encodeFunctionData({ ...ofVault, functionName: 'remit', args });
      const receipt = await chain.transact('TaxVault.remit', { to: taxVault, data });
      const [remitted] = parseEventLogs({ ...ofVault, logs: receipt.logs, eventName: 'Remitted' });
      const { payoutAddress, amount } = remitted!.args;
      return { ...sentBy(receipt), payoutAddress: address.parse(payoutAddress), units: amount };
    },

    async remittedUnits({ taxpayer, authority, obligation }) {
      const args = [taxpayer, authorityId(authority), obligationId(obligation)] as const;
      return await chain.read('TaxVault.remittedFor', (reader) =>
        reader.readContract({ ...ofVault, functionName: 'remittedFor', args }),
      );
    },

    async signRefund({ authority, filedReturn, ...of }) {
      const [id, digest] = [authorityId(authority), toHex(digestOf(filedReturn))];
      const refund = { ...of, chainId: chain.chainId, escrow, authority: id, filedReturn: digest };
      return { refund, signature: await chain.account.signTypedData(refundTypedData(refund)) };
    },

    async refund({ refund: { authority, units, filedReturn }, signature }) {
      const args = [authority, units, filedReturn, signature] as const;
      const data = encodeFunctionData({ ...ofVault, functionName: 'refund', args });
      return await send('TaxVault.refund', taxVault, data);
    },
  };
}
