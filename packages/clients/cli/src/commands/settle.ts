import { formatUnits, GristmillError, parseUnits } from '@gristmill/protocol';
import { openVoucherFile } from '@gristmill/provider';
import {
  type ClaimPlan,
  type ClaimTerms,
  createSettlementClient,
  type SettlementClient,
  type SkippedClaim,
  verifyVoucher,
} from '@gristmill/settlement';
import type { Command } from 'commander';
import { createHubClient, DEFAULT_HUB } from 'gristmill';
import { openHome } from '../home.ts';
import { readNamedFile, wholeNumber } from '../input.ts';
import { createOutput } from '../output.ts';
import { table } from '../table.ts';
import { openWallet, settlementOf } from '../wallet.ts';

interface SettleOptions {
  hub: string;
  home?: string;
  vouchers?: string;
  coinPrice?: string;
  feeShare: string;
  json?: boolean;
}

const PPM_PER_PERCENT = 10_000n;
const WEI_PER_COIN = 10n ** 18n;

export function addSettle(program: Command): void {
  program
    .command('settle')
    .summary('claim vouchers on chain, all in one transaction')
    .description(
      "Claims every provider's newest voucher, or those in a file of one's own. Anyone may send the claim: the money only " +
        'ever goes to the payees, through their own payout plans (the share for taxes to the vault, the rest to the ' +
        'wallet). The sender pays the gas.',
    )
    .option('--hub <url>', 'the hub whose vouchers to claim', DEFAULT_HUB)
    .option('--home <folder>', 'where the wallet lies (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option('--vouchers <file>', "claim these instead, for example a provider's own vouchers.json")
    .option(
      '--coin-price <amount>',
      "what one of the chain's own coins costs in the asset: only what is worth its fee is claimed",
    )
    .option('--fee-share <percent>', 'with --coin-price: the most of a payment that its fee may take', '5')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  gristmill settle                                               everybody's, at the cost of this wallet's gas
  gristmill settle --vouchers ~/.gristmill/vouchers.json         only what this machine earned
  gristmill settle --coin-price 3000 --fee-share 1               where gas costs money: what is too small waits
  gristmill settle --json | jq '.claims[] | [.payee, .units]'`,
    )
    .action(async (options: SettleOptions) => {
      const output = createOutput({ json: options.json ?? false });
      const hub = createHubClient(options.hub);
      const network = await hub.network();
      const key = await openWallet(await openHome(options.home), options.hub);
      const client = await createSettlementClient({ ...settlementOf(network), key });
      const { asset } = network;
      const terms =
        options.coinPrice === undefined
          ? 'at-any-price'
          : {
              weiPerUnit: { wei: WEI_PER_COIN, units: parseUnits(options.coinPrice, asset) },
              feeSharePpm: BigInt(wholeNumber('--fee-share', options.feeShare, 1, 100)) * PPM_PER_PERCENT,
            };
      const { now: vouchers, waiting } =
        options.vouchers === undefined
          ? await client.worthClaiming(await hub.vouchers(), terms)
          : await planOfFile(client, options.vouchers, terms);
      if (vouchers.length === 0) {
        const why =
          waiting.length === 0
            ? 'Nothing to claim: no voucher promises more than was drawn.'
            : `Not worth the fee yet: ${waiting.length} vouchers wait. None of their payers has announced a withdrawal.`;
        return output.result({ claims: [], skipped: [], waiting: waiting.length }, why);
      }
      const { transactionHash, gasUsed, claims, skipped, left } = await client.claimMany(vouchers);
      if (claims.length === 0) throw nothingPaid(skipped);
      output.result(
        { transactionHash, gasUsed, claims, skipped, waiting: waiting.length + left.length },
        [
          table(
            ['payee', 'claimed', 'set aside for tax', 'to the wallet'],
            claims.map((claim) => [
              claim.payee,
              formatUnits(claim.units, asset),
              formatUnits(claim.setAsideUnits, asset),
              formatUnits(claim.walletUnits, asset),
            ]),
          ),
          ...skipped.map(({ payee, reason }) => `not paid: ${payee} (${reason})`),
          `One transaction, ${gasUsed} gas: ${transactionHash}`,
          ...(left.length === 0 ? [] : [`It had no room for ${left.length} more vouchers: settle again for those.`]),
        ].join('\n'),
      );
    });
}

function nothingPaid(skipped: readonly SkippedClaim[]): GristmillError {
  const reasons = skipped.map(({ payee, reason }) => `${payee}: ${reason}`).join('; ');
  return new GristmillError('CLAIM_UNPAID', `None of the ${skipped.length} vouchers was paid: ${reasons}.`, {
    hint: 'The payer must deposit what is missing; the vouchers keep their worth.',
    fault: 'peer',
  });
}

/**
 * Who names a file wants these very vouchers: one that is worth nothing is an error, before any gas is spent.
 *
 * @throws GristmillError `FILE_UNREADABLE`, `VOUCHER_FILE_MALFORMED`, `VOUCHER_SIGNATURE_INVALID`, `VOUCHER_WRONG_CHAIN`,
 *   `VOUCHER_WRONG_ESCROW`, `VOUCHER_NOT_INCREASING`
 */
async function planOfFile(client: SettlementClient, file: string, terms: ClaimTerms): Promise<ClaimPlan> {
  await readNamedFile(file);
  const vouchers = await (await openVoucherFile({ path: file })).load();
  // Chain and signature first: what was drawn is only asked of our own chain.
  for (const signed of vouchers)
    await verifyVoucher(signed, {
      chainId: client.chainId,
      escrow: client.escrow,
      signer: signed.voucher.signer,
    });
  const plan = await client.worthClaiming(vouchers, terms);
  const claimable = new Set([...plan.now, ...plan.waiting]);
  const paid = vouchers.find((signed) => !claimable.has(signed));
  if (paid !== undefined) await client.verifyVoucher(paid, { signer: paid.voucher.signer });
  return plan;
}
