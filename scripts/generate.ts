/** Writes what is generated from other sources and kept: today the contracts' ABIs and bytecode. */
import { writeFile } from 'node:fs/promises';
import { generate } from '../contracts/generate.ts';

for (const [file, text] of await generate()) await writeFile(file, text);
