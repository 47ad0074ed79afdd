/** `store migrate` on a real Elasticsearch, with people writing, reading and being erased meanwhile. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { MatineeError } from '../../src/domain/errors.ts';
import { asPseudonym } from '../../src/domain/ids.ts';
import { INDICES } from '../../src/store/elasticsearch/indices.ts';
import { migrateStore } from '../../src/store/elasticsearch/migrate/migrate.ts';
import { openElasticsearchStore } from '../../src/store/elasticsearch/open.ts';
import type { RatingWrite } from '../../src/store/store.ts';
import { runMatinee } from '../run-matinee.ts';
import { ELASTICSEARCH_NODE, elasticsearchSkip, openEmptyElasticsearchStore } from './elasticsearch.ts';

const PERSONS = 40;
const FILMS = 60;
const ERASED = 7;
const BEFORE = 4_000;

const person = (nth: number) => ({
  userId: asPseudonym(`person-of-the-migration-${nth}`),
  ageBand: '25-34' as const,
  gender: 'F' as const,
  occupation: 'writer',
});

/** The nth write: persons and films come round, every ninth takes a rating back, the words of a film change now and then. */
function nthWrite(nth: number): RatingWrite {
  const movieId = 1 + ((nth * 7) % FILMS);
  return {
    user: person(nth % PERSONS),
    movie: { movieId, title: `Film ${movieId} (${1950 + (nth % 3)})`, genres: ['Drama'], year: 1950 },
    rating: nth % 9 === 0 ? null : 1 + (nth % 5),
    timestamp: 1_000_000,
    formatted_date: '12-01-1970 13:46:40',
    eventTime: 1_000_000_000 + nth,
    offset: nth,
  };
}

