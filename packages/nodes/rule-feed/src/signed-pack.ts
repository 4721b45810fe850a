import { address, type Address, type Cid, cidOf, type DeviceKey, sign, signature, signerOf } from '@gristmill/protocol';
import { rulePackWith } from '@gristmill/rules';
import { civilDate, type CivilDate, parameterAt, type RulePack } from '@gristmill/tax';
import { z } from 'zod';
import { RuleFeedError } from './errors.ts';

const SCHEMA = 'gristmill/rule-pack/1';
/** A file, its parameters, one of them, its values, one of them, its rows, a cell; and one to spare. */
const DEPTH_MAX = 8;

/** What `RuleRegistry` has as the name of a jurisdiction: at most 32 bytes. */
const packId = z
  .string()
  .max(32)
  .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)+$/, 'not a pack as in us/federal/individual');

/** A pack as its publisher sends it: parameters without formulas, which are code and come with Gristmill itself. */
export const signedRulePack = z.strictObject({
  schema: z.literal(SCHEMA),
  id: packId,
  /** The formulas that these parameters were made for. */
  formulaVersion: z.int().positive(),
  /** Counts the publisher's packs of this id, so that an old one never passes for news. */
  sequence: z.int().positive(),
  /** The first day it applies to, as the registry on chain has it. */
  effectiveFrom: civilDate,
  parameterFiles: z.record(
    z.string().regex(/^[a-z][a-z0-9-]*$/, 'a parameter file is named in kebab-case'),
    z.custom<unknown>((value) => isTextTree(value, DEPTH_MAX), 'not objects and lists of texts'),
  ),
  publisher: address,
  signature,
});
export type SignedRulePack = z.infer<typeof signedRulePack>;

/** Every scalar is text, as in the YAML: a number read as a double would already be lost. */
function isTextTree(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return true;
  if (typeof value !== 'object' || value === null || depth === 0) return false;
  return Object.entries(value).every(([key, item]) => key !== '__proto__' && isTextTree(item, depth - 1));
}

/** The pack's name, which covers its parameters to the last character. */
export function cidOfSigned({ id, formulaVersion, parameterFiles }: SignedRulePack): Cid {
  return cidOf({ id, formulaVersion, parameterFiles });
}

/** What the publisher's signature is about. Small, so that a wallet or a hardware key can sign it too. */
function statementOf({ sequence, effectiveFrom }: Pick<SignedRulePack, 'sequence' | 'effectiveFrom'>, pack: Cid) {
  return { schema: SCHEMA, pack, sequence, effectiveFrom };
}

/**
 * A pack of this version's formulas and the given parameters, signed by its publisher.
 *
 * @throws GristmillError `RULE_PACK_UNKNOWN`; `RULE_PACK_MALFORMED`: what readers would refuse is not signed.
 */
export function signRulePack(
  key: DeviceKey,
  pack: Pick<SignedRulePack, 'id' | 'sequence' | 'parameterFiles'> & { effectiveFrom: CivilDate },
): SignedRulePack {
  const { cid, formulaVersion } = rulePackWith(pack.id, pack.parameterFiles);
  return signedRulePack.parse({
    ...pack,
    schema: SCHEMA,
    formulaVersion,
    publisher: key.address,
    signature: sign(key, 'rule-pack', statementOf(pack, cid)),
  });
}

/**
 * Reads a pack from anywhere outside, its signature not yet looked at.
 *
 * @throws RuleFeedError `RULE_PACK_UNSIGNED`, `RULE_PACK_UNREADABLE` naming the key that is wrong.
 */
export function parseSignedRulePack(document: unknown): SignedRulePack {
  const { publisher, signature } = z.looseObject({}).safeParse(document).data ?? { publisher: '', signature: '' };
  if (publisher === undefined || signature === undefined) {
    throw new RuleFeedError(
      'RULE_PACK_UNSIGNED',
      'A rule pack without a publisher and a signature was offered.',
      'Ask the publisher to sign it; unsigned packs are never adopted.',
      'peer',
    );
  }
  const parsed = signedRulePack.safeParse(document);
  if (!parsed.success) {
    throw new RuleFeedError(
      'RULE_PACK_UNREADABLE',
      `This is not a ${SCHEMA} document:\n${z.prettifyError(parsed.error)}`,
      'Tell the publisher; the pack that serves now goes on serving.',
      'peer',
    );
  }
  return parsed.data;
}

