import { amountText, lineText } from './amount-text.ts';
import type { Assessment, AssessmentLine } from './assessment.ts';

/**
 * The assessment as one HTML page without scripts or outside parts: the total, then each line it rests on, opened by a
 * click, with its formula, facts, rules and citations. Text from packs and facts is escaped.
 */
export function assessmentPage(assessment: Assessment): string {
  const { title, year, asOf, knownAt, pack, currency, lines, total } = assessment;
  const byName = new Map(lines.map((line) => [line.variable, line]));
  const shown = new Set<string>();
  const used = new Set(
    lines.flatMap(({ inputs }) => inputs.filter(({ kind }) => kind === 'variable').map(({ name }) => name)),
  );

  function details(line: AssessmentLine, open: boolean): string {
    shown.add(line.variable);
    return [
      `<details id="${escaped(line.variable)}"${open ? ' open' : ''}>`,
      `<summary><span>${escaped(line.label)}</span><output>${escaped(lineText(line, currency))}</output></summary>`,
      `<p>${escaped(line.formula)} <cite>${escaped(line.citation)}</cite></p>`,
      ...roundingNote(line),
      ...table(line, currency),
      ...line.inputs.filter(({ kind }) => kind === 'variable').map(({ name }) => below(byName.get(name)!)),
      '</details>',
    ].join('\n');
  }

  /** A line is opened where it is met first; elsewhere a link leads there. */
  function below(line: AssessmentLine): string {
    if (!shown.has(line.variable)) return details(line, false);
    const value = escaped(lineText(line, currency));
    return `<p class="again"><a href="#${escaped(line.variable)}">${escaped(line.label)}</a><output>${value}</output></p>`;
  }

  const main = details(lines.at(-1)!, true);
  // Outputs of the return that the total does not rest on.
  const others = lines.filter(({ variable }) => !shown.has(variable) && !used.has(variable)).toReversed();
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}, ${year}</title>
<style>${STYLE}</style>
<main>
<h1>${escaped(title)}</h1>
<p class="total">${escaped(amountText(total, currency))}</p>
<p class="meta">Tax year ${year}, law of ${asOf}${knownAt === null ? '' : ` as known on ${knownAt}`}. Rules <code>${escaped(pack)}</code>.</p>
${main}
${others.map((line) => below(line)).join('\n')}
</main>
</html>
`;
}

function roundingNote({ rounding }: AssessmentLine): string[] {
  if (rounding === null) return [];
  const { rounding: how, step, citation } = rounding;
  return [`<p class="rounding">Rounded ${escaped(how)} to ${escaped(step)}. <cite>${escaped(citation)}</cite></p>`];
}

function table({ inputs, parameters }: AssessmentLine, currency: Assessment['currency']): string[] {
  const rows = [
    ...inputs
      .filter(({ kind }) => kind === 'fact')
      .map(({ name, unit, value }) => {
        const text = unit === 'currency' ? amountText(value, currency) : value;
        return `<tr><th>fact</th><td><code>${escaped(name)}</code></td><td>${escaped(text)}</td></tr>`;
      }),
    ...parameters.map(({ path, value, start, citations }) => {
      const sources = citations.map(({ title, url }) =>
        url === null ? escaped(title) : `<a href="${escaped(url)}">${escaped(title)}</a>`,
      );
      const text = `${escaped(value)} <small>since ${start}: ${sources.join('; ')}</small>`;
      return `<tr><th>rule</th><td><code>${escaped(path)}</code></td><td>${text}</td></tr>`;
    }),
  ];
  return rows.length === 0 ? [] : ['<table>', ...rows, '</table>'];
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
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 52rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.4rem; margin: 0; }
.total { font-size: 2.6rem; font-variant-numeric: tabular-nums; margin: 0.2rem 0; }
.meta, small, cite, .rounding { color: #777; font-size: 0.85rem; font-style: normal; }
code { font-size: 0.85rem; overflow-wrap: break-word; }
small { display: block; overflow-wrap: anywhere; }
a { color: inherit; }
details { border-left: 2px solid #8884; padding-left: 0.9rem; margin: 0.4rem 0; }
summary, .again { display: flex; justify-content: space-between; gap: 1rem; cursor: pointer; padding: 0.15rem 0; }
summary > span::before { content: '\\25b8\\2002'; }
details[open] > summary > span::before { content: '\\25be\\2002'; }
details > p { margin: 0.2rem 0; }
.again { padding-left: 1rem; }
output { font-variant-numeric: tabular-nums; white-space: nowrap; }
table { border-spacing: 0; font-size: 0.9rem; margin: 0.3rem 0; }
th { text-align: left; font-weight: normal; color: #777; }
th, td { padding: 0.15rem 0.9rem 0.15rem 0; vertical-align: top; }
td:nth-child(2) { min-width: 11rem; max-width: 16rem; }
`;
