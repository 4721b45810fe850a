import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from './compiler.ts';

const contracts = ['Agreement', 'Anchor', 'Escrow', 'PayMany', 'RuleRegistry', 'Stake', 'TestDollar'] as const;
const folder = new URL('../packages/nodes/settlement/src/abi/', import.meta.url);

/** The TypeScript that the Solidity comes to: file path -> text. Run this file to write it. */
export function generate(): Map<string, string> {
  const compiled = compile(contracts);
  return new Map(
    contracts.map((name) => {
      const kebab = name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
      const camel = name[0]!.toLowerCase() + name.slice(1);
      const { abi, evm } = compiled.get(name)!;
      const text = [
        `// Made from contracts/src/${name}.sol by contracts/generate.ts; change the Solidity and run it again.`,
        `export const ${camel}Abi = ${JSON.stringify(abi, null, 2)} as const;`,
        '',
        `export const ${camel}Bytecode = '0x${evm.bytecode.object}' as const;`,
        '',
      ].join('\n');
      return [fileURLToPath(new URL(`${kebab}.ts`, folder)), text];
    }),
  );
}

if (import.meta.main) {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of generate()) writeFileSync(path, text);
}
