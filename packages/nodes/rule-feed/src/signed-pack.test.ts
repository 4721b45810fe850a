import { sign } from '@gristmill/protocol';
import { loadRulePack } from '@gristmill/rules';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ID, parameterFiles, publisher, signed, stranger, withSolidarityRate } from '../test/german-income-tax.ts';
import { cidOfSigned, parseSignedRulePack, type SignedRulePack, signRulePack, verifyRulePack } from './signed-pack.ts';

const shipped = await loadRulePack(ID);
const good = signed(3, '0.05');
const publishers = [publisher.address];
const codeOf = (document: unknown) => {
  try {
    verifyRulePack(parseSignedRulePack(document), { publishers, shipped });
    return 'GOOD';
  } catch (error) {
    return (error as { code: string }).code;
  }
};
/** Signed by the publisher, as no honest program would. */
const forced = (fields: Partial<SignedRulePack>): SignedRulePack => {
  const pack = { ...good, ...fields };
  const { schema, sequence, effectiveFrom } = pack;
  const statement = { schema, pack: cidOfSigned(pack), sequence, effectiveFrom };
  return { ...pack, signature: sign(publisher, 'rule-pack', statement) };
};

test('a signed pack survives the wire and is the rules that its CID names', () => {
  const received = parseSignedRulePack(JSON.parse(JSON.stringify(good)));
  const pack = verifyRulePack(received, { publishers, shipped });
  expect(pack.cid).toBe(cidOfSigned(good));
  expect(pack.cid).not.toBe(shipped.cid);
  expect(pack.parameters.get('solidarity.rate')!.values[0]!.value).toMatchObject({ kind: 'rate' });
});

test('the shipped parameters, signed, are the shipped pack', () => {
  expect(cidOfSigned(signed(1, '0.055'))).toBe(shipped.cid);
});

test.each<[string, unknown]>([
  ['RULE_PACK_UNSIGNED', { ...good, signature: undefined }],
  ['RULE_PACK_UNSIGNED', { ...good, publisher: undefined }],
  ['RULE_PACK_UNREADABLE', { ...good, publisherr: 1 }],
  ['RULE_PACK_UNREADABLE', null],
  ['RULE_PACK_UNREADABLE', 'a pack'],
  ['RULE_PACK_UNREADABLE', { ...good, id: '../../etc/passwd' }],
  ['RULE_PACK_UNREADABLE', { ...good, parameterFiles: { solidarity: { rate: 0.055 } } }],
  ['RULE_PACK_UNREADABLE', { ...good, parameterFiles: JSON.parse('{"a":{"__proto__":{"x":"1"}}}') as object }],
  ['RULE_PACK_UNREADABLE', { ...good, parameterFiles: { a: [[[[[[[[[['deep']]]]]]]]]] } }],
  ['RULE_PACK_UNREADABLE', { ...good, signature: `0x${'z'.repeat(130)}` }],
  ['RULE_PACK_PUBLISHER_UNTRUSTED', signed(3, '0.05', stranger)],
  ['RULE_PACK_SIGNATURE_WRONG', { ...signed(3, '0.05', stranger), publisher: publisher.address }],
  ['RULE_PACK_SIGNATURE_WRONG', { ...good, signature: `0x${'00'.repeat(65)}` }],
  ['RULE_PACK_SIGNATURE_WRONG', { ...good, sequence: good.sequence + 1 }],
  ['RULE_PACK_SIGNATURE_WRONG', { ...good, effectiveFrom: '2025-01-01' }],
  ['RULE_PACK_SIGNATURE_WRONG', { ...good, id: 'eu/de/other' }],
  ['RULE_PACK_SIGNATURE_WRONG', { ...good, parameterFiles: withSolidarityRate('0.051') }],
  ['RULE_PACK_FORMULAS_DIFFER', forced({ formulaVersion: shipped.formulaVersion + 1 })],
  ['RULE_PACK_MALFORMED', forced({ parameterFiles: withSolidarityRate('5.5') })],
  ['GOOD', forced({})],
])('%s', (code, document) => {
  expect(codeOf(document)).toBe(code);
});

test('a pack without what its formulas read is refused, for it would stop assessments', () => {
  const without = parameterFiles();
  delete without['solidarity']!.parameters['rate'];
  expect(codeOf(forced({ parameterFiles: without }))).toBe('RULE_PACK_INCOMPLETE');

  const later = parameterFiles();
  later['solidarity']!.parameters['free-limit']!.values.shift();
  expect(() => verifyRulePack(forced({ parameterFiles: later }), { publishers, shipped })).toThrow(
    /solidarity\.free-limit has no value on \d{4}-/,
  );
});

test('what readers would refuse is not signed', () => {
  const { id, sequence, effectiveFrom } = good;
  expect(() =>
    signRulePack(publisher, { id, sequence, effectiveFrom, parameterFiles: withSolidarityRate('5.5') }),
  ).toThrow(expect.objectContaining({ code: 'RULE_PACK_MALFORMED' }));
});

/** Every text in a document, as the path that leads to it. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]));
}

test('invariant 1: whatever is altered after signing, the pack is refused', () => {
  const paths = pathsOf(good.parameterFiles);
  fc.assert(
    fc.property(fc.nat(paths.length - 1), fc.string(), (index, text) => {
      const altered = structuredClone(good);
      const way = paths[index]!;
      const holder = way
        .slice(0, -1)
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], altered.parameterFiles);
      const own = holder as Record<string, unknown>;
      fc.pre(own[way.at(-1)!] !== text);
      own[way.at(-1)!] = text;
      expect(codeOf(altered)).toBe('RULE_PACK_SIGNATURE_WRONG');
    }),
    { numRuns: 50 },
  );
});

test('invariant 2: anything at all is read or refused with a code of our own', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(good)), (value, key) => {
      expect(codeOf({ ...good, [key]: value })).toMatch(/^RULE_PACK_|^GOOD$/);
      expect(codeOf(value)).toMatch(/^RULE_PACK_/);
    }),
  );
});
