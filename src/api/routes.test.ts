/** What each route answers, and that what is accepted shows. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePosition } from '../domain/position.ts';
import { RatingRecordSchema } from '../domain/rating.ts';
import { accept, ask, assertProblem, recordValue, startApi, testFilms, testModel } from './api.fixture.ts';
import { OwnOpinionsAnswerSchema } from './schemas/interaction.ts';
import { MovieAnswerSchema, MovieSearchAnswerSchema, SuggestAnswerSchema } from './schemas/movie.ts';
import { NewUserAnswerSchema, ProfilesAnswerSchema } from './schemas/person.ts';
import { AcceptedAnswerSchema, AcceptedBatchAnswerSchema, OwnRatingsAnswerSchema } from './schemas/rating.ts';
import {
  MovieRecommendationAnswerSchema,
  QuestionsAnswerSchema,
  RowsAnswerSchema,
  UserRecommendationAnswerSchema,
} from './schemas/recommendation.ts';
import { HealthAnswerSchema, ReadyAnswerSchema, TotalsAnswerSchema } from './schemas/status.ts';
import { TogetherAnswerSchema } from './schemas/together.ts';

const ids = (answer: { items: { movieId: number }[] }) => answer.items.map(({ movieId }) => movieId);

test('somebody unknown gets what is popular', async (t) => {
  const { api } = await startApi(t);
  const answer = await ask(api, '/api/recommendations/users/nobody?n=5', UserRecommendationAnswerSchema);
  assert.equal(answer.strategy, 'popular');
  assert.equal(answer.userId, 'nobody');
  assert.equal(answer.modelVersion, 'v1');
  assert.match(answer.recommendationId, /^[0-9a-f-]{36}$/);
  assert.deepEqual(
    answer.items.map(({ position }) => position),
    [1, 2, 3, 4, 5],
  );
  assert.equal(answer.items[0]?.reasons[0]?.kind, 'popular');
});

test('a rating changes the next answer: the film is gone and its kin have moved', async (t) => {
  const { api } = await startApi(t);
  const rate = (movieId: number, rating: number) =>
    accept(api, '/api/ratings', { userId: 7, movieId, rating });
  await rate(1, 5);
  const before = await ask(api, '/api/recommendations/users/7', UserRecommendationAnswerSchema);
  assert.equal(before.userId, '7');
  assert.equal(before.strategy, 'implicit-als');
  assert.ok(!ids(before).includes(1));
  assert.deepEqual(ids(before).slice(0, 2), [2, 12]);
  assert.deepEqual(before.items[0]?.reasons[0], {
    kind: 'similar',
    text: 'Because you liked Film A',
    movieId: 1,
    title: 'Film A',
  });
  const position = await rate(2, 5);
  const after = await ask(
    api,
    `/api/recommendations/users/7?after=${position}`,
    UserRecommendationAnswerSchema,
  );
  assert.ok(!ids(after).includes(2));
  assert.equal(ids(after)[0], 3, 'the film on the other side of the one just liked comes nearer');
  const taken = await accept(api, '/api/users/7/ratings/2');
  const again = await ask(api, `/api/recommendations/users/7?after=${taken}`, UserRecommendationAnswerSchema);
  assert.deepEqual(ids(again), ids(before));
});

test('what goes into the stream names nobody, and says when', async (t) => {
  const { api, stream } = await startApi(t, { clock: { now: () => 1_700_000_000_123 } });
  const position = await accept(api, '/api/ratings', { userId: 'Ann Example', movieId: 3, rating: 4.5 });
  const [at] = parsePosition(position) ?? [];
  const record = stream.log('movies', at?.partition ?? 0)[at?.offset ?? 0];
  const text = new TextDecoder().decode(record?.value);
  assert.doesNotMatch(text, /Ann Example/);
  const { user, ...rest } = recordValue(record, RatingRecordSchema);
  assert.equal(record?.key, user.userId);
  assert.deepEqual(rest, {
    schemaVersion: 1,
    movie: { movieId: 3, title: 'Film C', genres: ['Action'], year: 1992 },
    rating: 4.5,
    timestamp: 1_700_000_000,
    eventTime: 1_700_000_000_123,
  });
});

test('an importer says when a rating was given', async (t) => {
  const { api, stream } = await startApi(t, {
    access: {
      authenticate: async ({ headers }) => ({
        kind: 'key',
        id: 'k',
        roles: ['viewer'],
        scopes: [
          'write',
          'persons',
          ...(headers.authorization === 'Bearer importer' ? ['import' as const] : []),
        ],
        userId: null,
      }),
    },
  });
  const body = { userId: '1', movieId: 1, rating: 3, timestamp: 880_000_000 };
  assertProblem(await api.inject({ method: 'POST', url: '/api/ratings', body }), 400);
  const headers = { authorization: 'Bearer importer' };
  const request = { method: 'POST' as const, url: '/api/ratings', headers, body };
  const { position } = await ask(api, request, AcceptedAnswerSchema);
  const [at] = parsePosition(position) ?? [];
  const record = stream.log('movies', at?.partition ?? 0)[0];
  const { timestamp, eventTime } = recordValue(record, RatingRecordSchema);
  assert.deepEqual([timestamp, eventTime], [880_000_000, undefined]);
});

test('a clock that goes back does not take later ratings with it', async (t) => {
  let now = 1_700_000_000_000;
  const { api } = await startApi(t, { clock: { now: () => now } });
  const rate = (rating: number) => accept(api, '/api/ratings', { userId: '1', movieId: 1, rating });
  await rate(5);
  now -= 60_000;
  await rate(2);
  const { results } = await ask(api, '/api/users/1/ratings', OwnRatingsAnswerSchema);
  assert.equal(results[0]?.rating, 2);
});

test('a batch is taken whole, each with its position, the last of a film standing', async (t) => {
  const { api } = await startApi(t);
  const body = [1, 2, 3, 1].map((movieId, index) => ({ userId: 'bea', movieId, rating: index + 1 }));
  const request = { method: 'POST' as const, url: '/api/ratings/batch', body };
  const { accepted, results, position } = await ask(api, request, AcceptedBatchAnswerSchema);
  assert.equal(accepted, 4);
  assert.equal(results.length, 4);
  const own = await ask(api, `/api/users/bea/ratings?per_page=2&after=${position}`, OwnRatingsAnswerSchema);
  assert.deepEqual([own.total, own.total_pages, own.page, own.per_page], [3, 2, 1, 2]);
  assert.deepEqual(own.results[0]?.movieId, 1);
  assert.equal(own.results[0]?.rating, 4);
  assert.equal(own.results[0]?.title, 'Film A');
});

test('a film disliked or hidden stays away until it is liked', async (t) => {
  const { api } = await startApi(t);
  const say = (type: string) => accept(api, '/api/interactions', { userId: 'cy', movieId: 2, type });
  const shown = async () =>
    ids(await ask(api, '/api/recommendations/users/cy?n=100', UserRecommendationAnswerSchema));
  assert.ok((await shown()).includes(2));
  await say('hide');
  assert.ok(!(await shown()).includes(2));
  await say('like');
  assert.ok((await shown()).includes(2));
  await say('dislike');
  await say('view');
  assert.ok(!(await shown()).includes(2));
  await say('neutral');
  assert.ok((await shown()).includes(2));
});

test('questions to a person are films they have not answered, most rated first from a model that cannot tell', async (t) => {
  const { api } = await startApi(t);
  const before = await ask(api, '/api/recommendations/users/eve/questions?n=4', QuestionsAnswerSchema);
  assert.equal(before.strategy, 'popular');
  assert.deepEqual(ids(before), [5, 10, 4, 9]);
  const position = await accept(api, '/api/ratings', { userId: 'eve', movieId: 5, rating: 2 });
  const address = `/api/recommendations/users/eve/questions?n=2&deny=10&after=${position}`;
  assert.deepEqual(ids(await ask(api, address, QuestionsAnswerSchema)), [4, 9]);
});

test('films for several people name each with their own rating and reasons', async (t) => {
  const { api } = await startApi(t);
  await accept(api, '/api/ratings', { userId: 'gus', movieId: 1, rating: 5 });
  await accept(api, '/api/ratings', { userId: 'ida', movieId: 7, rating: 5 });
  const address = '/api/recommendations/users/gus/together?with=ida&n=4';
  const answer = await ask(api, address, TogetherAnswerSchema);
  assert.deepEqual([answer.userIds, answer.rule, answer.items.length], [['gus', 'ida'], 'least-misery', 4]);
  assert.ok(!ids(answer).some((movieId) => movieId === 1 || movieId === 7));
  for (const { people } of answer.items)
    assert.deepEqual(
      people.map(({ userId }) => userId),
      ['gus', 'ida'],
    );
  assertProblem(await api.inject('/api/recommendations/users/gus/together'), 400);
});

test('what a person thinks of films stands as they said last, theirs alone', async (t) => {
  const { api, store, stream } = await startApi(t);
  const say = (movieId: number, type: string) =>
    accept(api, '/api/interactions', { userId: 'cy', movieId, type });
  for (const type of ['watchlist', 'hide', 'like', 'view']) await say(2, type);
  await say(3, 'dislike');
  const position = await say(3, 'neutral');
  await store.index(stream);
  const answer = await ask(api, `/api/users/cy/opinions?after=${position}`, OwnOpinionsAnswerSchema);
  assert.equal(answer.total, 1);
  const { title, verdict, watchlist } = answer.results[0] ?? assert.fail('nothing');
  assert.deepEqual([title, verdict, watchlist], ['Film B', 'like', true]);
  const others = await ask(api, '/api/users/somebody/opinions', OwnOpinionsAnswerSchema);
  assert.deepEqual(others.results, []);
});

test('filters and diversity act as parameters', async (t) => {
  const { api } = await startApi(t);
  await accept(api, '/api/ratings', { userId: 'di', movieId: 1, rating: 5 });
  const shown = async (query: string) =>
    ids(await ask(api, `/api/recommendations/users/di?n=100&${query}`, UserRecommendationAnswerSchema));
  assert.deepEqual((await shown('genre=comedy')).toSorted(), [5, 6, 7, 8]);
  assert.equal((await shown('genre=Comedy&genre=drama')).length, 8);
  assert.deepEqual((await shown('from_year=1998&to_year=1999')).toSorted(), [10, 9]);
  assert.deepEqual((await shown('allow=1,3,4,99')).toSorted(), [3, 4]);
  assert.ok(!(await shown('deny=2,3')).some((movieId) => movieId === 2 || movieId === 3));
  assert.deepEqual(await shown('popularity=0&novelty=0'), await shown(''));
  const placeOf = (list: number[], movieId: number) => list.indexOf(movieId);
  assert.ok(placeOf(await shown('era=1997'), 8) < placeOf(await shown(''), 8), 'film H is of 1997');
  const forYou = async (query: string) => {
    const { rows } = await ask(api, `/api/recommendations/users/di/rows?n=12&${query}`, RowsAnswerSchema);
    return rows[0]?.items.map(({ movieId }) => movieId) ?? [];
  };
  assert.ok(placeOf(await forYou('era=1997'), 8) < placeOf(await forYou(''), 8));
  const plain = await shown('');
  const diverse = await shown('diversity=0.7');
  assert.equal(plain[0], diverse[0]);
  assert.notDeepEqual(plain, diverse);
});

test('films like a film come by factors, or by content for one the model does not know', async (t) => {
  const { api } = await startApi(t);
  const byFactors = await ask(api, '/api/recommendations/movies/1?n=2', MovieRecommendationAnswerSchema);
  assert.equal(byFactors.strategy, 'implicit-als');
  assert.equal(byFactors.movieId, 1);
  assert.deepEqual(ids(byFactors), [2, 12]);
  assert.equal(byFactors.items[0]?.predictedRating, null);
  const filtered = await ask(
    api,
    '/api/recommendations/movies/1?n=2&genre=Drama',
    MovieRecommendationAnswerSchema,
  );
  assert.deepEqual(ids(filtered), [12, 11]);
  const byContent = await ask(api, '/api/recommendations/movies/13?n=2', MovieRecommendationAnswerSchema);
  assert.equal(byContent.strategy, 'content');
  assert.equal(byContent.items.length, 2);
  assert.equal(byContent.items[0]?.reasons[0]?.kind, 'content');
});

test('the rows hold each film once, with a reason', async (t) => {
  const { api } = await startApi(t);
  const body = [1, 2].map((movieId) => ({ userId: 'eve', movieId, rating: 5 }));
  await accept(api, '/api/ratings/batch', body);
  const { rows } = await ask(api, '/api/recommendations/users/eve/rows?n=3', RowsAnswerSchema);
  const shown: number[] = rows.flatMap(ids);
  assert.equal(new Set(shown).size, shown.length);
  assert.ok(!shown.includes(1) && !shown.includes(2));
  const kinds = rows.map(({ kind }) => kind);
  assert.deepEqual([kinds[0], kinds[1]], ['for-you', 'because']);
  for (const row of rows) for (const { reasons } of row.items) assert.ok(reasons.length > 0);
  const unknown = await ask(api, '/api/recommendations/users/nobody/rows', RowsAnswerSchema);
  assert.deepEqual(
    unknown.rows.map(({ kind }) => kind),
    ['popular', 'hidden-gems'],
  );
});

test('films are searched, looked up and suggested', async (t) => {
  const { api } = await startApi(t);
  const page = await ask(api, '/api/movies?query=film&page=2&per_page=5', MovieSearchAnswerSchema);
  assert.deepEqual([page.page, page.per_page, page.total, page.total_pages], [2, 5, 13, 3]);
  assert.equal(page.results.length, 5);
  const beyond = await ask(api, '/api/movies?page=9', MovieSearchAnswerSchema);
  assert.deepEqual([beyond.results.length, beyond.total], [0, 13]);
  assert.deepEqual(await ask(api, '/api/movies/12', MovieAnswerSchema), testFilms[11]);
  const { results } = await ask(api, '/api/movies/suggest?prefix=FILM&limit=3', SuggestAnswerSchema);
  assert.equal(results.length, 3);
});

test('answers of the index wait for the index, and no longer than allowed', async (t) => {
  const { api, stream, store } = await startApi(t, { waitLimitMs: 150 });
  const position = await accept(api, '/api/ratings', { userId: '1', movieId: 1, rating: 3 });
  assertProblem(await api.inject({ url: `/api/stats/totals?after=${position}` }), 504);
  const waiting = ask(api, `/api/stats/totals?after=${position}`, TotalsAnswerSchema);
  await store.index(stream);
  const totals = await waiting;
  assert.deepEqual(totals, { ratings: 1, movies: 13, users: 1, interactions: 0, dead: 2 });
  assertProblem(await api.inject({ url: '/api/stats/totals?after=other:0:1' }), 400);
  assertProblem(await api.inject({ url: '/api/recommendations/users/1?after=movies:0:99999' }), 504);
});

test('a person is added, with a band for an age, and rates from then on with their fields', async (t) => {
  const { api, stream } = await startApi(t);
  const body = { age: 33, gender: 'F', occupation: 'engineer' };
  const { userId } = await ask(api, { method: 'POST', url: '/api/users', body }, NewUserAnswerSchema);
  const position = await accept(api, '/api/ratings', { userId, movieId: 1, rating: 3 });
  const [at] = parsePosition(position) ?? [];
  const record = stream.log('movies', at?.partition ?? 0).at(-1);
  const { user } = recordValue(record, RatingRecordSchema);
  assert.deepEqual([user.ageBand, user.gender, user.occupation], ['25-34', 'F', 'engineer']);
});

test('the demonstration lists people with what they love', async (t) => {
  const people = Array.from({ length: 3 }, (_, index) => ({
    userId: `p${index}`,
    age: 20,
    gender: null,
    occupation: null,
  }));
  const list = async (offset: number, limit: number) => ({
    total: 3,
    people: people.slice(offset, offset + limit),
  });
  const { api } = await startApi(t, { profiles: { list } });
  const ratings = [1, 2, 9].map((movieId) => ({ userId: 'p2', movieId, rating: movieId === 9 ? 1 : 5 }));
  await accept(api, '/api/ratings/batch', ratings);
  const answer = await ask(api, '/api/profiles?page=2&per_page=2', ProfilesAnswerSchema);
  assert.deepEqual([answer.total, answer.total_pages], [3, 2]);
  assert.deepEqual(answer.results, [
    {
      userId: 'p2',
      ageBand: '18-24',
      gender: null,
      occupation: null,
      ratings: 3,
      favouriteGenres: ['Action'],
    },
  ]);
});

test('it is ready once a model serves and the first load is drained, and stays so', async (t) => {
  let drained = false;
  const { api, recommender } = await startApi(t, { firstLoadDrained: async () => drained });
  assert.deepEqual(await ask(api, '/healthz', HealthAnswerSchema), { status: 'ok' });
  recommender.setModel(null);
  assertProblem(await api.inject({ url: '/readyz' }), 503);
  recommender.setModel(testModel());
  assertProblem(await api.inject({ url: '/readyz' }), 503);
  drained = true;
  assert.deepEqual(await ask(api, '/readyz', ReadyAnswerSchema), { status: 'ready', modelVersion: 'v1' });
  drained = false;
  assert.equal((await api.inject({ url: '/readyz' })).statusCode, 200);
});

test('a model is swapped while requests run, and none of them fails or mixes versions', async (t) => {
  const { api, recommender } = await startApi(t);
  await accept(api, '/api/ratings', { userId: 'fay', movieId: 1, rating: 5 });
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) => {
      if (index % 10 === 0) recommender.setModel(testModel(`v${index}`));
      return ask(api, '/api/recommendations/users/fay', UserRecommendationAnswerSchema);
    }),
  );
  for (const answer of answers) {
    assert.match(answer.modelVersion ?? '', /^v\d+$/);
  }
});
