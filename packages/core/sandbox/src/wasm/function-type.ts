/** What a function takes and gives, as value type codes of the binary format. */
export interface FunctionType {
  readonly parameters: readonly number[];
  readonly results: readonly number[];
}
