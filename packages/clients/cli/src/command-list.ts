import type { Command } from 'commander';

/** Adds one command to the program. */
type AddCommand = (program: Command) => void;

interface ListedCommand {
  /** Who uses it: the heading it stands under in `--help`. */
  group: string;
  load: () => Promise<AddCommand>;
}

const SEND = 'Send work:';
const LEND = 'Lend a machine:';
const MONEY = 'Promise money, pay tax:';
const WRITE = 'Write programs:';
const HUB = 'Run a hub:';

/** Every command by name. Each is loaded when it is asked for: looking at a module needs neither network nor chain. */
export const COMMANDS: Readonly<Record<string, ListedCommand>> = {
  map: { group: SEND, load: async () => (await import('./commands/map.ts')).addMap },
  run: { group: SEND, load: async () => (await import('./commands/run.ts')).addRun },
  result: { group: SEND, load: async () => (await import('./commands/result.ts')).addResult },
  cancel: { group: SEND, load: async () => (await import('./commands/cancel.ts')).addCancel },
  wallet: { group: SEND, load: async () => (await import('./commands/wallet.ts')).addWallet },
  provide: { group: LEND, load: async () => (await import('./commands/provide.ts')).addProvide },
  settle: { group: LEND, load: async () => (await import('./commands/settle.ts')).addSettle },
  stake: { group: LEND, load: async () => (await import('./commands/stake.ts')).addStake },
  agreement: { group: MONEY, load: async () => (await import('./commands/agreement.ts')).addAgreement },
  tax: { group: MONEY, load: async () => (await import('./commands/tax.ts')).addTax },
  exec: { group: WRITE, load: async () => (await import('./commands/exec.ts')).addExec },
  inspect: { group: WRITE, load: async () => (await import('./commands/inspect.ts')).addInspect },
  up: { group: HUB, load: async () => (await import('./commands/up.ts')).addUp },
  status: { group: HUB, load: async () => (await import('./commands/status.ts')).addStatus },
  jury: { group: HUB, load: async () => (await import('./commands/jury.ts')).addJury },
  audit: { group: HUB, load: async () => (await import('./commands/audit.ts')).addAudit },
};
