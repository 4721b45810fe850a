import { GristmillError } from '@gristmill/protocol';
import { z } from 'zod';
import { address, role, token, type Amount, type Asset } from '../builder.ts';
import { instantOf } from '../calendar.ts';
import { unfoldedSize, type Contract, type Party } from '../terms.ts';

/** A kind of agreement: what it needs to know, and its terms once it knows. */
export interface Template<Parameters = unknown> {
  readonly name: string;
  /** What it is for, in one sentence. */
  readonly purpose: string;
  /** Parameters of a worked example, as somebody would write them. */
  readonly example: Readonly<Record<string, unknown>>;
  /** @throws GristmillError `TEMPLATE_PARAMETERS_MALFORMED`; codes of the builder when the parameters contradict. */
  build(parameters: unknown): Contract;
  readonly schema: z.ZodType<Parameters>;
}

/** A template from its schema and the terms for parameters that fit it. */
export function template<Schema extends z.ZodType>({
  schema,
  terms,
  ...named
}: {
  name: string;
  purpose: string;
  example: z.input<Schema> & Record<string, unknown>;
  schema: Schema;
  terms: (parameters: z.output<Schema>) => Contract;
}): Template<z.output<Schema>> {
  return {
    ...named,
    schema: schema as z.ZodType<z.output<Schema>>,
    build(parameters) {
      const parsed = schema.safeParse(parameters);
      if (parsed.success) return ofBearableSize(named.name, terms(parsed.data));
      const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'parameters'}: ${message}`);
      throw new GristmillError('TEMPLATE_PARAMETERS_MALFORMED', `${named.name}: ${problems.join('; ')}.`, {
        hint: 'Start from the example parameters of the template.',
      });
    },
  };
}

/** Parts of the builder's terms may be shared; written out as JSON each use is a copy, and copies of copies add up. */
const CONTRACTS_MAX = 50_000n;

function ofBearableSize(name: string, contract: Contract): Contract {
  const size = unfoldedSize(contract);
  if (size <= CONTRACTS_MAX) return contract;
  throw new GristmillError('TEMPLATE_TOO_LARGE', `${name}: these parameters unfold to ${size} contracts.`, {
    hint: `Use fewer steps, payees or requests: at most ${CONTRACTS_MAX} contracts are practical.`,
  });
}

/** `0x` and 40 hexadecimal digits is an address; any other name is a role. */
export const partyParameter = z
  .string()
  .min(1)
  .max(64)
  .transform((text): Party => (/^0x[0-9a-fA-F]{40}$/.test(text) ? address(text) : role(text)));

/** A positive number of minor units: a string of digits, or a number that is safe. */
export const unitsParameter = z
  .union([z.bigint(), z.int(), z.string().regex(/^\d{1,30}$/, 'not a whole number')])
  .transform(BigInt)
  .refine((units) => units > 0n, 'not above 0');

/** A date (`2027-01-31`), a time (`2027-01-31T12:30Z`), or milliseconds since 1970. */
export const instantParameter = z.union([z.bigint(), z.int(), z.string()]).transform((instant, context) => {
  if (typeof instant !== 'string') return BigInt(instant);
  try {
    return instantOf(instant);
  } catch {
    context.addIssue({ code: 'custom', message: `"${instant.slice(0, 40)}" is not a date` });
    return z.NEVER;
  }
});

/** A token, by default the ledger's own coin. */
export const tokenParameter = z
  .strictObject({ currencySymbol: z.string().max(128), tokenName: z.string().max(64) })
  .default({ currencySymbol: '', tokenName: '' })
  .transform(({ currencySymbol, tokenName }): Asset => token(currencySymbol, tokenName));

export function amountOf(units: bigint, asset: Asset): Amount {
  return { token: asset, value: { kind: 'constant', constant: units } };
}

/** @throws GristmillError `TEMPLATE_PARAMETERS_MALFORMED` */
export function demand(holds: boolean, problem: string, hint: string): void {
  if (!holds) throw new GristmillError('TEMPLATE_PARAMETERS_MALFORMED', problem, { hint });
}

/** Instants that each come after the one before. @throws GristmillError `TEMPLATE_PARAMETERS_MALFORMED` */
export function demandOrder(instants: readonly bigint[], what: string): void {
  const ordered = instants.every((instant, index) => index === 0 || instants[index - 1]! < instant);
  demand(ordered, `${what} are not in order.`, 'Give each a later date than the one before it.');
}
