/** Folding in a changed history from what was known before gives what folding it in from nothing gives. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fitModel } from '../fit-model.ts';
import { createRatingMatrix } from '../matrix.ts';
import type { Feedback } from '../model.ts';
import { openModel } from '../open-model.ts';
import type { ModelParams } from '../params.ts';
import { hashPair } from '../random.ts';
import { testPool } from '../testing/kernel-pool.ts';
import { tasteRatings } from '../testing/rating-data.ts';

const FILMS = 300;
const matrix = createRatingMatrix(tasteRatings(50, FILMS));
const history: Feedback[] = Array.from({ length: 200 }, (_, item) => ({ item, rating: 1 + (item % 5) }));

const common = { rank: 8, iterations: 3 } as const;
const models: ModelParams[] = [
  { model: 'als', ...common, regularization: 0.3, frequencyExponent: 0.5 },
  { model: 'als-nonnegative', ...common, regularization: 0.05 },
  {
    model: 'implicit-als',
    ...common,
    regularization: 0.2,
    unobservedWeight: 0.3,
    frequencyExponent: 0.4,
    ratingWeight: 0.5,
  },
];

for (const params of models) {
  describe(params.model, () => {
    const changes: readonly (readonly [name: string, next: Feedback[]])[] = [
      ['one more rating', [...history, { item: 250, rating: 5 }]],
      ['a rating changed', [...history, { item: 7, rating: 5 }]],
      ['a rating taken back', history.slice(1)],
      ['a history of other films', Array.from({ length: 90 }, (_, k) => ({ item: 205 + k, rating: 3 }))],
      ['nothing left', []],
    ];
    for (const [name, next] of changes) {
      test(name, async () => {
        const model = openModel(await fitModel(matrix, params, { seed: 1, pool: testPool }));
        const first = model.foldIn(history);
        assert.ok(first !== null && model.foldInAgain !== undefined);
        const before = model.foldInAgain(first, history);
        assert.ok(before?.system !== undefined);
        const [again, anew] = [model.foldInAgain(before, next), model.foldIn(next)];
        assert.equal(again === null, anew === null);
        for (const [k, value] of anew?.factors.entries() ?? [])
          assert.ok(Math.abs((again?.factors[k] ?? Number.NaN) - value) < 1e-8);
        assert.ok(Math.abs((again?.bias ?? 0) - (anew?.bias ?? 0)) < 1e-8);
      });
    }

    test('a hundred changes in a row do not add up', async () => {
      const model = openModel(await fitModel(matrix, params, { seed: 1, pool: testPool }));
      let person = model.foldIn(history);
      const ratings = new Map(history.map(({ item, rating }) => [item, rating]));
      const present = (): Feedback[] => [...ratings].map(([item, rating]) => ({ item, rating }));
      for (let change = 0; change < 100 && person !== null; change++) {
        ratings.set(hashPair(change, 3) % FILMS, 1 + (hashPair(change, 4) % 5));
        person = model.foldInAgain?.(person, present()) ?? null;
      }
      const anew = model.foldIn(present());
      for (const [k, value] of anew?.factors.entries() ?? [])
        assert.ok(Math.abs((person?.factors[k] ?? Number.NaN) - value) < 1e-8);
    });
  });
}
