import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@gristmill/source'] },
  ssr: { resolve: { conditions: ['@gristmill/source'] } },
  test: {
    reporters: ['default', './scripts/closing-line-reporter.ts'],
    include: ['{packages,contracts,rules,workloads,examples,benchmarks,conformance,scripts}/**/*.test.ts'],
    pool: 'forks',
    // Vitest leaves one core free, which on two is half the machine; many tests wait for processes, chains and sockets.
    maxWorkers: '100%',
    execArgv: ['--conditions=@gristmill/source', '--disable-warning=ExperimentalWarning'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
