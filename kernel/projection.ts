/**
 * User factors to project through the entries (Halko, Martinsson & Tropp 2011, "Finding structure with randomness"): the
 * items' first factors are Σ t·ω over the users who have to do with them, each user weighed down by how many items
 * they have. They are so small that the first solve for the users is one more projection, which the penalty dominates.
 */
import type { Penalties } from './penalties.ts';
import { rowCount, rowCounts, type SparsePattern } from './sparse-matrix.ts';

/**
 * Root mean square of a coordinate of ω, relative to λ/t²: then the users' first solution comes out near one whatever
 * λ and t are. Measured: ten times more or less takes one or two sweeps more.
 */
const SCALE = 1.7;
/** Keeps those with a few entries from counting for much. */
const DAMPING = 10;

/** The directions of the given rows (random ones), at the length that suits the entries. */
export function projectionUsers(
  users: Float32Array,
  pattern: SparsePattern,
  targets: Float32Array,
  penalties: Penalties,
): Float32Array {
  const rows = rowCount(pattern);
  const rank = rows === 0 ? 0 : users.length / rows;
  const target = mean(targets);
  const length = (SCALE * mean(penalties.users) * Math.sqrt(rank)) / (target * target || 1);
  const scaled = new Float32Array(users.length);
  for (const [row, count] of rowCounts(pattern).entries()) {
    const from = row * rank;
    let square = 0;
    for (let k = from; k < from + rank; k++) square += (users[k] ?? 0) ** 2;
    const scale = square === 0 ? 0 : length / Math.sqrt(square * (count + DAMPING));
    for (let k = from; k < from + rank; k++) scaled[k] = (users[k] ?? 0) * scale;
  }
  return scaled;
}

function mean(values: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k] ?? 0;
  return values.length === 0 ? 0 : sum / values.length;
}