/**
 * The rules that a signed pack comes to, once it is certain that a trusted publisher stands by every character of it and
 * that this version's formulas find every parameter they need.
 *
 * @throws RuleFeedError `RULE_PACK_PUBLISHER_UNTRUSTED`, `RULE_PACK_SIGNATURE_WRONG`, `RULE_PACK_FORMULAS_DIFFER`,
 *   `RULE_PACK_INCOMPLETE`
 * @throws GristmillError `RULE_PACK_UNKNOWN`; `RULE_PACK_MALFORMED` naming the parameter that is wrong.
 */
export function verifyRulePack(
  signed: SignedRulePack,
  { publishers, shipped }: { publishers: readonly Address[]; shipped: RulePack },
): RulePack {
  const { id, publisher } = signed;
  if (!publishers.includes(publisher)) {
    throw new RuleFeedError(
      'RULE_PACK_PUBLISHER_UNTRUSTED',
      `${id} is published by ${publisher}, who is not among the ${publishers.length} publishers trusted here.`,
      'Add the address to the trusted publishers only if you know whose it is.',
      'peer',
    );
  }
  const signer = signerOf('rule-pack', statementOf(signed, cidOfSigned(signed)), signed.signature);
  if (signer !== publisher) {
    throw new RuleFeedError(
      'RULE_PACK_SIGNATURE_WRONG',
      `The signature of ${id}, number ${signed.sequence}, is not ${publisher}'s over this content.`,
      'It was altered on its way or signed wrongly: fetch it again, or tell the publisher.',
      'peer',
    );
  }
  const pack = packOfSigned(signed, shipped);
  const missing = missingFrom(pack, shipped);
  if (missing.length > 0) {
    throw new RuleFeedError(
      'RULE_PACK_INCOMPLETE',
      `${id}, number ${signed.sequence}, lacks what its formulas read: ${missing.join('; ')}.`,
      'Tell the publisher: a pack has every parameter of the shipped one, of the same kind, for all its dates.',
      'peer',
    );
  }
  return pack;
}

/**
 * The rules of a signed pack, whoever signed it: named by their CID, they are what they are.
 *
 * @throws RuleFeedError `RULE_PACK_FORMULAS_DIFFER`
 * @throws GristmillError `RULE_PACK_UNKNOWN`, `RULE_PACK_MALFORMED`
 */
export function packOfSigned({ id, formulaVersion, parameterFiles }: SignedRulePack, shipped: RulePack): RulePack {
  if (formulaVersion !== shipped.formulaVersion) throw formulasDiffer(id, formulaVersion, shipped.formulaVersion);
  return rulePackWith(id, parameterFiles);
}

export function formulasDiffer(id: string, formulaVersion: number, own: number): RuleFeedError {
  return new RuleFeedError(
    'RULE_PACK_FORMULAS_DIFFER',
    `${id} is for version ${formulaVersion} of the formulas, and this Gristmill has version ${own}.`,
    formulaVersion > own
      ? 'Update Gristmill; until then the pack that serves now goes on serving.'
      : 'Use the Gristmill of that time to reproduce it, or the pack that this one ships.',
    'configuration',
  );
}

/** What the shipped pack can answer and this one cannot: each would be an assessment that fails. */
function missingFrom(pack: RulePack, shipped: RulePack): string[] {
  return [...shipped.parameters.values()].flatMap(({ path, kind, by, values }) => {
    const own = pack.parameters.get(path);
    if (own === undefined) return [`${path} is missing`];
    if (own.kind !== kind || own.by !== by) return [`${path} is ${own.kind} by ${own.by} instead of ${kind} by ${by}`];
    const days = new Set(values.map(({ start }) => start));
    return [...days].filter((day) => !isInForce(own, day)).map((day) => `${path} has no value on ${day}`);
  });
}

function isInForce(parameter: Parameters<typeof parameterAt>[0], asOf: CivilDate): boolean {
  try {
    parameterAt(parameter, { asOf, knownAt: null });
    return true;
  } catch {
    return false;
  }
}
