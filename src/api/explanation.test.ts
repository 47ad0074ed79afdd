/** What is said of scores over HTTP, by every model, on the real adapters: parts that sum to them, chance, and what if. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { defaultParams, type ModelParams } from '../model/params.ts';
import { generateDataSet } from '../source/generator/sample.ts';
import { quiet } from './api.fixture.ts';
import { ExplanationAnswerSchema } from './schemas/explanation.ts';
import { type RecommendedItem, UserRecommendationAnswerSchema } from './schemas/recommendation.ts';
import { fitServed, load, openState, type Serving, type State, serve } from './serving.fixture.ts';

const SPEC = { users: 60, movies: 150, ratings: 3_000, seed: 7 };

const rank = 8;
const bayesian: ModelParams = { model: 'bayesian-als', rank, iterations: 30, burnIn: 10, thinning: 5 };
const MODELS: readonly (readonly [rating: ModelParams, ranking: ModelParams])[] = [
  [defaultParams('als', 'rating'), defaultParams('implicit-als', 'ranking')],
  [defaultParams('als-nonnegative', 'rating'), defaultParams('ease', 'ranking')],
  [bayesian, defaultParams('blend', 'ranking')],
  [defaultParams('popular', 'rating'), defaultParams('popular', 'ranking')],
];

type Explained = NonNullable<NonNullable<RecommendedItem['explanation']>['score']>;

function assertSums(explained: Explained | null | undefined, score: number | null): asserts explained {
  assert.ok(explained !== null && explained !== undefined && score !== null);
  const { base, exploration, contributions, others } = explained;
  const sum = contributions.reduce((total, { share }) => total + share, base + exploration + others.share);
  const tolerance = 1e-6 * Math.max(1, Math.abs(score));
  assert.ok(Math.abs(sum - score) <= tolerance, `${sum} is not ${score}`);
  assert.ok(Math.abs(explained.score - score) <= tolerance);
}

let dir: string;
let state: State;

before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'matinee-explanation-'));
  state = await openState(dir);
  await load(state, generateDataSet('explained', SPEC), quiet);
});

after(async () => {
  await state.close();
  await rm(dir, { recursive: true });
});

/** Serves models while `use` runs; its argument asks for a path under a person's recommendations. */
async function withModels(
  [rating, ranking]: (typeof MODELS)[number],
  use: (get: <S extends TSchema>(path: string, schema: S) => Promise<Static<S>>) => Promise<void>,
): Promise<void> {
  const serving: Serving = await serve(state, await fitServed(state.store, rating, ranking), quiet);
  try {
    const url = await serving.api.listen({ host: '127.0.0.1', port: 0 });
    await use(async (path, schema) => {
      const response = await fetch(`${url}/api/recommendations/users/${path}`);
      const body: unknown = await response.json();
      assert.equal(response.status, 200, JSON.stringify(body));
      const validator = Compile(schema);
      if (!validator.Check(body)) throw new Error(JSON.stringify(validator.Errors(body)));
      return body;
    });
  } finally {
    await serving.close();
  }
}

