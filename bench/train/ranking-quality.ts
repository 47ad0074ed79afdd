/** Splits implicit feedback into training and validation, and measures NDCG@20 of factors on the validation part. */
import type { Factors } from '../../kernel/factors.ts';
import { rowCount, type SparseMatrix } from '../../kernel/sparse-matrix.ts';
import { createItemSet, createTopN } from '../../kernel/top-n.ts';
import { createRandom } from './generate-feedback.ts';

const K = 20;
const WITHHELD = 0.15;
/** Every third user is plenty. */
const EVERY = 3;

export interface Split {
  train: SparseMatrix;
  /** What was withheld of each user. */
  withheld: Set<number>[];
}

export function splitFeedback(matrix: SparseMatrix, seed: number): Split {
  const random = createRandom(seed);
  const starts = new Uint32Array(matrix.starts.length);
  const columns = new Int32Array(matrix.columns.length);
  const withheld: Set<number>[] = [];
  let end = 0;
  for (let row = 0; row < rowCount(matrix); row++) {
    const out = new Set<number>();
    for (const column of matrix.columns.subarray(matrix.starts[row], matrix.starts[row + 1])) {
      if (random() < WITHHELD) out.add(column);
      else columns[end++] = column;
    }
    withheld.push(out);
    starts[row + 1] = end;
  }
  const values = new Float32Array(end).fill(1);
  return { train: { ...matrix, starts, columns: columns.slice(0, end), values }, withheld };
}

export function ndcg({ train, withheld }: Split, { users, items }: Factors): number {
  const rank = items.length / train.columnCount;
  const topN = createTopN(items, rank);
  const rows = withheld
    .map((_, row) => row)
    .filter((row) => row % EVERY === 0 && (withheld[row]?.size ?? 0) > 0);
  const queries = rows.map((row) => ({
    factors: users.slice(row * rank, (row + 1) * rank),
    excluded: createItemSet(
      train.columnCount,
      train.columns.subarray(train.starts[row], train.starts[row + 1]),
    ),
  }));
  let sum = 0;
  for (const [q, found] of topN(queries, K).entries()) {
    const truth = withheld[rows[q] ?? 0] ?? new Set();
    let gain = 0;
    for (const [place, item] of found.items.entries()) if (truth.has(item)) gain += discount(place);
    let ideal = 0;
    for (let place = 0; place < Math.min(K, truth.size); place++) ideal += discount(place);
    sum += gain / ideal;
  }
  return sum / rows.length;
}

function discount(place: number): number {
  return 1 / Math.log2(place + 2);
}
