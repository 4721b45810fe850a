/**
 * Features that profile gristmill-1 refuses, by the words of the text format that only they use. The sandbox names what
 * it refuses in a binary itself; this is for text that the assembler cannot turn into one.
 */
const SIGNS: readonly [feature: string, word: RegExp][] = [
  ['threads', /^(shared|.*\.atomic\..*|atomic\.fence)$/],
  ['custom descriptors', /^(descriptor|describes|exact|.*_desc(_eq)?|ref\.get_desc)$/],
  ['wide arithmetic', /^i64\.(add128|sub128|mul_wide_[su])$/],
  ['custom page sizes', /^pagesize$/],
  ['stack switching', /^(cont(\..*)?|resume(_throw)?|suspend|switch)$/],
  [
    'exception handling',
    /^(tag|throw(_ref)?|try(_table)?|catch(_ref|_all|_all_ref)?|delegate|rethrow|exn(ref)?|noexn|nullexnref)$/,
  ],
  [
    'garbage collection',
    /^(rec|sub|final|struct(\..*|ref)?|array(\..*|ref)?|field|any(ref)?|eq(ref)?|i31(ref|\..*)?|none|nofunc|noextern|null(func|extern)?ref|ref\.(i31|eq|test|cast|host|struct|array)|br_on_cast(_fail)?|extern\.convert_any|any\.convert_extern)$/,
  ],
  ['typed function references', /^(ref|call_ref|return_call_ref|ref\.as_non_null|br_on_(non_)?null)$/],
  ['relaxed SIMD', /^.*relaxed.*$/],
];

/** A table with an initialiser for its elements, which only typed function references have need of. */
const TABLE_INITIALISER = /\(\s*table\b[^()]*\bfuncref\s*\((?!\s*elem\b)/;

/** The first feature outside the profile that a module's text names by its words; `null` when there is none. */
export function foreignFeature(text: string, atoms: ReadonlySet<string>): string | null {
  if (TABLE_INITIALISER.test(text)) return 'typed function references';
  const words = [...atoms];
  return SIGNS.find(([, word]) => words.some((atom) => word.test(atom)))?.[0] ?? null;
}
