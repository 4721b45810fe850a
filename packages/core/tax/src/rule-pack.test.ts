import { expect, test } from 'vitest';
import { scheduleDocument, windowTax, windowTaxPack } from './example-pack.ts';
import type { FactDeclaration } from './facts.ts';
import { defineRulePack } from './rule-pack.ts';

const malformed = (message: string) =>
  expect.objectContaining({ code: 'RULE_PACK_MALFORMED', message: expect.stringContaining(message) as string });

test('its name changes with any parameter and with the formulas', () => {
  expect(defineRulePack(windowTax).cid).toBe(windowTaxPack.cid);
  expect(defineRulePack({ ...windowTax, formulaVersion: 2 }).cid).not.toBe(windowTaxPack.cid);
  const schedule = scheduleDocument();
  schedule.parameters.brackets.values[1]!.choices.manor = [['0', '0.26']];
  expect(defineRulePack({ ...windowTax, parameterFiles: { schedule } }).cid).not.toBe(windowTaxPack.cid);
});

test('refuses a parameter that forgets a choice', () => {
  const schedule = scheduleDocument();
  Object.assign(schedule.parameters.brackets.values[0]!, { choices: { cottage: [['0', '0.1']] } });
  expect(() => defineRulePack({ ...windowTax, parameterFiles: { schedule } })).toThrow(
    malformed('schedule.brackets from 2025-01-01 is for cottage instead of cottage, manor'),
  );
});

test('takes choices in any order', () => {
  const dwelling = { ...windowTax.facts['dwelling']!, options: ['manor', 'cottage'] } as FactDeclaration;
  const facts = { ...windowTax.facts, dwelling };
  expect(defineRulePack({ ...windowTax, facts }).facts['dwelling']).toEqual(dwelling);
});

test('refuses names that lead nowhere', () => {
  const calendar = { ...windowTax.calendar, holidays: 'schedule.brackets' };
  expect(() => defineRulePack({ ...windowTax, calendar })).toThrow(malformed('calendar names schedule.brackets'));
  const swapped = { ...windowTax.calendar, holidays: 'schedule.instalments' };
  expect(() => defineRulePack({ ...windowTax, calendar: swapped })).toThrow(
    malformed('calendar names schedule.instalments'),
  );
  expect(() => defineRulePack({ ...windowTax, total: 'taxx' })).toThrow(malformed('total "taxx" is not a variable'));
  const schedule = scheduleDocument();
  schedule.parameters.brackets.by = 'house';
  expect(() => defineRulePack({ ...windowTax, parameterFiles: { schedule } })).toThrow(
    malformed('schedule.brackets is by "house"'),
  );
});
