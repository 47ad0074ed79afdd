/**
 * The numeric parts of an answer: exact top ten of 27,000 × 64 with filters and exclusions, of films that are all about
 * as long, so that no scan ends early (`large-catalogue.ts` has trained ones); and fold-ins of 500 films.
 */
import { createFoldIn } from '../../kernel/fold-in.ts';
import { createItemSet, createTopN } from '../../kernel/top-n.ts';
import { openModel } from '../../src/model/open-model.ts';
import { defaultParams } from '../../src/model/params.ts';
import { report, show, spreadOf } from '../report/timing.ts';
import { createRandom, normal } from '../train/generate-feedback.ts';

const ITEMS = 27_000;
const RANK = 64;
const QUERIES = 512;
/** Films that a filter or the history excludes. */
const EXCLUDED = 3_000;
const HISTORY = 500;

function drawItems(random: () => number): Float32Array {
  return Float32Array.from({ length: ITEMS * RANK }, () => normal(random));
}

export function topTen(): void {
  const random = createRandom(1);
  const topN = createTopN(drawItems(random), RANK);
  const queries = Array.from({ length: QUERIES }, () => ({
    factors: Float32Array.from({ length: RANK }, () => normal(random)),
    excluded: createItemSet(
      ITEMS,
      Array.from({ length: EXCLUDED }, () => Math.floor(random() * ITEMS)),
    ),
  }));
  for (const together of [1, 4, 16]) {
    const times: number[] = [];
    for (let first = 0; first + together <= QUERIES; first += together) {
      const started = performance.now();
      topN(queries.slice(first, first + together), 10);
      times.push((performance.now() - started) / together);
    }
    const spread = spreadOf(times);
    report(
      `top ten of 27,000 × 64 that no scan cuts short, ${together} at once`,
      `${show(spread, 3)} ms a user`,
      '0.15 ms',
      spread.median <= 0.15,
    );
  }
}

export function foldInHistory(): void {
  const random = createRandom(2);
  const factors = drawItems(random);
  const foldIns = {
    implicit: createFoldIn({ kind: 'implicit', factors, rank: RANK, gramWeight: 1 }),
    explicit: createFoldIn({ kind: 'explicit', factors, rank: RANK }),
  };
  const history = {
    items: Int32Array.from({ length: HISTORY }, (_, k) => k * 50),
    targets: new Float32Array(HISTORY).fill(10),
    weights: new Float32Array(HISTORY).fill(9),
    penalty: 1,
  };
  for (const [name, foldIn] of Object.entries(foldIns)) {
    const times = Array.from({ length: QUERIES }, () => {
      const started = performance.now();
      foldIn(history);
      return performance.now() - started;
    });
    const spread = spreadOf(times);
    report(
      `full fold-in of ${HISTORY} films × 64, ${name}`,
      `${show(spread, 3)} ms`,
      '0.3 ms',
      spread.median <= 0.3,
    );
  }
}

/** One rating more, worked into what was known of the person (the model's `foldInAgain`). */
export function foldInOneMore(): void {
  const random = createRandom(3);
  const params = { ...defaultParams('implicit-als', 'ranking'), rank: RANK };
  const model = openModel({
    params,
    seed: 1,
    mean: 3.5,
    itemIds: Int32Array.from({ length: ITEMS }, (_, item) => item + 1),
    support: new Uint32Array(ITEMS).fill(1),
    fallback: new Float64Array(ITEMS),
    factors: Float64Array.from(drawItems(random), (value) => value / RANK),
  });
  const history = Array.from({ length: HISTORY }, (_, k) => ({ item: k * 50, rating: 1 + (k % 5) }));
  const first = model.foldIn(history);
  // A person's equations are kept from their first change on.
  const before = first === null ? null : (model.foldInAgain?.(first, history) ?? null);
  if (before === null || model.foldInAgain === undefined) throw new Error('the model folds nobody in again');
  const times: number[] = [];
  let difference = 0;
  for (let round = 0; round < QUERIES; round++) {
    const next = [...history, { item: round * 50 + 1, rating: 5 }];
    const started = performance.now();
    const again = model.foldInAgain(before, next);
    times.push(performance.now() - started);
    const anew = model.foldIn(next);
    for (const [k, value] of anew?.factors.entries() ?? [])
      difference = Math.max(difference, Math.abs(value - (again?.factors[k] ?? Number.NaN)));
  }
  const spread = spreadOf(times);
  report(
    `one more rating folded in, ${HISTORY} films × 64`,
    `${show(spread, 3)} ms, ${difference.toExponential(0)} from the full solve`,
    '0.3 ms, 1e-4',
    spread.median <= 0.3 && difference <= 1e-4,
  );
}
