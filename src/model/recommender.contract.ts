/** What every model owes, whatever trained it. A model's test file holds only its parameters and its bounds. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { assertClose } from '../../kernel/als.contract.ts';
import { createItemSet } from '../../kernel/top-n.ts';
import { sharedData } from '../../test/data.ts';
import { evaluate } from './evaluate/evaluate.ts';
import { trainingHistory } from './evaluate/test-ratings.ts';
import { fitModel } from './fit-model.ts';
import { createRatingMatrix, type RatingMatrix } from './matrix.ts';
import type { Model, ModelName, Task } from './model.ts';
import { openModel } from './open-model.ts';
import { type ModelParams, taskOf } from './params.ts';
import { selectRatings } from './ratings.ts';
import { decodeModel, encodeModel } from './registry/model-file.ts';
import { testPool } from './testing/kernel-pool.ts';
import { BOARD, checkerboard, readRatings, tasteRatings } from './testing/rating-data.ts';
import { topItems } from './top-items.ts';

export interface ModelContract {
  params: ModelParams;
  /** Whether the model tells people apart by what they like; popularity does not. */
  personal: boolean;
  /** What the model's default parameters reach: RMSE at most on u1, or NDCG@10 at least on ua. Null where that takes too long. */
  quality: number | null;
  /** The factors of the training users as the last iteration left them, user by user; absent from a model without any. */
  trainedUsers?: (matrix: RatingMatrix, seed: number) => Promise<Float32Array>;
}

const SEED = 42;
const DRAWS = 400;
/** What training in single precision may differ by from a fold-in in double precision. */
const SINGLE_PRECISION = 1e-4;

