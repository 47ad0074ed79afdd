/** The kernel's part of an answer: exact top ten of 27,000 × 64 with filters and exclusions, and a fold-in of 500 films. */
import { createFoldIn } from '../../kernel/fold-in.ts';
import { createItemSet, createTopN } from '../../kernel/top-n.ts';
import { createRandom, normal } from './generate-feedback.ts';
import { report, show, spreadOf } from './timing.ts';

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
      `top ten of 27,000 × 64, ${together} at once`,
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
