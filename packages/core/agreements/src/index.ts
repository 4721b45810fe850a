export {
  analyse,
  type Analysis,
  type AnalyseOptions,
  type CounterExample,
  type Outcome,
  type PaymentVerdict,
} from './analysis/analyse.ts';
export { analysisText } from './analysis/report.ts';
export { authoritiesOf, authorityOf } from './authority.ts';
export * from './builder.ts';
export { instantOf, instantText } from './calendar.ts';
export { computeTransaction, playTrace } from './compute-transaction.ts';
export { contractText, inputsText, parseContract, parseState, stateText, transactionsText } from './core-json.ts';
export { advance } from './diagnose.ts';
export { TermsError } from './errors.ts';
export { INTEGER_BITS_MAX } from './evaluate.ts';
export { explain, type ExplainOptions, type Explanation, type ShownAsset } from './explanation/explain.ts';
export { demerkleise, merkleise, type Merkleised } from './merkle.ts';
export type { Agreement } from './published-json.ts';
export { outputsText, parseAgreement, parseInputs, parseTransactions, runCoreJson, runTransactions } from './run.ts';
export { templateOf, templates, type Template } from './templates/index.ts';
export * from './terms.ts';
export * from './transaction.ts';