export function describeModelContract({ params, personal, quality, trainedUsers }: ModelContract): void {
  const task = taskOf(params);
  const fit = (matrix: RatingMatrix) => fitModel(matrix, params, { seed: SEED, pool: testPool });
  const open = async (matrix: RatingMatrix) => openModel(await fit(matrix));
  const tastes = createRatingMatrix(tasteRatings(40, 30));
  const board = createRatingMatrix(checkerboard(task === 'rating' ? 1 : 0));
  const firstUser = 'user 0';

  describe(`${params.model} for ${task}`, () => {
    describe('is deterministic', () => {
      const ratings = tasteRatings(12, 15);

      test('the same ratings in another order give the same model, bit for bit', async () => {
        const reversed = selectRatings(ratings, [...ratings.users.keys()].reverse());
        const state = await fit(createRatingMatrix(ratings));
        assert.deepEqual(await fit(createRatingMatrix(reversed)), state);
      });

      test('a model trained without a person equals one that never had them', async () => {
        const others = [...ratings.users.keys()].filter((place) => ratings.users[place] !== 'user 5');
        const lastFirst = others.toReversed();
        const never = await fit(createRatingMatrix(selectRatings(ratings, others)));
        assert.deepEqual(await fit(createRatingMatrix(selectRatings(ratings, lastFirst))), never);
      });
    });

    test('saved and loaded it answers the same, bit for bit', async () => {
      const state = await fit(tastes);
      const loaded = { ...decodeModel(encodeModel(state), 'memory'), params: state.params, seed: state.seed };
      assert.deepEqual(loaded, state);
      const history = trainingHistory(tastes, firstUser);
      const [before, after] = [openModel(state), openModel(loaded)];
      assert.deepEqual(after.scoreItems(after.foldIn(history)), before.scoreItems(before.foldIn(history)));
    });

    test('knows nobody by an empty history, and still scores every film for them', async () => {
      const model = await open(tastes);
      assert.equal(model.foldIn([]), null);
      assert.equal(model.explainFor([]), null);
      const scores = model.scoreItems(null);
      assert.equal(scores.length, model.items.size);
      assert.ok(scores.every(Number.isFinite));
    });

    test('finds the best films as fast as it can, and the same as by scoring all of them', async () => {
      const model = await open(tastes);
      if (model.topItems === undefined) return;
      for (let user = 0; user < 40; user++) {
        const person = model.foldIn(trainingHistory(tastes, `user ${user}`));
        if (person === null) continue;
        const excluded = createItemSet(model.items.size, [user % 7, 20 + (user % 5)]);
        const isExcluded = (item: number) => item === user % 7 || item === 20 + (user % 5);
        for (const limit of [1, 5, 100]) {
          const found = model.topItems(person, limit, excluded);
          assert.ok(found !== null);
          assert.deepEqual(found, topItems(model.scoreItems(person), limit, isExcluded));
        }
      }
    });

    test('passes over films that it does not know, in a history and in a question', async () => {
      const model = await open(tastes);
      const history = trainingHistory(tastes, firstUser);
      const strange = [
        { item: model.items.size, rating: 5 },
        { item: -1, rating: 5 },
        { item: 0.5, rating: 1 },
      ];
      assert.equal(model.foldIn(strange), null);
      assert.deepEqual(model.foldIn([...strange, ...history]), model.foldIn(history));
      assert.ok(Number.isFinite(model.predict(model.foldIn(history), null)));
      assert.ok(Number.isFinite(model.predict(null, null)));
      assert.equal(model.items.indexOf(99_999), undefined);
    });

    test('takes a history in any order, and of a film that is there twice the last rating', async () => {
      const model = await open(tastes);
      const history = trainingHistory(tastes, firstUser);
      const [first] = history;
      assert.ok(first !== undefined);
      const changed = { item: first.item, rating: first.rating === 5 ? 1 : 5 };
      assert.deepEqual(model.foldIn(history.toReversed()), model.foldIn(history));
      assert.deepEqual(model.foldIn([changed, ...history]), model.foldIn(history));
    });

    test('predicts one film as it scores all', async () => {
      const model = await open(tastes);
      const person = model.foldIn(trainingHistory(tastes, firstUser));
      for (const who of [person, null]) {
        const scores = model.scoreItems(who);
        for (const [item, score] of scores.entries()) assert.equal(model.predict(who, item), score);
      }
    });

    test('counts the training ratings of each film', async () => {
      const model = await open(tastes);
      assert.equal(
        model.support.reduce((sum, count) => sum + count, 0),
        tastes.size,
      );
    });

    test('explains its scores exactly, film by film of the history', async () => {
      const model = await open(tastes);
      const history = trainingHistory(tastes, firstUser);
      const explain = model.explainFor(history);
      assert.ok(explain !== null);
      for (const item of [0, 7, 29]) {
        const { score, base, contributions } = explain(item);
        const sum = contributions.reduce((total, { share }) => total + share, base);
        assert.ok(Math.abs(sum - model.predict(model.foldIn(history), item)) < 1e-9);
        assert.ok(Math.abs(sum - score) < 1e-12);
        assert.deepEqual(
          contributions.map(({ item: film }) => film),
          history.map(({ item: film }) => film),
        );
        if (personal) assert.ok(contributions.some(({ share }) => share !== 0));
      }
    });

    test('draws of a person vary around what folding in gives, the same by the same seed', async () => {
      const model = await open(tastes);
      const { drawPerson } = model;
      const history = trainingHistory(tastes, firstUser);
      if (drawPerson === undefined) return;
      assert.equal(drawPerson([], 1), null);
      assert.deepEqual(drawPerson(history, 1), drawPerson(history, 1));
      const draws = Array.from({ length: DRAWS }, (_, seed) => model.scoreItems(drawPerson(history, seed)));
      for (const [item, score] of model.scoreItems(model.foldIn(history)).entries()) {
        const values = draws.map((scores) => scores[item] ?? Number.NaN);
        const mean = values.reduce((sum, value) => sum + value, 0) / DRAWS;
        const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / DRAWS);
        assert.ok(deviation > 0);
        assert.ok(Math.abs(mean - score) < (5 * deviation) / Math.sqrt(DRAWS), `item ${item}`);
      }
    });

    test('what would be learned from a film is less once it is known, for somebody new too', async () => {
      const model = await open(tastes);
      for (const history of [[], trainingHistory(tastes, firstUser)]) {
        const learning = model.learningFrom?.(history);
        if (learning === undefined) return;
        for (const item of [0, 1, 2]) {
          const gain = learning.gain(item);
          assert.ok(Number.isFinite(gain) && gain >= 0);
          assert.ok(learning.after(item).gain(item) < gain);
        }
      }
    });

    if (personal) describePersonal(open, board, task);
    if (trainedUsers !== undefined) {
      test("folding in a training user's own history gives their trained factors", async () => {
        const trained = await trainedUsers(tastes, SEED);
        const model = await open(tastes);
        const width = trained.length / tastes.users.size;
        for (const [row, user] of tastes.users.ids.entries()) {
          const person = model.foldIn(trainingHistory(tastes, user));
          const folded = [...(person?.factors ?? []), person?.bias ?? 0].slice(0, width);
          assertClose(folded, trained.slice(row * width, (row + 1) * width), SINGLE_PRECISION);
        }
      });
    }

    if (quality !== null) describeQuality(params.model, task, quality);
  });
}

