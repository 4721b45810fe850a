import { explain, templates } from '@gristmill/agreements';
import { writeFileSync } from 'node:fs';
for (const t of templates) {
  const e = explain(t.build(t.example), { title: t.name, assetOf: () => ({ code: 'USD', decimals: 2 }) });
  writeFileSync(`/tmp/agreements/${t.name}.svg`, e.svg);
  if (t.name === 'escrow' || t.name === 'co-payment') console.log(e.text);
}
