import { writeFileSync } from 'node:fs';
import { fuelVectors } from '../src/testing/fuel-vectors.ts';

// Run by hand when a case is added: node --conditions=@gristmill/source packages/core/sandbox/vectors/generate.ts
// Vectors that exist never change under one fuel schedule; another schedule gets another file.
const vectors = { fuelSchedule: 'fuel-1', nan: 'canonical', vectors: await fuelVectors() };
writeFileSync(new URL('fuel-1.json', import.meta.url), `${JSON.stringify(vectors, null, 2)}\n`);
