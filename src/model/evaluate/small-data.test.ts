/** Every model, as it is and tuned, on data that is hardly any: no crash, and figures that are finite. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModelName } from '../model.ts';
import type { EvaluationColumns } from './columns.ts';
import { evaluate } from './evaluate.ts';

type Row = readonly [user: string, item: string, rating: number];

function columns(rows: readonly Row[]): EvaluationColumns {
  return {
    users: rows.map(([user]) => user),
    items: rows.map(([, item]) => item),
    ratings: rows.map(([, , rating]) => rating),
    timestamps: rows.map((_, place) => place),
  };
}

/** Fewer users and films than any model has factors. */
const data: Record<string, readonly Row[]> = {
  'one rating': [['a', 'x', 4]],
  'users and films with one rating each': [
    ['a', 'x', 5],
    ['b', 'y', 3],
    ['c', 'z', 1],
  ],
  'equal ratings': [
    ['a', 'x', 3],
    ['a', 'y', 3],
    ['b', 'y', 3],
    ['b', 'z', 3],
    ['c', 'x', 3],
  ],
  'ratings of zero': [
    ['a', 'x', 0],
    ['a', 'y', 0],
    ['b', 'y', 0],
    ['b', 'z', 0],
    ['c', 'x', 0],
  ],
  'the same film again and again': [
    ['a', 'x', 1],
    ['a', 'x', 5],
    ['a', 'y', 2],
    ['a', 'y', 4],
    ['b', 'y', 3],
    ['b', 'x', 2],
  ],
};

/** One film that is known to the training part, one that is not, and a person who is not. */
const asked = columns([
  ['a', 'x', 4],
  ['a', 'unknown', 4],
  ['nobody', 'x', 4],
]);

const models: readonly (readonly [task: 'rating' | 'ranking', models: readonly ModelName[]])[] = [
  ['rating', ['als', 'als-nonnegative', 'bayesian-als', 'popular']],
  ['ranking', ['implicit-als', 'ease', 'blend', 'popular']],
];

for (const [task, names] of models) {
  for (const model of names) {
    test(`${task}, ${model}`, async () => {
      for (const [what, rows] of Object.entries(data)) {
        for (const tune of [false, true]) {
          const train = columns(rows);
          const searchLimits = { trials: 2, budgetMs: 200 };
          const report = await evaluate({ train, test: asked, task, model, tune, searchLimits, threads: 1 });
          const figure = 'rmse' in report ? report.rmse : report.ndcg;
          assert.ok(Number.isFinite(figure), `${what}${tune ? ', tuned' : ''}: ${figure}`);
          assert.equal(report.coldStart, 2, what);
        }
      }
    });
  }
}