/** What a model's default parameters owe on real ratings. */
function describeQuality(model: ModelName, task: Task, quality: number): void {
  const data = sharedData('ml-100k');
  test(`reaches ${quality} on MovieLens 100K`, { skip: data.skip }, async () => {
    const part = (name: string) => readRatings(join(data.dir, name));
    const [train, withheld] = task === 'rating' ? ['u1.base', 'u1.test'] : ['ua.base', 'ua.test'];
    const report = await evaluate({ train: part(train), test: part(withheld), task, model });
    if ('rmse' in report) assert.ok((report.rmse ?? Number.NaN) <= quality, `RMSE is ${report.rmse}`);
    else assert.ok((report.ndcg ?? Number.NaN) >= quality, `NDCG@10 is ${report.ndcg}`);
  });
}

/** What a model owes that tells people apart, on a checkerboard whose fields of one colour are kin. */
function describePersonal(
  open: (matrix: RatingMatrix) => Promise<Model>,
  board: RatingMatrix,
  task: string,
): void {
  const kinOf = (scores: Float64Array, parity: number) =>
    scores.filter((_, item) => item % 2 === parity).reduce((sum, score) => sum + score, 0) / (BOARD / 2);

  test('finds the withheld diagonal of a checkerboard', async () => {
    const model = await open(board);
    for (let user = 0; user < BOARD; user++) {
      const history = trainingHistory(board, `user ${user}`);
      const seen = new Set(history.map(({ item }) => item));
      const scores = model.scoreItems(model.foldIn(history));
      const withheld = scores[user] ?? Number.NaN;
      if (task === 'rating') assert.ok(withheld > 4, `user ${user}: predicted ${withheld}`);
      else {
        const others = scores.filter((_, item) => item !== user && !seen.has(item));
        assert.ok(
          others.every((score) => score < withheld),
          `user ${user}`,
        );
      }
    }
  });

  test('learns from one new rating: the scores of kin move', async () => {
    const model = await open(board);
    const history = [
      { item: 1, rating: 5 },
      { item: 3, rating: 5 },
      { item: 2, rating: 4 },
    ];
    const before = model.scoreItems(model.foldIn(history));
    const after = model.scoreItems(model.foldIn([...history, { item: 4, rating: 5 }]));
    const gap = (scores: Float64Array) => kinOf(scores, 0) - kinOf(scores, 1);
    assert.ok(gap(after) > gap(before) + 1e-3, `${gap(before)} → ${gap(after)}`);
  });

  test('holds films of one colour alike, best first and without the film itself', async () => {
    const model = await open(board);
    const similar = model.similarItems(0, BOARD);
    assert.ok(similar.slice(0, BOARD / 2 - 1).every(({ item }) => item % 2 === 0 && item !== 0));
    assert.equal(similar.length, BOARD - 1);
    assert.deepEqual(
      similar,
      similar.toSorted((a, b) => b.score - a.score),
    );
    assert.deepEqual(model.similarItems(-1, 5), []);
  });

  test('gives the directions whose cosines the films alike are in the order of', async () => {
    const model = await open(board);
    if (model.directions === undefined) return;
    const { rank, rows } = model.directions();
    assert.equal(rows.length, rank * model.items.size);
    for (const { item, score } of model.similarItems(0, BOARD)) {
      const cosine = Array.from(rows.subarray(0, rank)).reduce(
        (sum, v, k) => sum + v * (rows[item * rank + k] ?? 0),
        0,
      );
      assert.ok(Math.abs(cosine - score) < 1e-5, `${cosine} and ${score}`);
    }
  });
}
