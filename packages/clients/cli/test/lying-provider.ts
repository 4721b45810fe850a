import { runProvider } from '../src/commands/provide.ts';

/** A provider that changes a byte of each output that it is honestly given. */
const [hub, home] = process.argv.slice(2);
await runProvider({
  hub: hub!,
  home: home!,
  slots: '1',
  claim: 'never',
  json: true,
  wrapExecutor: (honest) => ({
    ...honest,
    async execute(work) {
      const outcome = await honest.execute(work);
      const stdout = outcome.stdout.slice();
      stdout[0]! ^= 1;
      return { ...outcome, stdout };
    },
  }),
});
