/** What a program that brings its own process around the command's parts needs; the command itself is `main.ts`. */
export { type ProvideOptions, runProvider } from './commands/provide.ts';
export { INCOME_FACT, RULE_PACK, TAX_AUTHORITY } from './payout-plan.ts';
export { type RulesInForce, type ServingPack, servingPack } from './tax/rules/pack-reference.ts';
export { table } from './table.ts';
export { type Program, startProgram } from './start-program.ts';
export { type Home, openHome } from './home.ts';
export { openWallet } from './wallet.ts';
