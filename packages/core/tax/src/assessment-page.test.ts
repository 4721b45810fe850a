import { expect, it } from 'vitest';
import { assess } from './assess.ts';
import { assessmentPage } from './assessment-page.ts';
import { windowTax, windowTaxPack } from './example-pack.ts';
import { defineRulePack } from './rule-pack.ts';

const facts = { dwelling: 'cottage', rent: 120_000n, listed: true };

it('shows the total and every line with formula, facts, rules and their sources', () => {
  const page = assessmentPage(assess(windowTaxPack, facts, { year: 2026 }));
  expect(page).toContain('<p class="total">102.50 XXD</p>');
  expect(page.match(/<details/g)).toHaveLength(2);
  expect(page).toContain('one tenth of the rent above 1,000 when listed');
  expect(page).toContain('<code>rent</code></td><td>1,200.00 XXD</td>');
  expect(page).toContain('<a href="https://example.org/gazette">Gazette</a>');
  expect(page).toContain('Rounded halfUp to 0.01.');
});

it('escapes what packs and facts bring', () => {
  const pack = defineRulePack({ ...windowTax, title: `<script>alert("1")</script> & 'co'` });
  const page = assessmentPage(assess(pack, facts, { year: 2026 }));
  expect(page).not.toContain('<script');
  expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;co&#39;');
});

it('shows outputs that the total does not rest on', () => {
  const { relief, tax } = windowTax.variables;
  const pack = defineRulePack({
    ...windowTax,
    variables: { relief: relief!, tax: tax!, box: { ...relief!, label: 'Box 9' } },
    outputs: ['box'],
  });
  expect(assessmentPage(assess(pack, facts, { year: 2026 }))).toContain('<span>Box 9</span>');
});
