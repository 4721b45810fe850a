import type { Citation, Parameter, ParameterValue } from '@gristmill/tax';

/**
 * Parameters as the files that they are read from: plain data in which every scalar is text, by file name. What
 * `defineRulePack` makes of them are the same parameters again, so a proposal that was read can be adopted.
 */
export function parameterFilesOf(parameters: ReadonlyMap<string, Parameter>): Record<string, unknown> {
  const byFile = Map.groupBy(parameters.values(), ({ path }) => path.slice(0, path.indexOf('.')));
  return Object.fromEntries([...byFile].map(([file, own]) => [file, fileOf(own)]));
}

function fileOf(parameters: readonly Parameter[]): unknown {
  const sources = new Map<string, Citation>();
  const keys = new Map<string, string>();
  const written = parameters.map(({ path, label, kind, by, values }) => [
    path.slice(path.indexOf('.') + 1),
    {
      label,
      kind,
      ...(by === null ? {} : { by }),
      values: values.map(({ start, until, published, checked, citations, value }) => ({
        start,
        ...(until === null ? {} : { until }),
        ...(published === null ? {} : { published }),
        checked,
        citations: citations.map(keyOf),
        ...('kind' in value
          ? { value: valueOf(value) }
          : { choices: Object.fromEntries([...value].map(([choice, own]) => [choice, valueOf(own)])) }),
      })),
    },
  ]);
  return {
    sources: Object.fromEntries(
      [...sources].map(([key, { title, url }]) => [key, { title, ...(url === null ? {} : { url }) }]),
    ),
    parameters: Object.fromEntries(written),
  };

  function keyOf(citation: Citation): string {
    const identity = JSON.stringify([citation.title, citation.url]);
    const known = keys.get(identity);
    if (known !== undefined) return known;
    const slug = citation.title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, SLUG_LENGTH_MAX)
      .replace(/^-|-$/g, '');
    const key = sources.has(slug) || slug === '' ? `${slug}-${sources.size + 1}` : slug;
    sources.set(key, citation);
    keys.set(identity, key);
    return key;
  }
}

const SLUG_LENGTH_MAX = 40;

function valueOf(value: ParameterValue): unknown {
  switch (value.kind) {
    case 'amount':
      return value.amount.toString();
    case 'rate':
      return value.rate.toString();
    case 'quantity':
      return value.quantity.toString();
    case 'brackets':
      return value.brackets.map(({ from, rate }) => [from.toString(), rate.toString()]);
    case 'instalments':
      return value.instalments.map(({ of, ...instalment }) =>
        allText(of === null ? instalment : { ...instalment, of }),
      );
    case 'holidays':
      return value.holidays.map(allText);
  }
}

function allText(entry: object): Record<string, string> {
  return Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, String(value)]));
}
