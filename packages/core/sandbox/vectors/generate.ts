import { writeFileSync } from 'node:fs';
import { fuelVectorFile } from '../src/testing/fuel-vectors.ts';

// Run by hand when a case is added: node --conditions=@gristmill/source packages/core/sandbox/vectors/generate.ts
// Vectors that exist never change under one fuel schedule; another schedule gets another file.
const { vectors, ...head } = await fuelVectorFile();
const lines = vectors.map((vector) => `    ${JSON.stringify(vector)}`).join(',\n');
const text = `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "vectors": [\n${lines}\n  ]\n}\n`;
const file = new URL('../../../../specs/vectors/fuel-1.json', import.meta.url);
writeFileSync(file, text);
