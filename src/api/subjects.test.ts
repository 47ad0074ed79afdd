/** What a person can ask about themselves, and what becomes of requests about somebody who was erased. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseUserId } from '../domain/ids.ts';
import { accept, ask, assertProblem, startApi, testPseudonyms } from './api.fixture.ts';
import { SubjectAnswerSchema } from './schemas/subject.ts';

const ada = parseUserId('ada');

test('the export holds everything of a person: fields, ratings, interactions, and what is inferred', async (t) => {
  const { api, stream, store } = await startApi(t);
  await api.inject({
    method: 'POST',
    url: '/api/users',
    body: { userId: 'ada', age: 36, occupation: 'writer' },
  });
  await accept(api, '/api/ratings', { userId: 'ada', movieId: 1, rating: 5 });
  await accept(api, '/api/ratings', { userId: 'ada', movieId: 2, rating: 1 });
  await accept(api, '/api/users/ada/ratings/2');
  await accept(api, '/api/interactions', { userId: 'ada', movieId: 3, type: 'impression', position: 4 });
  await accept(api, '/api/ratings', { userId: 'bob', movieId: 7, rating: 2 });
  await store.index(stream);
  const answer = await ask(api, '/api/subjects/ada', SubjectAnswerSchema);
  assert.ok(ada !== null);
  assert.deepEqual([answer.userId, answer.pseudonym], ['ada', testPseudonyms.pseudonymise(ada)]);
  assert.deepEqual(answer.profile, { ageBand: '35-44', gender: null, occupation: 'writer' });
  assert.deepEqual(
    answer.ratings.map(({ movieId, title, rating }) => [movieId, title, rating]),
    [
      [2, 'Film B', null],
      [1, 'Film A', 5],
    ],
    'a rating that was taken back is told, for that is kept',
  );
  assert.deepEqual(
    answer.interactions.map(({ type, title, position }) => [type, title, position]),
    [['impression', 'Film C', 4]],
  );
  const { strategy, recommendations } = answer.inferred;
  assert.notEqual(strategy, 'popular');
  assert.ok(recommendations.length > 0);
  assert.ok(recommendations.every(({ explanation }) => explanation !== undefined));
});

test('of somebody unknown nothing is held', async (t) => {
  const { api } = await startApi(t);
  assertProblem(await api.inject('/api/subjects/nobody'), 404);
});

test('of somebody erased nothing is taken in: no rating, no interaction, no profile', async (t) => {
  const { api, stream } = await startApi(t, { cipher: { seal: async (records) => records.map(() => null) } });
  const posts: [url: string, body: object][] = [
    ['/api/ratings', { userId: 'ada', movieId: 1, rating: 5 }],
    ['/api/ratings/batch', [{ userId: 'ada', movieId: 1, rating: 5 }]],
    ['/api/interactions', { userId: 'ada', movieId: 1, type: 'like' }],
    ['/api/users', { userId: 'ada', age: 36 }],
  ];
  for (const [url, body] of posts) {
    const problem = assertProblem(await api.inject({ method: 'POST', url, body }), 409);
    assert.match(problem.detail, /erased/);
  }
  for (const topic of ['movies', 'interactions']) {
    assert.deepEqual([...stream.log(topic, 0), ...stream.log(topic, 1)], []);
  }
});
