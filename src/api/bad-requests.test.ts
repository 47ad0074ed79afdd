/** What the API refuses, and that every refusal is a problem that names its cause. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { assertProblem, startApi } from './api.fixture.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

test('parameters out of bounds are refused by name', async (t) => {
  const { api } = await startApi(t);
  const refused: [url: string, pointer: string][] = [
    ['/api/movies?page=-1', '/page'],
    ['/api/movies?page=0', '/page'],
    ['/api/movies?page=1.5', '/page'],
    ['/api/movies?page=NaN', '/page'],
    ['/api/movies?page=', '/page'],
    ['/api/movies?page=1&page=2', '/page'],
    ['/api/movies?page=0x10', '/page'],
    ['/api/movies?page=99999999999999999999', '/page'],
    ['/api/movies?per_page=0', '/per_page'],
    ['/api/movies?per_page=1000000', '/per_page'],
    ['/api/movies?colour=red', '/colour'],
    ['/api/movies?__proto__=1', '/__proto__'],
    [`/api/movies?query=${'x'.repeat(201)}`, '/query'],
    ['/api/movies/suggest', '/prefix'],
    ['/api/movies/0', '/movieId'],
    ['/api/movies/abc', '/movieId'],
    ['/api/movies/1.0e3', '/movieId'],
    ['/api/movies/2147483648', '/movieId'],
    ['/api/recommendations/users/1?n=0', '/n'],
    ['/api/recommendations/users/1?n=101', '/n'],
    ['/api/recommendations/users/1?diversity=2', '/diversity'],
    ['/api/recommendations/users/1?allow=1,two', '/allow'],
    ['/api/recommendations/users/1?explain=yes', '/explain'],
    ['/api/recommendations/users/1?explore=1.5', '/explore'],
    ['/api/recommendations/users/1?seed=-1', '/seed'],
    ['/api/recommendations/users/1/movies/1/explanation?without=two', '/without'],
    ['/api/recommendations/users/1?after=yesterday', '/after'],
    ['/api/recommendations/users/%00', '/userId'],
    [`/api/recommendations/users/${'x'.repeat(129)}`, '/userId'],
    [`/api/recommendations/users/${'%F0%9F%8E%AC'.repeat(65)}`, '/userId'],
    ['/api/recommendations/movies/-1', '/movieId'],
    ['/api/users/1/ratings?per_page=1001', '/per_page'],
  ];
  for (const [url, pointer] of refused) {
    await t.test(url.slice(0, 70), async () => {
      const problem = assertProblem(await api.inject({ url }), 400);
      assert.deepEqual(
        problem.errors?.map((error) => error.pointer),
        [pointer],
      );
    });
  }
});

test('bodies that are no ratings are refused by place', async (t) => {
  const { api, stream } = await startApi(t);
  const refused: [body: unknown, pointers: string[]][] = [
    [{}, ['/userId', '/movieId', '/rating']],
    [{ userId: '1', movieId: 1, rating: 6 }, ['/rating']],
    [{ userId: '1', movieId: 1, rating: '5' }, ['/rating']],
    [{ userId: '1', movieId: 1, rating: null }, ['/rating']],
    [{ userId: '1', movieId: '1', rating: 3 }, ['/movieId']],
    [{ userId: '', movieId: 1, rating: 3 }, ['/userId']],
    [{ userId: 1.5, movieId: 1, rating: 3 }, ['/userId']],
    [{ userId: 1e20, movieId: 1, rating: 3 }, ['/userId']],
    [{ userId: 'a\u0007b', movieId: 1, rating: 3 }, ['/userId']],
    [{ userId: '1', movieId: 1, rating: 3, mood: 'good' }, ['/mood']],
    [{ userId: '1', movieId: 1, rating: 3, timestamp: 880_000_000 }, ['/timestamp']],
    [[], ['']],
    [null, ['']],
    ['text', ['']],
  ];
  for (const [body, pointers] of refused) {
    await t.test(JSON.stringify(body), async () => {
      const response = await api.inject({
        method: 'POST',
        url: '/api/ratings',
        headers: JSON_TYPE,
        payload: JSON.stringify(body),
      });
      const problem = assertProblem(response, 400);
      assert.deepEqual(problem.errors?.map(({ pointer }) => pointer).sort(), pointers.sort());
    });
  }
  assert.equal(stream.log('movies', 0).length + stream.log('movies', 1).length, 0);
});

test('a body that is not JSON is a problem of its own kind', async (t) => {
  const { api } = await startApi(t);
  const post = (payload: string | Buffer, headers: Record<string, string> = JSON_TYPE) =>
    api.inject({ method: 'POST', url: '/api/ratings', headers, payload });
  assertProblem(await post('{"userId": '), 400);
  assertProblem(await post('{"userId":"1","movieId":1,"rating":NaN}'), 400);
  assertProblem(await post(''), 400);
  assertProblem(await post('{"__proto__":{"rating":5}}'), 400);
  assertProblem(await post(Buffer.from([0x80, 0xff, 0x00])), 400);
  assertProblem(await post('userId=1', { 'content-type': 'application/x-www-form-urlencoded' }), 415);
  assertProblem(await post('{}', { 'content-type': 'text/plain' }), 415);
  assertProblem(await post(JSON.stringify({ userId: 'x'.repeat(600_000) })), 413);
});

test('an unknown film, path or method is told apart', async (t) => {
  const { api } = await startApi(t);
  const body = { userId: '1', movieId: 999, rating: 3 };
  assertProblem(await api.inject({ method: 'POST', url: '/api/ratings', body }), 404);
  assertProblem(await api.inject({ url: '/api/movies/999' }), 404);
  assertProblem(await api.inject({ url: '/api/recommendations/movies/999' }), 404);
  assertProblem(await api.inject({ method: 'DELETE', url: '/api/users/1/ratings/999' }), 404);
  assertProblem(await api.inject({ url: '/api/nothing' }), 404);
  assertProblem(await api.inject({ url: '/api/profiles' }), 404);
  assertProblem(await api.inject({ url: '/%E0%A4%A' }), 400);
  const wrongMethod = await api.inject({ method: 'PUT', url: '/api/ratings', payload: 'x' });
  assertProblem(wrongMethod, 405);
  assert.equal(wrongMethod.headers.allow, 'POST');
  const onResource = await api.inject({ method: 'DELETE', url: '/api/movies/1' });
  assert.equal(assertProblem(onResource, 405).instance, '/api/movies/1');
  assert.equal(onResource.headers.allow, 'GET, HEAD');
});

test('a batch names every rating at fault and takes none', async (t) => {
  const { api, stream } = await startApi(t);
  const good = { userId: 'ann', movieId: 1, rating: 4 };
  const post = (body: unknown[]) => api.inject({ method: 'POST', url: '/api/ratings/batch', body });
  const wrong = Array.from({ length: 20 }, () => ({ ...good, rating: 0 }));
  const bySchema = assertProblem(await post([good, ...wrong]), 400);
  assert.equal(bySchema.errors?.length, 20);
  assert.equal(bySchema.errors?.at(-1)?.pointer, '/20/rating');
  const byContent = assertProblem(
    await post([{ ...good, movieId: 999 }, good, { ...good, userId: 'a\u0000' }]),
    400,
  );
  assert.deepEqual(
    byContent.errors?.map(({ pointer }) => pointer),
    ['/0/movieId', '/2/userId'],
  );
  assertProblem(await post([]), 400);
  assertProblem(await post(Array.from({ length: 1_001 }, () => good)), 400);
  assert.equal(stream.log('movies', 0).length + stream.log('movies', 1).length, 0);
});

test('what fails inside is told by status and never by its inner words', async (t) => {
  const { api, store } = await startApi(t);
  store.totals = () => Promise.reject(new Error('secret path /root/db'));
  const problem = assertProblem(await api.inject({ url: '/api/stats/totals' }), 500);
  assert.doesNotMatch(JSON.stringify(problem), /secret/);
});

test('a request that names another host is turned away', async (t) => {
  const { api } = await startApi(t, { allowedHosts: ['localhost', '127.0.0.1', '[::1]'] });
  assertProblem(await api.inject({ url: '/healthz', headers: { host: 'evil.example' } }), 421);
  for (const host of ['localhost:8080', 'LocalHost', '127.0.0.1:8080', '[::1]:8080']) {
    assert.equal((await api.inject({ url: '/healthz', headers: { host } })).statusCode, 200, host);
  }
});

test('a request that a page of another site sends is turned away, whatever its method', async (t) => {
  const { api, stream } = await startApi(t);
  const body = { userId: 'ada', movieId: 1, rating: 5 };
  const foreign = [
    'http://evil.example',
    'http://localhost:9999',
    'https://localhost:80.evil.example',
    'null',
    'x',
  ];
  for (const origin of foreign) {
    const headers = { host: 'localhost:8080', origin };
    assertProblem(await api.inject({ method: 'POST', url: '/api/ratings', headers, body }), 403);
    assertProblem(await api.inject({ url: '/api/movies', headers }), 403);
  }
  assert.equal(stream.log('movies', 0).length + stream.log('movies', 1).length, 0);
  const own = { host: 'LOCALHOST:8080', origin: 'http://localhost:8080' };
  assert.equal(
    (await api.inject({ method: 'POST', url: '/api/ratings', headers: own, body })).statusCode,
    202,
  );
  const tls = { host: 'films.example', origin: 'https://films.example' };
  assert.equal((await api.inject({ url: '/api/movies', headers: tls })).statusCode, 200);
});

test('what is not HTTP gets a problem and a closed connection', async (t) => {
  const { api } = await startApi(t);
  const port = Number(new URL(await api.listen({ port: 0, host: '127.0.0.1' })).port);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('not http at all\r\n\r\n'));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('end', () => resolve(text)).on('error', reject);
  });
  assert.match(answer, /^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/problem\+json/);
});
