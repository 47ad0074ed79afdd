/** The live loop on the real adapters: a rating posted is learned from at once, indexed, and outlives a restart. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { runConsumer } from '../consumer/run-consumer.ts';
import type { ServedModel } from '../recommender/served-model.ts';
import { generateDataSet } from '../source/generator/sample.ts';
import { accept, ask, quiet } from './api.fixture.ts';
import { type UserRecommendationAnswer, UserRecommendationAnswerSchema } from './schemas/recommendation.ts';
import { TotalsAnswerSchema } from './schemas/status.ts';
import { fitServed, load, openState, type Serving, type State, serve } from './serving.fixture.ts';

const SPEC = { users: 60, movies: 150, ratings: 3_000, seed: 7 };

function startIndexer({ stream, store }: State): () => Promise<void> {
  const stop = new AbortController();
  const done = runConsumer({ stream, store, logger: quiet, signal: stop.signal });
  return async () => {
    stop.abort();
    await done;
  };
}

function rate(api: FastifyInstance, movieId: number, rating: number): Promise<string> {
  return accept(api, '/api/ratings', { userId: 'new', movieId, rating });
}

function recommend(api: FastifyInstance, query = ''): Promise<UserRecommendationAnswer> {
  return ask(api, `/api/recommendations/users/new?n=100${query}`, UserRecommendationAnswerSchema);
}

const idsOf = ({ items }: UserRecommendationAnswer) => items.map(({ movieId }) => movieId);

describe('the live loop', () => {
  let dir: string;
  let state: State;
  let model: ServedModel;
  let serving: Serving;

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'matinee-live-'));
    state = await openState(dir);
    await load(state, generateDataSet('live', SPEC), quiet);
    model = await fitServed(state.store);
    serving = await serve(state, model, quiet);
  });

  after(async () => {
    await serving.close();
    await state.close();
    await rm(dir, { recursive: true });
  });

  it('learns from a rating before the index has it', async () => {
    const cold = await recommend(serving.api);
    assert.equal(cold.strategy, 'popular');
    const [first = 0, second = 0] = idsOf(cold);
    const one = await recommend(serving.api, `&after=${await rate(serving.api, first, 5)}`);
    assert.equal(one.strategy, 'implicit-als');
    const two = await recommend(serving.api, `&after=${await rate(serving.api, second, 5)}`);
    assert.ok(!idsOf(two).includes(first) && !idsOf(two).includes(second));
    const scores = new Map(one.items.map(({ movieId, score }) => [movieId, score]));
    const moved = two.items.filter(
      ({ movieId, score }) => scores.has(movieId) && scores.get(movieId) !== score,
    );
    assert.ok(moved.length > 10, 'the scores of other films have moved');
  });

  it('is the same for another instance, which only reads the topics', async () => {
    const here = await recommend(serving.api);
    const other = await serve(state, model, quiet);
    const position = await rate(serving.api, idsOf(here)[0] ?? 0, 1);
    const there = await recommend(other.api, `&after=${position}`);
    assert.deepEqual(there.items, (await recommend(serving.api)).items);
    await other.close();
  });

  it('shows in the totals once indexed, and is the same before and after', async () => {
    const totals = (query: string) => ask(serving.api, `/api/stats/totals${query}`, TotalsAnswerSchema);
    const before = await recommend(serving.api);
    const { ratings: earlier } = await totals('');
    const stop = startIndexer(state);
    const position = await rate(serving.api, idsOf(before)[0] ?? 0, 4);
    const between = await recommend(serving.api);
    assert.equal((await totals(`?after=${position}`)).ratings, earlier + 4);
    assert.deepEqual((await recommend(serving.api)).items, between.items);
    await stop();
  });

  it('forgets nothing over a restart, indexed or not', async () => {
    const shown = await recommend(serving.api);
    const position = await rate(serving.api, idsOf(shown)[3] ?? 0, 5);
    const before = await recommend(serving.api);
    await serving.close();
    await state.close();
    state = await openState(dir);
    serving = await serve(state, model, quiet);
    assert.deepEqual((await recommend(serving.api, `&after=${position}`)).items, before.items);
  });
});
