/** What every comparison is told, whether it looks at it or not. */
export interface BenchmarkOptions {
  /** How long the long part of it takes; null leaves it at its default. */
  minutes: number | null;
}