describe('migrating an index', { skip: elasticsearchSkip }, () => {
  let opened: Awaited<ReturnType<typeof openEmptyElasticsearchStore>>;
  before(async () => {
    opened = await openEmptyElasticsearchStore();
  });
  after(() => opened.dispose());
  const quiet = { rebuild: false, layout: {}, resume: false, patienceMs: 0, say: () => undefined };
  const migrate = (options: Partial<Parameters<typeof migrateStore>[1]>) =>
    migrateStore(opened.options, { ...quiet, indices: INDICES, ...options });

  test('loses, doubles and hides nothing while it goes on, and brings back nobody who is erased meanwhile', async () => {
    const { store, client, options } = opened;
    const ratings = new Map<string, number | null>();
    let written = 0;
    const write = async (count: number) => {
      const batch = Array.from({ length: count }, (_, k) => nthWrite(written + k));
      assert.deepEqual(await store.write({ ratings: batch }), []);
      written += count;
      for (const { user, movie, rating } of batch) ratings.set(`${user.userId} ${movie.movieId}`, rating);
    };
    await write(BEFORE);
    await store.flush();

    let done = false;
    const migrating = migrate({ rebuild: true, layout: { shards: 2 } }).finally(() => {
      done = true;
    });
    const writing = (async () => {
      while (!done) await write(50);
    })();
    const looks: number[] = [];
    const looking = (async () => {
      while (!done) {
        looks.push((await store.movies([1, 2, 3])).length);
        const { count } = await client.count({ index: `${options.indexPrefix}users` });
        assert.ok(count >= PERSONS - 1, `${count} persons`);
      }
    })();
    const erasing = store.erasePerson(person(ERASED).userId);
    const [moved, erased] = await Promise.all([migrating, erasing, writing, looking]);

    assert.equal(erased.users, 1);
    assert.deepEqual([...new Set(looks)], [3]);
    assert.deepEqual(
      moved.map(({ to, removed }) => [to.replace(options.indexPrefix, ''), removed]),
      INDICES.map((name) => [`${name}-v1-r2`, true]),
    );
    assert.ok(written > BEFORE, 'somebody wrote meanwhile');
    const found = new Map<string, number | null>();
    for await (const block of store.scanRatings())
      for (const [k, userId] of block.users.entries())
        found.set(`${userId} ${block.movies[k]}`, block.ratings[k] ?? null);
    const expected = [...ratings].filter(
      ([key, rating]) => rating !== null && !key.startsWith(`${person(ERASED).userId} `),
    );
    assert.deepEqual([...found].sort(), expected.sort());
    assert.equal(await store.user(person(ERASED).userId), null);
    const shards = await client.indices.getSettings({ index: `${options.indexPrefix}users-v1-r2` });
    assert.match(JSON.stringify(shards), /"number_of_shards":"2"/);

    const late = { ...nthWrite(1), eventTime: 1, rating: 5 };
    assert.deepEqual(await store.write({ ratings: [late] }), []);
    assert.notEqual(
      (await store.rating(asPseudonym(late.user.userId), late.movie.movieId))?.rating,
      5,
      'versions moved too',
    );
  });

  test('changes nothing where there is nothing to do', async () => {
    assert.deepEqual(await migrate({}), []);
  });

  test('one that was broken off is said, held up nobody for good, and goes on when asked', async () => {
    const { store, client, options } = opened;
    const [from, to] = ['r2', 'r3'].map((build) => `${options.indexPrefix}index_movies-v1-${build}`);
    assert.ok(from !== undefined && to !== undefined);
    await client.indices.create({ index: to });
    await assert.rejects(migrate({ indices: ['index_movies'], rebuild: true }), (error) => {
      assert.ok(error instanceof MatineeError);
      assert.equal(error.code, 'CONFLICT');
      assert.match(error.hint ?? '', /--resume/);
      return true;
    });
    await client.indices.delete({ index: to });
    await migrate({ indices: ['index_movies'], rebuild: true });
    const copy = `${options.indexPrefix}index_movies-v1-r4`;
    await client.index({ index: copy, id: 'deleted-since.1', document: nthWrite(1), refresh: true });
    await client.indices.addBlock({ index: to, block: 'write' });
    const waiting = store.write({ ratings: [{ ...nthWrite(0), eventTime: 2_000_000_000, rating: 4 }] });
    const [moved] = await migrate({ indices: ['index_movies'], rebuild: true, resume: true });
    assert.equal(moved?.from, to);
    assert.equal(await client.exists({ index: copy, id: 'deleted-since.1' }), false);
    assert.deepEqual(await waiting, []);
    assert.equal((await store.rating(asPseudonym(nthWrite(0).user.userId), 1))?.rating, 4);
  });

  test('an older mapping is refused with the command that brings it forward', async () => {
    const { client, options } = opened;
    const indexPrefix = `${options.indexPrefix}old-`;
    const users = `${indexPrefix}users`;
    const old = { mappings: { properties: { userId: { type: 'keyword' as const } } } };
    await client.indices.create({ index: `${users}-v0`, ...old, aliases: { [users]: {} } });
    const kept = { ...person(1), eventTime: 1, offset: 0, changes: 1 };
    await client.index({ index: users, id: kept.userId, document: kept, refresh: true });
    const where = { ...options, indexPrefix };
    await assert.rejects(openElasticsearchStore(where), (error) => {
      assert.ok(error instanceof MatineeError);
      assert.match(error.message, /mapping 0/);
      assert.match(error.hint ?? '', /matinee store migrate/);
      return true;
    });
    const environment = {
      MATINEE_STORE_KIND: 'elasticsearch',
      MATINEE_STORE_ELASTICSEARCH_NODES: ELASTICSEARCH_NODE,
      MATINEE_STORE_ELASTICSEARCH_INDEX_PREFIX: indexPrefix,
    };
    const command = ['store', 'migrate', '--index', 'users', '--json'];
    const { code, stdout, stderr } = await runMatinee(command, environment);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /"to":"[^"]*users-v1"/);
    const store = await openElasticsearchStore(where);
    assert.deepEqual(await store.user(kept.userId), person(1));
    await store.close();
    assert.equal((await runMatinee(command, {})).code, 2, 'an embedded index has nothing to migrate');
  });
});
