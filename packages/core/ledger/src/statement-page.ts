import type { Asset } from '@gristmill/protocol';
import { decimalText } from './decimal-text.ts';
import type { Statement } from './statement.ts';

/**
 * A statement as one HTML page without scripts or outside parts, laid out for A4 and Letter: printed to a file, it is the
 * PDF. Text from outside is escaped.
 */
export function statementPage({ period, assets, base }: Statement, { title }: { title: string }): string {
  const sections = assets.map((each) => {
    const { asset, opening, income, expenses, setAside, remitted, exchanged, closing } = each;
    return section(asset.code, asset, [
      ['Opening balance', opening],
      ['Income', income],
      ['Expenses', -expenses],
      ['Remitted to authorities', -remitted],
      ['Exchanged', exchanged],
      ['Closing balance', closing],
      ['of which set aside for tax', each.closingVault],
      ['of which on its way', each.closingInTransit],
      ['Set aside in the period', setAside],
    ]);
  });
  if (base !== null) {
    const { asset, opening, income, expenses, setAside, remitted, exchangeGain, closing, rates } = base;
    const rows: [string, bigint][] = [
      ['Opening balance', opening],
      ['Income', income],
      ['Expenses', -expenses],
      ['Remitted to authorities', -remitted],
      [exchangeGain < 0n ? 'Exchange loss' : 'Exchange gain', exchangeGain],
      ['Closing balance', closing],
      ['Set aside in the period', setAside],
    ];
    sections.push(section(`All in ${asset.code}`, asset, rows));
    const notes = rates.map(
      ({ from, to, numerator, denominator, date, source }) =>
        `<li>1 ${escaped(from)} = ${numerator}/${denominator} ${escaped(to)}, ${escaped(date)}, ${escaped(source)}</li>`,
    );
    if (notes.length > 0) sections.push(`<section><h2>Rates</h2><ul>${notes.join('')}</ul></section>`);
  }
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}, ${escaped(period.label)}</title>
<style>${STYLE}</style>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(period.label)}: ${escaped(period.from)} to ${escaped(period.to)}</p>
${sections.join('\n')}
</main>
</html>
`;
}

function section(heading: string, asset: Asset, rows: readonly (readonly [string, bigint])[]): string {
  const body = rows.map(
    ([label, units]) => `<tr><th scope="row">${label}</th><td>${grouped(decimalText(units, asset))}</td></tr>`,
  );
  return `<section><h2>${escaped(heading)}</h2><table>${body.join('')}</table></section>`;
}

function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

const STYLE = `
@page { margin: 18mm; }
:root { font: 15px/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { font-size: 1.4rem; margin: 0; }
h2 { font-size: 1.05rem; margin: 1.4rem 0 0.3rem; }
section { break-inside: avoid; }
table { width: 100%; border-collapse: collapse; }
tr { border-bottom: 1px solid #8884; }
th { text-align: left; font-weight: normal; }
td { text-align: right; font-variant-numeric: tabular-nums; }
li { overflow-wrap: anywhere; }
@media print { main { padding: 0; } }
`;
