/** The client against the API, over HTTP, and what it sends. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApi } from '../api/api.fixture.ts';
import { createClient, ProblemError } from './client.ts';

/** A client whose requests go nowhere: they are kept, and answered with `{}`. */
function recordingClient(apiKey?: string) {
  const sent: { url: string; init: RequestInit | undefined }[] = [];
  const client = createClient({
    url: 'https://films.example/behind/',
    ...(apiKey === undefined ? {} : { apiKey }),
    fetch: async (url, init) => {
      sent.push({ url: String(url instanceof Request ? url.url : url), init });
      return Response.json({});
    },
  });
  return { client, sent };
}

test('what is written shows in an answer that is given its position', async (t) => {
  const { api } = await startApi(t);
  const client = createClient({ url: await api.listen({ port: 0 }) });
  const [film] = (await client.recommendToUser({ userId: 'a b/c', n: 1 })).items;
  assert.ok(film !== undefined);
  const { position } = await client.rate({ userId: 'a b/c', movieId: film.movieId, rating: 4 });
  const { results } = await client.ownRatings({ userId: 'a b/c', after: position });
  assert.deepEqual(
    results.map(({ movieId, rating }) => [movieId, rating]),
    [[film.movieId, 4]],
  );
  const taken = await client.takeRatingBack({ userId: 'a b/c', movieId: film.movieId });
  assert.equal((await client.ownRatings({ userId: 'a b/c', after: taken.position })).total, 0);
});

test('a refusal throws the problem that the API told', async (t) => {
  const { api } = await startApi(t);
  const client = createClient({ url: await api.listen({ port: 0 }) });
  await assert.rejects(client.getMovie({ movieId: 999 }), (error) => {
    assert.ok(error instanceof ProblemError);
    assert.deepEqual([error.status, error.problem?.type], [404, 'urn:matinee:problem:not-found']);
    return true;
  });
  await assert.rejects(client.rate({ userId: 'a', movieId: 1, rating: 99 }), (error) => {
    assert.ok(error instanceof ProblemError && error.status === 400);
    assert.equal(error.problem?.errors?.[0]?.pointer, '/rating');
    return true;
  });
});

test('an answer of somebody in between is a problem without details, with its Retry-After', async () => {
  const client = createClient({
    url: 'https://films.example',
    fetch: async () => new Response('<html>', { status: 503, headers: { 'retry-after': '7' } }),
  });
  await assert.rejects(client.getTotals(), (error) => {
    assert.ok(error instanceof ProblemError);
    assert.deepEqual([error.status, error.problem, error.retryAfter], [503, null, 7]);
    return true;
  });
});

test('lists are repeated, what is undefined is left out, a body is sent as JSON, a key as Bearer', async () => {
  const { client, sent } = recordingClient('mat_key');
  await client.recommendTogether({ userId: 'é/1', with: ['a', 'b'], rule: undefined, n: 3 });
  await client.rateMany([{ userId: '1', movieId: 2, rating: 3 }]);
  assert.deepEqual(
    sent.map(({ url }) => new URL(url).pathname + new URL(url).search),
    ['/api/recommendations/users/%C3%A9%2F1/together?with=a&with=b&n=3', '/api/ratings/batch'],
  );
  assert.equal(sent[1]?.init?.body, '[{"userId":"1","movieId":2,"rating":3}]');
  const headers = sent.map(({ init }) => new Headers(init?.headers));
  assert.ok(headers.every((header) => header.get('authorization') === 'Bearer mat_key'));
  assert.deepEqual(
    headers.map((header) => header.get('content-type')),
    [null, 'application/json'],
  );
});

test('without a key nobody is named, and a caller may end a question', async () => {
  const { client, sent } = recordingClient();
  const leaving = new AbortController();
  await client.getAbout({}, { signal: leaving.signal });
  assert.equal(new Headers(sent[0]?.init?.headers).has('authorization'), false);
  leaving.abort();
  assert.equal(sent[0]?.init?.signal?.aborted, true);
});
