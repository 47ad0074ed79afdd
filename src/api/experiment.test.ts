/** An experiment through the API: dealt by person, said in every answer, counted by what people do with it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseUserId } from '../domain/ids.ts';
import { armOf, armOfAnswer, type Experiment } from '../recommender/experiments/experiment.ts';
import { ask, assertProblem, startApi, testPseudonyms } from './api.fixture.ts';
import { ExperimentAnswerSchema } from './schemas/experiment.ts';
import { AcceptedBatchAnswerSchema } from './schemas/rating.ts';
import { RowsAnswerSchema, UserRecommendationAnswerSchema } from './schemas/recommendation.ts';

const experiment: Experiment = { name: 'popular-first', share: 0.5, variant: { byPopularity: true } };

const dealtTo = (name: string) => {
  const userId = parseUserId(name);
  assert.ok(userId !== null);
  return armOf(experiment, testPseudonyms.pseudonymise(userId));
};
const namesOf = (arm: 'control' | 'variant', count: number) =>
  Array.from({ length: 400 }, (_, number) => `reader ${number}`)
    .filter((name) => dealtTo(name) === arm)
    .slice(0, count);

test('people of the variant get what it says, the others what everybody gets, and the answer tells which', async (t) => {
  const { api } = await startApi(t, { experiment });
  const plain = await startApi(t);
  for (const arm of ['control', 'variant'] as const) {
    const [name = ''] = namesOf(arm, 1);
    const rated = {
      method: 'POST',
      url: '/api/ratings',
      body: { userId: name, movieId: 3, rating: 5 },
    } as const;
    for (const each of [api, plain.api]) assert.equal((await each.inject(rated)).statusCode, 202);
    const url = `/api/recommendations/users/${encodeURIComponent(name)}`;
    const answer = await ask(api, url, UserRecommendationAnswerSchema);
    const usual = await ask(plain.api, url, UserRecommendationAnswerSchema);
    assert.deepEqual(answer.experiment, { name: 'popular-first', arm });
    assert.equal(armOfAnswer('popular-first', answer.recommendationId), arm);
    assert.equal(usual.experiment, undefined);
    assert.equal(answer.strategy, arm === 'variant' ? 'popular' : usual.strategy);
    const films = ({ items }: typeof answer) => items.map(({ movieId }) => movieId);
    if (arm === 'control') assert.deepEqual(films(answer), films(usual));
    else assert.notDeepEqual(films(answer), films(usual));

    const rows = await ask(api, `${url}/rows`, RowsAnswerSchema);
    assert.deepEqual(rows.experiment, { name: 'popular-first', arm });
    assert.ok(
      rows.rows.every(({ recommendationId }) => armOfAnswer('popular-first', recommendationId) === arm),
    );
    const steered = await ask(api, `${url}/rows?novelty=1`, RowsAnswerSchema);
    assert.equal(steered.experiment, undefined, 'whoever steers gets what they ask for');
  }
});

test('what people of each arm saw and opened becomes the outcome', async (t) => {
  const { api, stream, store } = await startApi(t, { experiment });
  for (const arm of ['control', 'variant'] as const) {
    for (const [place, userId] of namesOf(arm, 60).entries()) {
      const url = `/api/recommendations/users/${encodeURIComponent(userId)}`;
      const { recommendationId, items } = await ask(api, url, UserRecommendationAnswerSchema);
      const said = (movieId: number, type: string) => ({ userId, movieId, type, recommendationId });
      const opens = arm === 'variant' || place % 4 === 0;
      const body = [
        ...items.slice(0, 4).map(({ movieId }) => said(movieId, 'impression')),
        ...items.slice(0, opens ? 2 : 0).map(({ movieId }) => said(movieId, 'click')),
      ];
      const accepted = await ask(
        api,
        { method: 'POST', url: '/api/interactions/batch', body },
        AcceptedBatchAnswerSchema,
      );
      assert.equal(accepted.accepted, body.length);
    }
  }
  await store.index(stream);
  const answer = await ask(api, '/api/admin/experiment', ExperimentAnswerSchema);
  assert.deepEqual([answer.name, answer.share, answer.variant.byPopularity], ['popular-first', 0.5, true]);
  const { control, variant } = answer.arms;
  assert.deepEqual([control.people, control.impressions, control.clicks], [60, 240, 30]);
  assert.deepEqual([variant.people, variant.impressions, variant.clicks], [60, 240, 120]);
  assert.equal(variant.rate?.value, 0.5);
  assert.equal(answer.difference?.value, 0.375);
  assert.equal(answer.verdict, 'better');
  assert.match(answer.text, /people open 50\.0 % of the films it shows and 12\.5 % of the others/);
});

test('a batch of which one cannot be taken is refused whole, and says which', async (t) => {
  const { api, stream } = await startApi(t, { experiment });
  const body = [
    { userId: 'ada', movieId: 1, type: 'impression' },
    { userId: 'ada', movieId: 999, type: 'impression' },
  ];
  const problem = assertProblem(
    await api.inject({ method: 'POST', url: '/api/interactions/batch', body }),
    400,
  );
  assert.deepEqual(
    problem.errors?.map(({ pointer }) => pointer),
    ['/1/movieId'],
  );
  assert.equal([0, 1, 2].flatMap((partition) => stream.log('interactions', partition)).length, 0);
});

test('no experiment is a 404 that says how to have one', async (t) => {
  const { api } = await startApi(t);
  const problem = assertProblem(await api.inject('/api/admin/experiment'), 404);
  assert.match(problem.hint ?? '', /experiment\.name/);
});
