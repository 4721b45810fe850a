import { fileURLToPath } from 'node:url';
import { encode, GristmillError } from '@gristmill/protocol';
import { type CaseResult, type Engine, ENGINE_MS_MAX } from './case.ts';
import { serveModules } from './module-server.ts';

const FLAGS = [
  // It runs trusted sources from this machine only, and must not call home.
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // This build has no crash reporter, which Chromium leaves the signals of memory traps to: a load out of bounds would
  // end the page. Without the handler V8 compiles explicit bounds checks, which trap as the standard says.
  '--disable-features=WebAssemblyTrapHandler',
];

/** Headless Chromium, with the sandbox's own sources in a page. */
export const chromiumEngine: Engine = {
  name: 'chromium',
  async run(corpus) {
    const [{ default: binary }, { chromium }] = await Promise.all([
      import('@sparticuz/chromium'),
      import('playwright-core'),
    ]);
    const server = await serveModules({
      entry: fileURLToPath(new URL('browser-engine.ts', import.meta.url)),
      resources: { '/corpus': encode(corpus) },
    });
    try {
      const browser = await chromium.launch({
        executablePath: await binary.executablePath(),
        args: FLAGS,
        headless: true,
      });
      const guard = setTimeout(() => void browser.close(), ENGINE_MS_MAX);
      try {
        const page = await browser.newPage();
        await page.goto(server.pageUrl);
        // As text: the page's globals are none of this program's.
        return await page.evaluate<CaseResult[]>(
          `import(${JSON.stringify(server.entryUrl)}).then(({ runCorpusAt }) => runCorpusAt('/corpus'))`,
        );
      } finally {
        clearTimeout(guard);
        await browser.close();
      }
    } catch (cause) {
      throw new GristmillError('ENGINE_FAILED', `Chromium does not come to results: ${String(cause)}`, {
        hint: 'Check that this machine can run headless Chromium (npm @sparticuz/chromium is built for Linux on x64).',
        fault: 'platform',
        cause,
      });
    } finally {
      await server.close();
    }
  },
};
