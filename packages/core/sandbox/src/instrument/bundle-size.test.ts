import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';

const BYTES_MAX = 60_000;
const ENTRY = 'entry';
const door = fileURLToPath(new URL('../index.ts', import.meta.url));

/** Names imported through the package's door, as a browser would be served them: tree-shaken and minified. */
async function bundle(names: string): Promise<{ code: string; modules: string[] }> {
  const build = await rolldown({
    input: ENTRY,
    resolve: { conditionNames: ['@gristmill/source', 'import', 'default'] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? `export { ${names} } from ${JSON.stringify(door)};` : null),
      },
    ],
  });
  try {
    const { output } = await build.generate({ minify: true });
    return { code: output[0].code, modules: output[0].moduleIds };
  } finally {
    await build.close();
  }
}

it(`what instrument needs is no more than ${BYTES_MAX} bytes, without WASI's functions or QuickJS`, async () => {
  const { code, modules } = await bundle('instrument, instrumentStream, InvalidModule');
  expect(code.length).toBeLessThanOrEqual(BYTES_MAX);
  expect(code).toContain('MODULE_MALFORMED');
  for (const left of [/quickjs/, /wasi\/preview1\.ts$/]) expect(modules.filter((id) => left.test(id))).toEqual([]);
});
