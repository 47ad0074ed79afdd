/** Diversity as an option: maximal marginal relevance (Carbonell & Goldstein, SIGIR 1998). */

export interface DiversityOptions {
  /** How many rows to choose. */
  n: number;
  /** From 0 (by relevance alone) to 1 (by unlikeness alone). */
  diversity: number;
  /** Relevance of a row, on any scale: it is brought to 0…1 over the pool. */
  relevance: (row: number) => number;
  /** Likeness of two rows, from 0 to 1. */
  similarity: (a: number, b: number) => number;
}

/**
 * Chooses from a pool ordered by relevance, one row at a time, the one with the highest
 * `(1 − diversity) · relevance − diversity · likeness to the nearest row chosen so far`; ties go to the earlier in the pool.
 */
export function diversify(pool: readonly number[], options: DiversityOptions): number[] {
  const { n, diversity, similarity } = options;
  const left = pool.map((row) => ({ row, relevance: 0, nearest: 0 }));
  scaleRelevance(left, options.relevance);
  const chosen: number[] = [];
  while (chosen.length < n && left.length > 0) {
    const next = best(left, diversity);
    left.splice(left.indexOf(next), 1);
    chosen.push(next.row);
    for (const candidate of left) {
      candidate.nearest = Math.max(candidate.nearest, similarity(candidate.row, next.row));
    }
  }
  return chosen;
}

interface Candidate {
  row: number;
  relevance: number;
  nearest: number;
}

function scaleRelevance(candidates: readonly Candidate[], relevance: (row: number) => number): void {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    candidate.relevance = relevance(candidate.row);
    low = Math.min(low, candidate.relevance);
    high = Math.max(high, candidate.relevance);
  }
  const range = high - low || 1;
  for (const candidate of candidates) candidate.relevance = (candidate.relevance - low) / range;
}

function best(candidates: readonly Candidate[], diversity: number): Candidate {
  const value = (candidate: Candidate) =>
    (1 - diversity) * candidate.relevance - diversity * candidate.nearest;
  return candidates.reduce((leader, candidate) => (value(candidate) > value(leader) ? candidate : leader));
}
