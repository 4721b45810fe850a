/** A stretch of the original bytes. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
