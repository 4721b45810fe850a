import { expect, test } from 'vitest';
import { account, amount, choice, close, deposit, pay, role, token, when } from '../builder.ts';
import { parseContract } from '../core-json.ts';
import type { Contract } from '../terms.ts';
import { templateOf } from '../templates/index.ts';
import { explain } from './explain.ts';

const escrow = templateOf('escrow');

test('the terms in plain English', () => {
  const { text } = explain(escrow.build(escrow.example), {
    title: 'Sale of a press',
    assetOf: () => ({ code: 'USD', decimals: 2 }),
  });
  expect(text).toMatchInlineSnapshot(`
    "# Sale of a press

    Between buyer, seller and arbiter.
    What somebody deposits belongs to the account it is paid into; at the end every account is paid out to its owner.

    ## Step 1, until 2027-01-10

    - Buyer deposits 4,500.00 USD into its account:
      - go on with step 2
    - If nothing happens before 2027-01-10:
      - what is left in an account goes to its owner; the end

    ## Step 2, until 2027-01-24

    - Buyer chooses 1 for “verdict”:
      - seller is paid 4,500.00 USD from buyer's account
      - what is left in an account goes to its owner; the end
    - Buyer chooses 0 for “verdict”:
      - go on with step 3
    - If nothing happens before 2027-01-24:
      - seller is paid 4,500.00 USD from buyer's account
      - what is left in an account goes to its owner; the end

    ## Step 3, until 2027-02-07

    - Arbiter chooses 1 for “ruling for the seller”:
      - seller is paid 4,500.00 USD from buyer's account
      - what is left in an account goes to its owner; the end
    - Arbiter chooses 0 for “ruling for the seller”:
      - what is left in an account goes to its owner; the end
    - If nothing happens before 2027-02-07:
      - what is left in an account goes to its owner; the end
    "
  `);
});

test('names from outside stay text: no markup in the picture, no structure in the words', () => {
  const evil = role('<script>alert("x")</script>\n# Paid in full `x` [y](z)');
  const terms = when(
    deposit(amount(1n, token('', '<b>')))
      .by(evil)
      .into(account(evil)),
  )
    .then(close)
    .until(10n, close);
  const { text, svg } = explain(terms, { title: '</title><script>' });
  expect(svg).not.toContain('<script');
  expect(svg).not.toContain('<b>');
  expect(text.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(2);
  expect(text.slice(text.indexOf('Between'))).not.toMatch(/[<`[\]]/);
});

test('shared terms are told once, so the words grow with the terms and not with the paths', () => {
  const [a, b] = [role('a'), role('b')];
  const usd = token('f1', 'USD');
  let terms: Contract = close;
  for (let step = 40n; step > 0n; step -= 1n) {
    const paid = pay(amount(step, usd)).from(account(a)).to(b).then(terms);
    terms = when(choice('go', a).is(1n)).then(paid).or(choice('skip', b).is(1n)).then(terms).until(step, terms);
  }
  const { text, svg } = explain(terms);
  expect(text.match(/## Step/g)).toHaveLength(40);
  expect(svg.length).toBeLessThan(200_000);
});

test('every word of the language can be told', () => {
  const value = `{"if":{"both":{"not":{"chose_something_for":{"choice_name":"c","choice_owner":{"role_token":"a"}}}},"and":{"either":true,"or":false}},
    "then":{"divide":{"multiply":{"negate":"time_interval_start"},"times":"time_interval_end"},"by":{"use_value":"v"}},
    "else":{"amount_of_token":{"currency_symbol":"","token_name":""},"in_account":{"address":"0x1234567890123456789012345678901234567890"}}}`;
  const terms = parseContract(`{"let":"v","be":${value},"then":{"assert":{"value":1,"lt":2},"then":{"when":[
    {"case":{"notify_if":{"value":1,"gt":2}},"merkleized_then":"abcd"},
    {"case":{"for_choice":{"choice_name":"c","choice_owner":{"role_token":"a"}},"choose_between":[]},"then":"close"}
  ],"timeout":1,"timeout_continuation":"close"}}}`);
  const { text } = explain(terms);
  expect(text).toContain('“v” becomes');
  expect(text).toContain("all coin in 0x123456…7890's account");
  expect(text).toContain('go on with the terms whose hash is abcd');
  expect(text).toContain('this cannot happen');
  expect(text).toContain('it should hold here that 1 is less than 2');
});

test('a chosen number is shown as what it counts', () => {
  const usd = { assetOf: () => ({ code: 'USD', decimals: 2 }) };
  const coPayment = templateOf('co-payment');
  const { text } = explain(coPayment.build(coPayment.example), usd);
  expect(text).toContain('Clinic chooses 0.01 USD to 5,000.00 USD for “bill”');
  expect(text).toContain('if “bill” is at most 30.00 USD:');
  expect(text).toContain(
    "“patient's part” becomes 30.00 USD plus (((“bill” less 30.00 USD) × 200,000) ÷ 1,000,000 (what is below 0.01 USD is cut off))",
  );
  expect(text).toContain('Insurer chooses 1 for “approve the bill”');
});

function choosing(then: string): string {
  return `{"when":[{"case":{"for_choice":{"choice_name":"n","choice_owner":{"role_token":"a"}},"choose_between":[{"from":1,"to":500}]},"then":${then}}],"timeout":9,"timeout_continuation":"close"}`;
}

test('what would count two tokens counts none', () => {
  const chosen = '{"value_of_choice":{"choice_name":"n","choice_owner":{"role_token":"a"}}}';
  const paying = (name: string, then: string) =>
    `{"from_account":{"role_token":"a"},"to":{"party":{"role_token":"b"}},"token":{"currency_symbol":"f1","token_name":"${name}"},"pay":${chosen},"then":${then}}`;
  const options = { assetOf: ({ tokenName: code }: { tokenName: string }) => ({ code, decimals: 2 }) };
  expect(explain(parseContract(choosing(paying('USD', '"close"'))), options).text).toContain('0.01 USD to 5.00 USD');
  expect(explain(parseContract(choosing(paying('USD', paying('EUR', '"close"')))), options).text).toContain(
    'A chooses 1 to 500 for',
  );
});

test('a long agreement goes on below, and no line runs through a step', () => {
  const vesting = templateOf('vesting');
  const { svg } = explain(vesting.build(vesting.example));
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!;
  expect(Number(width)).toBeLessThan(2_200);
  const cards = [...svg.matchAll(/<g transform="translate\((\d+) (\d+)\)"><rect width="(\d+)" height="(\d+)"/g)].map(
    (match) => match.slice(1).map(Number) as [number, number, number, number],
  );
  expect(cards.length).toBeGreaterThan(30);
  for (const [x, y, wide, high] of cards) {
    expect(x + wide).toBeLessThan(Number(width));
    expect(y + high).toBeLessThan(Number(height));
    const crossed = [...svg.matchAll(/ V([\d.]+) H/g)].filter(([, level]) => {
      return Number(level) > y && Number(level) < y + high && Number(level) !== y + 19;
    });
    expect(crossed).toEqual([]);
  }
});
