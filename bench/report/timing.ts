/** Repeated timings, and how they are printed. */

export interface Spread {
  median: number;
  least: number;
  most: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? Number.NaN;
  return { median, least: sorted[0] ?? Number.NaN, most: sorted.at(-1) ?? Number.NaN };
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** `12.3 (11.0–15.2)`: the median, and from the least to the most. */
export function show({ median, least, most }: Spread, digits = 1): string {
  return `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}

/** One line of the result: what was measured, the figure, the bar, and whether it is reached. */
export function report(what: string, figure: string, bar: string, reached: boolean): void {
  console.log(`${reached ? 'reached' : 'MISSED '}  ${what}: ${figure} [bar: ${bar}]`);
}
