import { type Address, GristmillError } from '@gristmill/protocol';
import { continuousTiming, type Obligation, obligationsOf, type RailTiming } from '@gristmill/remittance';
import { assess, paymentCalendar, type RulePack } from '@gristmill/tax';
import type { Home } from '../../../home.ts';
import { wholeNumber } from '../../../input.ts';
import { parseAddress } from '../../../parse-address.ts';
import { type BankFile, bankTimingOf, readBankFile } from '../../../tax/remit/bank-rail.ts';
import { readFacts } from '../../../tax/facts/facts-file.ts';
import { type RulesInForce, servingPack } from '../../../tax/rules/pack-reference.ts';

/** The options of `gristmill tax remit`. */
export interface RemitOptions {
  dryRun?: boolean;
  watch?: boolean;
  every: string;
  pack: string;
  year: string;
  facts: string;
  bank?: string;
  taxpayer?: string;
  hub: string;
  home?: string;
  on?: string;
  leadDays: string;
  setAside?: string;
  json?: boolean;
}

/** An assessed year, the rules it was assessed by, and the payments it is due in. */
export interface Year {
  pack: RulePack;
  rules: RulesInForce;
  year: number;
  leadDays: number;
  /** Null where the tax vault pays. */
  bank: BankFile | null;
  timing: RailTiming;
  obligationsOf: (taxpayer: Address) => Obligation[];
}

/** Reads everything anew: facts, rules and banks may have changed since the last time. */
export async function readYear(options: RemitOptions): Promise<Year> {
  const { pack, rules } = await servingPack(options.pack, options.home);
  const year = wholeNumber('--year', options.year, 1, 9998);
  const assessment = assess(pack, await readFacts(options.facts, pack.id), { year });
  const calendar = paymentCalendar(pack, year);
  const leadDays = wholeNumber('--lead-days', options.leadDays, 0, 365);
  const bank = options.bank === undefined ? null : await readBankFile(options.bank);
  return {
    pack,
    rules,
    year,
    leadDays,
    bank,
    timing: bank === null ? continuousTiming({ leadDays }) : bankTimingOf(bank),
    obligationsOf: (taxpayer) => obligationsOf(assessment, calendar, { taxpayer }),
  };
}

/** @throws GristmillError `OPTION_MISSING` when neither an option nor a key says whose tax it is. */
export async function taxpayerOf(options: RemitOptions, home: Home): Promise<Address> {
  const taxpayer = await knownTaxpayer(options, home);
  if (taxpayer !== null) return taxpayer;
  throw new GristmillError('OPTION_MISSING', `There is no key in ${home.folder} to tell whose tax it is.`, {
    hint: 'Name --taxpayer, or the --home of the machine that earns.',
  });
}

/** Whose tax it is: as the option says, else the key of this home; null where there is neither. */
export async function knownTaxpayer({ taxpayer }: RemitOptions, home: Home): Promise<Address | null> {
  if (taxpayer !== undefined) return parseAddress('--taxpayer', taxpayer);
  const key = (await home.knownKey('device')) ?? (await home.knownKey('wallet'));
  return key?.address ?? null;
}
