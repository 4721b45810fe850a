import { writeFileSync } from 'node:fs';
import { fuelVectorFile } from '../src/testing/fuel-vectors.ts';

// Run by hand when a case is added: node --conditions=@gristmill/source packages/core/sandbox/vectors/generate.ts
// Vectors that exist never change under one fuel schedule; another schedule gets another file.
const file = new URL('../../../../specs/vectors/fuel-1.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(await fuelVectorFile(), null, 2)}\n`);
