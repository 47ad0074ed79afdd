/** The product's main job as its user meets it: one command, real data, answers over HTTP, nothing lost by a crash. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { isJsonObject } from '../src/domain/json.ts';
import { sharedData } from './data.ts';
import { getJson, objectsIn, sendJson } from './http.ts';
import { killRest, type RunningMatinee, runMatinee, startMatinee } from './run-matinee.ts';

after(killRest);

const data = sharedData('ml-100k');
const READY_WITHIN_MS = 120_000;

function start(home: string, ...more: string[]): RunningMatinee {
  const ports = ['--port', '0', '--source-port', '0'];
  return startMatinee(['start', '--data', data.dir, '--home', home, ...ports, ...more], {
    MATINEE_TRAINER_IMPROVE: 'false',
  });
}

async function urlsOf(matinee: RunningMatinee): Promise<{ api: string; source: string }> {
  const { apiUrl, sourceUrl } = await matinee.event('listening');
  return { api: String(apiUrl), source: String(sourceUrl) };
}

describe('the whole flow on MovieLens 100K', { skip: data.skip, timeout: READY_WITHIN_MS }, () => {
  const home = join(mkdtempSync(join(tmpdir(), 'matinee-flow-')), 'home');
  let matinee: RunningMatinee;
  let api = '';
  let source = '';

  before(async () => {
    matinee = start(home);
    ({ api, source } = await urlsOf(matinee));
    await matinee.event('ready');
  });
  after(async () => {
    await matinee.stop();
    rmSync(join(home, '..'), { recursive: true });
  });

  it('has indexed every rating once, and says that it is ready', async () => {
    assert.equal((await getJson(`${api}/readyz`)).status, 200);
    const { body } = await getJson(`${api}/api/stats/totals`);
    assert.deepEqual(
      { ratings: body.ratings, movies: body.movies, users: body.users, dead: body.dead },
      { ratings: 100_000, movies: 1_682, users: 943, dead: 0 },
    );
  });

  it('serves the source in pages, up to the last', async () => {
    const first = await getJson(`${source}/movies/page1`);
    assert.equal(first.body.total_pages, 10_000);
    const [record] = objectsIn(first.body.results);
    assert.deepEqual(Object.keys(record ?? {}), ['user', 'movie', 'rating', 'timestamp']);
    assert.equal(
      objectsIn((await getJson(`${source}/movies/page100?per_page=1000`)).body.results).length,
      1_000,
    );
    const past = await getJson(`${source}/movies/page101?per_page=1000`);
    assert.equal(past.status, 404);
    assert.equal(typeof past.body.error, 'string');
  });

  it('recommends by person, never what they have rated', async () => {
    const { status, body } = await getJson(`${api}/api/recommendations/users/1?n=20`);
    assert.equal(status, 200);
    const items = objectsIn(body.items);
    assert.equal(items.length, 20);
    const rated = await getJson(`${api}/api/users/1/ratings?per_page=500`);
    const ratedIds = new Set(objectsIn(rated.body.results).map((item) => item.movieId));
    assert.ok(ratedIds.size > 200);
    for (const { movieId } of items) assert.ok(!ratedIds.has(movieId), `film ${movieId} was rated`);
  });

  it('recommends films like a film', async () => {
    const { body } = await getJson(`${api}/api/recommendations/movies/50?n=10`);
    const titles = objectsIn(body.items).map((item) => item.title);
    assert.ok(
      titles.includes('The Empire Strikes Back') || titles.includes('Return of the Jedi'),
      titles.join(),
    );
  });

  it('answers somebody never seen with what is popular', async () => {
    const { status, body } = await getJson(`${api}/api/recommendations/users/nobody-of-that-name`);
    assert.equal(status, 200);
    assert.equal(body.strategy, 'popular');
    assert.equal(objectsIn(body.items).length, 10);
  });

  it('learns from a rating: the film is gone, its kin have moved, the index has it', async () => {
    const path = `${api}/api/recommendations/users/13?n=50`;
    const earlier = objectsIn((await getJson(path)).body.items);
    const film = earlier[0]?.movieId;
    const accepted = await sendJson('POST', `${api}/api/ratings`, { userId: 13, movieId: film, rating: 0.5 });
    assert.equal(accepted.status, 202);
    const later = objectsIn((await getJson(`${path}&after=${String(accepted.body.position)}`)).body.items);
    assert.ok(!later.some((item) => item.movieId === film));
    const scoreOf = new Map(earlier.map((item) => [item.movieId, item.score]));
    const moved = later.filter(
      (item) => scoreOf.has(item.movieId) && scoreOf.get(item.movieId) !== item.score,
    );
    assert.ok(moved.length > 0, 'no score has moved');
    const totals = await getJson(`${api}/api/stats/totals?after=${String(accepted.body.position)}`);
    assert.equal(totals.body.ratings, 100_001);

    const taken = await sendJson('DELETE', `${api}/api/users/13/ratings/${String(film)}`);
    assert.equal(taken.status, 202);
    const back = await getJson(`${api}/api/stats/totals?after=${String(taken.body.position)}`);
    assert.equal(back.body.ratings, 100_000);
  });

  it('finds films as people type them', async () => {
    const typo = await getJson(`${api}/api/movies?query=usual%20supects`);
    assert.equal(objectsIn(typo.body.results)[0]?.title, 'The Usual Suspects');
    const suggested = await getJson(`${api}/api/movies/suggest?prefix=godf`);
    assert.match(JSON.stringify(suggested.body), /The Godfather/);
  });

  it('has data of good quality, measured over all of it', async () => {
    const { code, stdout, stderr } = await runMatinee(['quality', 'report', '--home', home, '--json']);
    assert.deepEqual([code, stderr], [0, '']);
    const answer: unknown = JSON.parse(stdout);
    assert.ok(isJsonObject(answer));
    assert.equal(answer.alerts, 0);
    const rules = new Map(objectsIn(answer.rules).map(({ id, failed }) => [id, failed]));
    const published = ['film-genres', 'film-year', 'film-once', 'rating-range', 'film-count'];
    assert.deepEqual(
      published.map((id) => rules.get(id)),
      [2, 1, 18, 0, 0],
    );
  });

  it('forgets nothing over a restart', async () => {
    const { body } = await sendJson('POST', `${api}/api/ratings`, {
      userId: 'new-one',
      movieId: 50,
      rating: 5,
    });
    await getJson(`${api}/api/stats/totals?after=${String(body.position)}`);
    const { body: before } = await getJson(`${api}/api/recommendations/users/new-one?n=5`);
    assert.equal(await matinee.stop(), 0);
    matinee = start(home);
    ({ api, source } = await urlsOf(matinee));
    await matinee.event('ready');
    const { body: again } = await getJson(`${api}/api/recommendations/users/new-one?n=5`);
    assert.deepEqual(again.items, before.items);
    assert.equal((await getJson(`${api}/api/stats/totals`)).body.ratings, 100_001);
  });
});

describe('a crash in the middle of the load', { skip: data.skip, timeout: 2 * READY_WITHIN_MS }, () => {
  it('loses nothing and counts nothing twice, wherever it strikes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'matinee-crash-'));
    const home = join(folder, 'home');
    for (const share of [0.05, 0.4, 0.8]) {
      const matinee = start(home);
      const { api } = await urlsOf(matinee);
      for (let ratings = 0; ratings < share * 100_000; ) {
        ratings = Number((await getJson(`${api}/api/stats/totals`)).body.ratings);
      }
      await matinee.kill();
    }
    const matinee = start(home);
    const { api } = await urlsOf(matinee);
    await matinee.event('ready');
    const { body } = await getJson(`${api}/api/stats/totals`);
    assert.deepEqual({ ratings: body.ratings, dead: body.dead }, { ratings: 100_000, dead: 0 });
    await matinee.stop();
    rmSync(folder, { recursive: true });
  });
});