for (const models of MODELS) {
  const [rating, ranking] = models;
  describe(`${rating.model} and ${ranking.model}`, () => {
    it('every score and predicted rating of a list is the sum of its parts', () =>
      withModels(models, async (get) => {
        const { items } = await get('3?n=20&explain=true', UserRecommendationAnswerSchema);
        assert.equal(items.length, 20);
        for (const { score, predictedRating, explanation } of items) {
          assertSums(explanation?.score, score);
          assert.equal(explanation.score?.exploration, 0);
          const raw = explanation.predictedRating;
          assertSums(raw, raw?.score ?? null);
          assert.ok(Math.abs(Math.min(5, Math.max(1, raw.score)) - (predictedRating ?? 0)) < 1e-6);
          const sizes = raw.contributions.map(({ share }) => Math.abs(share));
          assert.deepEqual(
            sizes,
            sizes.toSorted((a, b) => b - a),
          );
          assert.ok(raw.contributions.every((part) => part.title !== '' && (part.rating ?? 0) >= 1));
        }
      }));

    it('explains one film as the list does', () =>
      withModels(models, async (get) => {
        const { items } = await get('3?n=1&explain=true', UserRecommendationAnswerSchema);
        const [first] = items;
        const alone = await get(`3/movies/${first?.movieId}/explanation`, ExplanationAnswerSchema);
        assert.equal(alone.score, first?.score);
        assert.deepEqual(alone.explanation, first?.explanation);
      }));

    it('names as many ratings as asked for, and sums the others', () =>
      withModels(models, async (get) => {
        const path = '3?n=5&explain=true';
        const whole = await get(path, UserRecommendationAnswerSchema);
        const short = await get(`${path}&contributions=3`, UserRecommendationAnswerSchema);
        for (const [place, { score, explanation }] of short.items.entries()) {
          assertSums(explanation?.score, score);
          const { contributions, others } = explanation.score ?? assert.fail();
          const all = whole.items[place]?.explanation?.score?.contributions ?? [];
          assert.deepEqual(contributions, all.slice(0, 3));
          assert.equal(contributions.length + others.count, all.length);
        }
      }));

    it('leaves ratings out as if they had not been given, but not for films to come back', () =>
      withModels(models, async (get) => {
        const whole = await get('3?n=1&explain=true', UserRecommendationAnswerSchema);
        const [film] = whole.items;
        const [most] = film?.explanation?.predictedRating?.contributions ?? [];
        assert.ok(film !== undefined && most !== undefined);
        const path = `3/movies/${film.movieId}/explanation?without=${most.movieId}`;
        const { explanation } = await get(path, ExplanationAnswerSchema);
        const raw = explanation.predictedRating;
        assertSums(raw, raw?.score ?? null);
        assert.ok(!raw.contributions.some(({ movieId }) => movieId === most.movieId));
        assert.notEqual(raw.score, film.explanation?.predictedRating?.score);
        const list = await get(`3?n=100&without=${most.movieId}`, UserRecommendationAnswerSchema);
        assert.ok(!list.items.some(({ movieId }) => movieId === most.movieId));
      }));
  });
}

for (const models of MODELS.filter(([, { model }]) => model === 'implicit-als' || model === 'blend')) {
  it(`explores by a seed, and says what chance added: ${models[1].model}`, () =>
    withModels(models, async (get) => {
      const list = (query: string) => get(`3?n=20&explain=true${query}`, UserRecommendationAnswerSchema);
      const shown = ({ items }: Static<typeof UserRecommendationAnswerSchema>) =>
        items.map(({ movieId, score }) => ({ movieId, score }));
      const plain = await list('');
      const explored = await list('&explore=1&seed=5');
      assert.equal(explored.seed, 5);
      assert.deepEqual(shown(await list('&explore=1&seed=5')), shown(explored));
      assert.notDeepEqual(shown(await list('&explore=1&seed=6')), shown(explored));
      assert.notDeepEqual(shown(explored), shown(plain));
      assert.deepEqual(shown(await list('&explore=0')), shown(plain));
      for (const { score, explanation } of explored.items) {
        assertSums(explanation?.score, score);
        assert.notEqual(explanation.score?.exploration, 0);
      }
      const anew = await list('&explore=1');
      assert.deepEqual(shown(await list(`&explore=1&seed=${anew.seed}`)), shown(anew));
    }));
}

it('somebody unknown has scores that are everybody’s', () =>
  withModels([defaultParams('als', 'rating'), defaultParams('implicit-als', 'ranking')], async (get) => {
    const { items } = await get('nobody?n=3&explain=true', UserRecommendationAnswerSchema);
    for (const { score, explanation } of items) {
      assert.deepEqual(explanation?.score, {
        score,
        base: score,
        exploration: 0,
        contributions: [],
        others: { count: 0, share: 0 },
      });
      assert.equal(explanation?.predictedRating?.contributions.length, 0);
    }
  }));
