import { type Address, type DepositAuthorization, GristmillError } from '@gristmill/protocol';
import { encodeFunctionData, hashTypedData, type Hex, parseSignature, toHex } from 'viem';
import { escrowAbi } from '../abi/escrow.ts';
import type { ChainConnection } from '../chain/chain.ts';
import type { Deployment } from '../chain/deployment.ts';
import { readTokenDomain } from '../chain/permit.ts';
import { type Sent, sentBy } from '../chain/sent.ts';
import { isSignedByKey } from '../chain/signed-by.ts';
import { depositTypedData } from '../chain/typed-data.ts';

const VALID_SECONDS = 3600;

/** Deposits by EIP-3009: the payer signs, and somebody else, a hub for instance, pays for the transaction. */
export interface SponsoredDeposits {
  /**
   * As a payer: gives the word for a deposit, good for `validSeconds` (default an hour), for this signer only, and once.
   * The payer needs no coin for gas.
   */
  signDeposit(deposit: { signer: Address; units: bigint; validSeconds?: number }): Promise<DepositAuthorization>;
  /**
   * Brings a payer's word to the chain. It is refused before it costs anything when it is no good; sent a second time, the
   * token refuses it, so after `CHAIN_UNREACHABLE` it can simply be sent again.
   *
   * @throws GristmillError `DEPOSIT_WRONG_CHAIN`, `DEPOSIT_WRONG_ESCROW`, `DEPOSIT_NOT_VALID_NOW`, `DEPOSIT_SIGNATURE_INVALID`
   */
  depositAuthorized(authorization: DepositAuthorization): Promise<Sent>;
}

export function createSponsoredDeposits(
  chain: ChainConnection,
  deployment: Deployment,
  signer: Address,
): SponsoredDeposits {
  const { escrow } = deployment;
  const newestTimestamp = async () =>
    Number((await chain.read('Reading the newest block', (reader) => reader.getBlock())).timestamp);

  return {
    async signDeposit({ signer: by, units, validSeconds = VALID_SECONDS }) {
      const [domain, now] = await Promise.all([readTokenDomain(chain, deployment.token), newestTimestamp()]);
      const word = {
        chainId: chain.chainId,
        escrow,
        payer: signer,
        signer: by,
        units,
        validAfter: 0,
        validBefore: now + validSeconds,
        salt: toHex(crypto.getRandomValues(new Uint8Array(32))),
      };
      return { ...word, signature: await chain.account.signTypedData(depositTypedData(word, domain)) };
    },

    async depositAuthorized(authorization) {
      await expectGood(authorization);
      const { payer, signer: by, units, validAfter, validBefore, salt, signature } = authorization;
      const { r, s, yParity } = parseSignature(signature);
      const data = encodeFunctionData({
        abi: escrowAbi,
        functionName: 'depositWithAuthorization',
        args: [payer, by, units, BigInt(validAfter), BigInt(validBefore), salt, 27 + yParity, r, s],
      });
      return sentBy(await chain.transact('Escrow.depositWithAuthorization', { to: escrow, data }));
    },
  };

  async function expectGood(authorization: DepositAuthorization): Promise<void> {
    const { chainId, payer, validAfter, validBefore, signature } = authorization;
    if (chainId !== chain.chainId) {
      throw refusal('DEPOSIT_WRONG_CHAIN', `The deposit is for chain ${chainId}, not for chain ${chain.chainId}.`);
    }
    if (authorization.escrow !== escrow) {
      throw refusal('DEPOSIT_WRONG_ESCROW', `The deposit is for escrow ${authorization.escrow}, not for ${escrow}.`);
    }
    const [domain, now] = await Promise.all([readTokenDomain(chain, deployment.token), newestTimestamp()]);
    if (now <= validAfter || now >= validBefore) {
      throw refusal(
        'DEPOSIT_NOT_VALID_NOW',
        `The deposit is good after ${validAfter} and before ${validBefore}, and it is ${now} (Unix seconds).`,
      );
    }
    const digest: Hex = hashTypedData(depositTypedData(authorization, domain));
    if (!(await isSignedByKey(payer, digest, signature))) {
      throw refusal('DEPOSIT_SIGNATURE_INVALID', `The deposit of ${authorization.units} is not signed by ${payer}.`);
    }
  }
}

function refusal(code: string, message: string): GristmillError {
  return new GristmillError(code, message, {
    hint: "Have the payer sign a deposit into this network's escrow anew.",
    fault: 'peer',
  });
}
