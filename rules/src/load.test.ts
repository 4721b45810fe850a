import { expect, test } from 'vitest';
import { loadRulePack, rulePackIds, rulePackWith, shippedParameterFiles } from './index.ts';
import { parseParameterText } from './parameter-text.ts';

test('every pack loads, and twice under the same name', async () => {
  expect(new Set(rulePackIds).size).toBe(rulePackIds.length);
  for (const id of rulePackIds) {
    const [first, second] = await Promise.all([loadRulePack(id), loadRulePack(id)]);
    expect(first.cid).toBe(second.cid);
    expect(first.id).toBe(id);
  }
});

test('an unknown pack is refused with those there are', async () => {
  await expect(loadRulePack('../../etc')).rejects.toMatchObject({
    code: 'RULE_PACK_UNKNOWN',
    hint: `Choose one of: ${rulePackIds.join(', ')}.`,
  });
});

test('formulas with the shipped parameters, sent as JSON, are the shipped pack', async () => {
  for (const id of rulePackIds) {
    const files = await shippedParameterFiles(id);
    const sent = JSON.parse(JSON.stringify(files)) as typeof files;
    expect(rulePackWith(id, sent).cid).toBe((await loadRulePack(id)).cid);
  }
  expect(() => rulePackWith('us/none', {})).toThrow(expect.objectContaining({ code: 'RULE_PACK_UNKNOWN' }));
});

test('numbers in YAML stay text', () => {
  expect(parseParameterText('x.yaml', 'a: [0.10, 1e3, 2024-01-01, true, null]')).toEqual({
    a: ['0.10', '1e3', '2024-01-01', 'true', 'null'],
  });
});

test.each(['a: 1\na: 2', 'a: [1', 'a: *nowhere', 'a: 1\n---\nb: 2'])('refuses %j as a parameter file', (text) => {
  expect(() => parseParameterText('x.yaml', text)).toThrow(
    expect.objectContaining({
      code: 'RULE_PACK_MALFORMED',
      message: expect.stringContaining('x.yaml is not YAML') as string,
    }),
  );
});
