#!/usr/bin/env node
// Forge wants a native solc; this is npm's, which runs everywhere Node does. Forge asks for its version, and hands it
// the sources in standard JSON, less those that npm packages import among themselves.
import { readFileSync, writeSync } from 'node:fs';
import solc from 'solc';

const output = process.argv.includes('--version')
  ? `solc, the solidity compiler commandline interface\nVersion: ${solc.version()}\n`
  : solc.compile(readFileSync(0, 'utf8'), { import: (path) => ({ contents: readFileSync(path, 'utf8') }) });

// A pipe takes what it has room for; the loop writes the rest.
for (let left = Buffer.from(output); left.length > 0;) {
  try {
    left = left.subarray(writeSync(1, left));
  } catch (error) {
    if (error.code !== 'EAGAIN') throw error;
  }
}
