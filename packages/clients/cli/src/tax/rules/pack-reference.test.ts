import { expect, it } from 'vitest';
import { packIdOf } from './pack-reference.ts';

const IDS = ['us/federal/individual', 'uk/income-tax', 'uk/vat', 'eu/vat', 'eu/vat-small'];

it.each([
  ['us', 'us/federal/individual'],
  ['us/federal', 'us/federal/individual'],
  ['us/federal/', 'us/federal/individual'],
  ['uk/vat', 'uk/vat'],
  // An id in full is that pack, though others begin like it.
  ['eu/vat', 'eu/vat'],
])('%s is %s', (reference, id) => {
  expect(packIdOf(reference, IDS)).toBe(id);
});

it.each([
  ['uk', 'RULE_PACK_AMBIGUOUS', 'uk/income-tax, uk/vat.'],
  ['us/fed', 'RULE_PACK_UNKNOWN', 'Did you mean us/federal/individual?'],
  ['vat', 'RULE_PACK_UNKNOWN', 'Did you mean uk/vat or eu/vat or eu/vat-small?'],
  ['us/state', 'RULE_PACK_UNKNOWN', 'Choose one of: us/federal/individual, '],
  ['', 'RULE_PACK_UNKNOWN', 'uk/vat'],
])('"%s" is refused', (reference, code, hint) => {
  expect(() => packIdOf(reference, IDS)).toThrow(
    expect.objectContaining({ code, hint: expect.stringContaining(hint) as string }),
  );
});
