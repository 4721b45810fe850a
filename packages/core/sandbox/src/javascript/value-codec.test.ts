import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { expect, it } from 'vitest';

/** The codec as it goes into QuickJS: its own text without types and comments. */
async function codecSource(): Promise<string> {
  const source = await readFile(new URL('value-codec.ts', import.meta.url), 'utf8');
  const code = stripTypeScriptTypes(source)
    .replaceAll(/^export /gm, '')
    .split('\n')
    .map((line) => line.replaceAll(/(?<=\S) +/g, ' ').trimEnd())
    .filter((line) => line !== '' && !/^\s*(\/\/|\/?\*)/.test(line))
    .join('\n');
  expect(code).not.toMatch(/`|\$\{/);
  return `/** \`createValueCodec\` as text, for QuickJS; \`vitest run -u\` makes it anew from \`value-codec.ts\`. */
export const VALUE_CODEC_SOURCE = String.raw\`${code}\`;
`;
}

it('is the same code at both ends', async () => {
  await expect(await codecSource()).toMatchFileSnapshot('value-codec-source.ts');
});
