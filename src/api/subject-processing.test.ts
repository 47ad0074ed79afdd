/** What a person forbids: nothing personal is shown, what is not to be collected is refused, and all of it can be taken back. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Pseudonym } from '../domain/ids.ts';
import { type Processing, UNLIMITED } from '../governance/processing/processing.ts';
import { accept, ask, assertProblem, startApi, testPseudonyms } from './api.fixture.ts';
import { OwnRatingsAnswerSchema } from './schemas/rating.ts';
import { RowsAnswerSchema, UserRecommendationAnswerSchema } from './schemas/recommendation.ts';
import { ProcessingAnswerSchema, SubjectAnswerSchema } from './schemas/subject.ts';

/** The API with a memory of what people forbid, as the key store has one. */
async function start(t: TestContext) {
  const limited = new Map<Pseudonym, Processing>();
  const of = (person: Pseudonym) => limited.get(person) ?? UNLIMITED;
  const fixture = await startApi(t, {
    processingOf: of,
    subjects: {
      erase: () => Promise.reject(new Error('nobody is erased here')),
      limit: async (userId, change) => {
        const person = testPseudonyms.pseudonymise(userId);
        limited.set(person, { ...of(person), ...change });
        return of(person);
      },
    },
  });
  for (const [movieId, rating] of [
    [1, 5],
    [2, 4],
    [7, 1],
  ]) {
    await accept(fixture.api, '/api/ratings', { userId: 'ada', movieId, rating });
  }
  const listOf = (userId: string) =>
    ask(fixture.api, `/api/recommendations/users/${userId}?n=13`, UserRecommendationAnswerSchema);
  const limit = (method: 'POST' | 'DELETE', what: string) =>
    ask(fixture.api, { method, url: `/api/subjects/ada/${what}` }, ProcessingAnswerSchema);
  const post = (url: string, body: object) => fixture.api.inject({ method: 'POST', url, body });
  return { ...fixture, listOf, limit, post };
}

const films = ({ items }: { items: readonly { movieId: number }[] }) => items.map(({ movieId }) => movieId);

test('who objects is shown what a stranger is, less what they have rated, until they consent again', async (t) => {
  const { api, listOf, limit } = await start(t);
  const [before, stranger] = [await listOf('ada'), await listOf('nobody-knows')];
  assert.notEqual(before.strategy, 'popular');
  assert.deepEqual(await limit('POST', 'objection'), { profiling: false, restricted: false });
  const after = await listOf('ada');
  assert.equal(after.strategy, 'popular');
  assert.deepEqual(
    films(after),
    films(stranger).filter((movieId) => ![1, 2, 7].includes(movieId)),
  );
  assert.ok(
    after.items.every(
      ({ predictedRating, reasons }) =>
        predictedRating === stranger.items[0]?.predictedRating &&
        reasons.every(({ kind }) => kind === 'popular'),
    ),
  );
  const { rows } = await ask(api, '/api/recommendations/users/ada/rows', RowsAnswerSchema);
  assert.ok(rows.length > 0 && rows.every(({ kind }) => kind === 'popular' || kind === 'hidden-gems'));
  assert.deepEqual(await limit('DELETE', 'objection'), UNLIMITED);
  assert.deepEqual(films(await listOf('ada')), films(before));
});

test('of who objects, what they look at is refused and leaves nothing; what they say is taken in', async (t) => {
  const { stream, limit, post, api } = await start(t);
  const count = () => [0, 1, 2].reduce((sum, at) => sum + stream.log('interactions', at).length, 0);
  await limit('POST', 'objection');
  const before = count();
  for (const type of ['view', 'click', 'impression']) {
    const problem = assertProblem(await post('/api/interactions', { userId: 'ada', movieId: 3, type }), 409);
    assert.match(problem.detail, /not collected/);
  }
  const batch = [
    { userId: 'bob', movieId: 3, type: 'view' },
    { userId: 'ada', movieId: 3, type: 'view' },
  ];
  assertProblem(await post('/api/interactions/batch', batch), 409);
  assert.equal(count(), before, 'nothing was collected');
  await accept(api, '/api/interactions', { userId: 'ada', movieId: 3, type: 'like' });
  await accept(api, '/api/ratings', { userId: 'ada', movieId: 4, rating: 3 });
  assert.equal(count(), before + 1);
});

test('who is restricted is nobody to the recommender, and nothing is taken in of them, until it is lifted', async (t) => {
  const { api, listOf, limit, post } = await start(t);
  const stranger = await listOf('nobody-knows');
  assert.deepEqual(await limit('POST', 'restriction'), { profiling: true, restricted: true });
  const restricted = await listOf('ada');
  assert.deepEqual([restricted.strategy, films(restricted)], ['popular', films(stranger)]);
  const posts: [string, object][] = [
    ['/api/ratings', { userId: 'ada', movieId: 4, rating: 3 }],
    ['/api/interactions', { userId: 'ada', movieId: 4, type: 'like' }],
    ['/api/users', { userId: 'ada', age: 40 }],
    ['/api/subjects/ada/rectification', { profile: { gender: 'F' } }],
  ];
  for (const [url, body] of posts)
    assert.match(assertProblem(await post(url, body), 409).detail, /only stored/);
  const own = await ask(api, '/api/users/ada/ratings', OwnRatingsAnswerSchema);
  assert.equal(own.total, 3, 'what is held can still be seen');
  assert.deepEqual(await limit('DELETE', 'restriction'), UNLIMITED);
  await accept(api, '/api/ratings', { userId: 'ada', movieId: 4, rating: 3 });
});

test('what is held is put right: fields that are named, ratings, and nothing else', async (t) => {
  const { api, stream, store, post } = await start(t);
  await post('/api/users', { userId: 'ada', age: 36, occupation: 'writer' });
  await store.index(stream);
  const body = {
    profile: { occupation: null, gender: 'F' },
    ratings: [
      { movieId: 1, rating: 2 },
      { movieId: 2, rating: null },
    ],
  };
  await accept(api, '/api/subjects/ada/rectification', body);
  await store.index(stream);
  const { profile, ratings, processing } = await ask(api, '/api/subjects/ada', SubjectAnswerSchema);
  assert.deepEqual(profile, { ageBand: '35-44', gender: 'F', occupation: null });
  assert.deepEqual(Object.fromEntries(ratings.map(({ movieId, rating }) => [movieId, rating])), {
    1: 2,
    2: null,
    7: 1,
  });
  assert.deepEqual(processing, UNLIMITED);
  assertProblem(await post('/api/subjects/ada/rectification', {}), 400);
  assertProblem(
    await post('/api/subjects/ada/rectification', { ratings: [{ movieId: 999, rating: 3 }] }),
    404,
  );
  assertProblem(await post('/api/subjects/ada/rectification', { profile: { ageBand: 'young' } }), 400);
});
