import { LOCAL_CHAIN_ID, registerRulePack } from '@gristmill/settlement';
import { parseCivilDate } from '@gristmill/tax';
import type { Command } from 'commander';
import { openHome } from '../../../home.ts';
import { wholeNumber } from '../../../input.ts';
import { createOutput } from '../../../output.ts';
import { packIdOf } from '../../../tax/rules/pack-reference.ts';
import { publishPack } from '../../../tax/rules/publish-pack.ts';
import { namedRegistry, type RegistryOptions } from '../../../tax/rules/registry-option.ts';
import { giveGasLocally, settlementOf } from '../../../wallet.ts';
import type { HomeOption } from './home-option.ts';

interface SignOptions extends HomeOption, RegistryOptions {
  pack: string;
  parameters: string;
  effectiveFrom: string;
  feed: string;
  sequence?: string;
}

export function addSign(packs: Command): Command {
  return packs
    .command('sign')
    .summary('publish a pack yourself: sign parameters into a feed, and put their name on chain')
    .description(
      "Signs a folder of YAML parameters with this home's publisher.key (made on first use) and writes it into a feed, a " +
        'file for any web server. What readers would refuse is not signed. With --hub, or --registry and --rpc, its ' +
        'content identifier is then registered on chain in your name, for readers who ask for that; signing the same ' +
        'again changes nothing, so that a registration that failed can be repeated.',
    )
    .requiredOption('--pack <pack>', 'the tax: an id of `gristmill tax packs`, or the beginning of one')
    .requiredOption('--parameters <folder>', 'its parameters, *.yaml')
    .requiredOption('--effective-from <date>', 'the first day it applies to (YYYY-MM-DD)')
    .requiredOption('--feed <file>', 'the feed to put it into; made when it is not there')
    .option('--sequence <number>', 'its number (default: one more than your last of this tax in the feed)')
    .option('--hub <url>', "register it on this hub's chain")
    .option('--registry <address>', 'register it in this registry, with --rpc')
    .option('--rpc <url>', 'the chain of --registry')
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax packs sign --pack eu/vat --parameters ./parameters --effective-from 2027-01-01 --feed rules.json
  gristmill tax packs sign --pack eu/vat --parameters ./parameters --effective-from 2027-01-01 --feed rules.json \\
    --hub http://127.0.0.1:4711 --json`,
    )
    .action(async (_: unknown, command: Command) => {
      const options: SignOptions = command.optsWithGlobals();
      const id = packIdOf(options.pack);
      const effectiveFrom = parseCivilDate(options.effectiveFrom);
      const sequence = options.sequence === undefined ? null : wholeNumber('--sequence', options.sequence, 1);
      const home = await openHome(options.home);
      const key = await home.key('publisher');
      const registry = await namedRegistry(options);
      const network = registry?.network ?? null;
      if (network?.chainId === LOCAL_CHAIN_ID) await giveGasLocally(settlementOf(network), key.address);
      const { cid, signed, alreadyThere } = await publishPack(key, {
        id,
        parametersFolder: options.parameters,
        effectiveFrom,
        sequence,
        feedFile: options.feed,
      });
      const registered =
        registry === null
          ? null
          : await registerRulePack({
              rpcUrl: registry.rpcUrl,
              registry: registry.address,
              key,
              pack: { id, effectiveFrom, cid },
            });
      createOutput({ json: options.json ?? false }).result(
        {
          id,
          cid,
          publisher: key.address,
          sequence: signed.sequence,
          effectiveFrom,
          feed: options.feed,
          alreadyThere,
          registry: registry?.address ?? null,
          transactionHash: registered?.transactionHash ?? null,
        },
        [
          `${id}, number ${signed.sequence} from ${effectiveFrom}: ${cid}`,
          alreadyThere ? `${options.feed} has it already.` : `Signed into ${options.feed}.`,
          ...(registered === null ? [] : [`Registered on chain: ${registered.transactionHash}`]),
          `Readers trust it with --publisher ${key.address}; tell them that address yourself.`,
        ].join('\n'),
      );
    });
}
