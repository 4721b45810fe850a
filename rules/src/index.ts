export { loadRulePack, rulePackIds } from './load.ts';
