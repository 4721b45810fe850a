/** What a step of a suite came to. */
export type Verdict =
  | { readonly status: 'passed' }
  /** The step needs something that profile gristmill-1 refuses, which is named. */
  | { readonly status: 'refused'; readonly feature: string }
  | { readonly status: 'failed'; readonly why: string };

interface Failure {
  readonly file: string;
  readonly line: number;
  readonly why: string;
}

/** What a run of a suite came to. */
export interface Report {
  readonly suite: 'spec' | 'wasi' | 'everywhere';
  readonly passed: number;
  readonly failed: number;
  readonly refused: number;
  readonly failures: readonly Failure[];
  /** How many steps were refused, by feature. */
  readonly refusals: Readonly<Record<string, number>>;
  /** Counts by file, in the order they ran. */
  readonly files: readonly FileCounts[];
}
export interface FileCounts {
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  readonly refused: number;
}

/** Counts verdicts. */
export class Tally {
  readonly #files = new Map<string, { passed: number; failed: number; refused: number }>();
  readonly #failures: Failure[] = [];
  readonly #refusals = new Map<string, number>();

  add(file: string, line: number, verdict: Verdict): void {
    const counts = this.#files.get(file) ?? { passed: 0, failed: 0, refused: 0 };
    this.#files.set(file, counts);
    counts[verdict.status] += 1;
    if (verdict.status === 'failed') this.#failures.push({ file, line, why: verdict.why });
    if (verdict.status === 'refused')
      this.#refusals.set(verdict.feature, (this.#refusals.get(verdict.feature) ?? 0) + 1);
  }

  countsOf(file: string): FileCounts {
    return { file, ...(this.#files.get(file) ?? { passed: 0, failed: 0, refused: 0 }) };
  }

  report(suite: Report['suite']): Report {
    const files = [...this.#files].map(([file, counts]) => ({ file, ...counts }));
    const sum = (status: Verdict['status']): number => files.reduce((total, counts) => total + counts[status], 0);
    return {
      suite,
      passed: sum('passed'),
      failed: sum('failed'),
      refused: sum('refused'),
      failures: this.#failures,
      refusals: Object.fromEntries([...this.#refusals].toSorted(([, a], [, b]) => b - a)),
      files,
    };
  }
}
