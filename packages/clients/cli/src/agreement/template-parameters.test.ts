import { templates } from '@gristmill/agreements';
import { expect, it } from 'vitest';
import { templateParameters } from './template-parameters.ts';

it('reads words as people write them, without losing digits', () => {
  expect(
    templateParameters(['payer=label', 'payBy=2027-01-10', 'shares=3', 'amount=123456789012345678901', 'seat="7"']),
  ).toEqual({ payer: 'label', payBy: '2027-01-10', shares: 3, amount: '123456789012345678901', seat: '7' });
  expect(templateParameters(['payees=[{"payee":"singer","shares":5}]', 'odd=[half', 'eq=a=b'])).toEqual({
    payees: [{ payee: 'singer', shares: 5 }],
    odd: '[half',
    eq: 'a=b',
  });
});

it('lets words win over a file', () => {
  expect(templateParameters(['price=2'], { price: 1, buyer: 'b' })).toEqual({ price: 2, buyer: 'b' });
});

it.each(['price', '=5', ''])('refuses %j', (word) => {
  expect(() => templateParameters([word])).toThrow(expect.objectContaining({ code: 'OPTION_INVALID' }));
});

it.each(templates)('$name can be written with words alone', (template) => {
  const words = Object.entries(template.example).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  expect(template.build(templateParameters(words))).toEqual(template.build(template.example));
});
