export { readForms } from './forms.ts';
export { loadRulePack, readParameterFiles, rulePackIds, rulePackWith, shippedParameterFiles } from './load.ts';
export {
  explainPackDiff,
  explainParameterDiff,
  type PackDiff,
  packDiff,
  type ParameterChange,
  parameterDiff,
} from './pack-diff.ts';
export { parameterFilesOf } from './parameter-files.ts';
export { checkVatNumber, type VatNumberCheck } from './vat-number.ts';
export { explainOneStopShopReturn } from '../eu/vat/explain-return.ts';
export type { OneStopShopQuarter } from '../eu/vat/one-stop-shop-quarter.ts';
export { oneStopShopReturn, type OneStopShopReturn, oneStopShopReturnSchema } from '../eu/vat/one-stop-shop-return.ts';
export { readTedbAnswer, type TedbRate } from '../eu/vat/tedb-answer.ts';
export { type TedbProposal, tedbProposal } from '../eu/vat/tedb-proposal.ts';
