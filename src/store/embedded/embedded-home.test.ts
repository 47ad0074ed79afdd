/** What the embedded store owes as a file: crashes, several processes and threads, damage, other versions. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { siblingModule } from '../../domain/module-url.ts';
import { spawnThread } from '../../threads/spawn.ts';
import { index, pseudonym, sampleMovie, sampleRating } from '../contract/samples.contract.ts';
import type { RatingWrite, Store } from '../store.ts';
import { portsToTransfer } from './connect.ts';
import type { ConnectedFunctions } from './connected-thread.ts';
import { indexPath } from './database.ts';
import { type EmbeddedStore, openEmbeddedStore } from './open.ts';
import { STORE_SCHEMA_VERSION } from './schema.ts';
import { storeError } from './sqlite-errors.ts';
import { BATCH_SIZE } from './writing-process.ts';

describe('a home of the embedded store', () => {
  let dir = '';
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'matinee-home-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  async function use(work: (store: EmbeddedStore) => Promise<void>): Promise<void> {
    const store = await openEmbeddedStore({ dir });
    try {
      await work(store);
    } finally {
      await store.close();
    }
  }

  function startWriting(person: number, batches: number): ChildProcess {
    const program = join(import.meta.dirname, 'writing-process.ts');
    const input = [program, dir, String(person), String(batches)];
    return spawn(process.execPath, input, { stdio: ['ignore', 'pipe', 'inherit'] });
  }

  /** Of a writing process, the number of durable ratings so far, as soon as it is `atLeast`. */
  async function durableCount(child: ChildProcess, atLeast: number): Promise<number> {
    assert.ok(child.stdout !== null);
    for await (const line of createInterface(child.stdout)) if (Number(line) >= atLeast) return Number(line);
    throw new Error('The writing process ended early');
  }

  it('keeps everything after it is closed and opened again', async () => {
    await use((store) => index(store, [sampleRating(), sampleRating({ user: 2, movie: 3 })]));
    await use(async (store) => {
      assert.deepEqual(await store.totals(), { ratings: 2, movies: 2, users: 2, interactions: 0 });
      assert.equal((await store.ratingsOf(pseudonym(2)))[0]?.movieId, 3);
    });
  });

  it('loses nothing acknowledged, and tears nothing, when its process is killed', async () => {
    for (const kill of [1, 2]) {
      const child = startWriting(1, Number.POSITIVE_INFINITY);
      const durable = await durableCount(child, kill * 3 * BATCH_SIZE);
      child.kill('SIGKILL');
      await once(child, 'close');
      await use(async (store) => {
        const { ratings } = await store.totals();
        assert.ok(ratings >= durable, `${ratings} of ${durable} ratings`);
        assert.equal((await store.ratingsOf(pseudonym(1))).length, ratings);
        assert.equal(await scannedCount(store), ratings);
        const catalogue = await store.catalogue();
        assert.equal(
          catalogue.filter((movie) => movie.ratings === 1 && movie.meanRating === 3.5).length,
          ratings,
        );
      });
    }
  });

  it('is shared by several processes, which see each other at once', async () => {
    await use(async (store) => {
      const batches = 10;
      const children = [2, 3].map((person) => startWriting(person, batches));
      const ends = children.map((child) => once(child, 'close'));
      for (let batch = 0; batch < batches; batch += 1) {
        await index(store, [sampleRating({ user: 1, movie: batch + 1 })]);
      }
      await Promise.all(children.map((child) => durableCount(child, batches * BATCH_SIZE)));
      assert.deepEqual(await store.totals(), {
        ratings: 2 * batches * BATCH_SIZE + batches,
        movies: batches * BATCH_SIZE,
        users: 3,
        interactions: 0,
      });
      assert.equal((await store.movie(1))?.ratings, 3);
      const found = await store.searchMovies({ query: 'film number 777', page: 1, perPage: 1 });
      assert.equal(found.results[0]?.movieId, 777);
      assert.deepEqual(
        (await Promise.all(ends)).map(([code]: unknown[]) => code),
        [0, 0],
      );
    });
  });

  it('has nothing of an erased person on the disk, in the index or its log', async () => {
    const marked = { ...sampleRating({ user: 77 }) };
    marked.user = { ...marked.user, occupation: 'lighthouse keeper of marker 8472' };
    const onDisk = async () => {
      const files = await Promise.all(
        ['', '-wal'].map((end) => readFile(`${indexPath(dir)}${end}`).catch(() => Buffer.alloc(0))),
      );
      const bytes = Buffer.concat(files);
      return [pseudonym(77), 'marker 8472'].map((text) => bytes.includes(text));
    };
    await use(async (store) => {
      // Changed several times, so that older copies of the row lie about, among others that come and go.
      for (let change = 0; change < 5; change += 1) {
        await index(store, [
          { ...marked, user: { ...marked.user, gender: 'x'.repeat(change) }, offset: change },
          ...Array.from({ length: 200 }, (_, n) =>
            sampleRating({ user: 1_000 + n, movie: n + 1, offset: change }),
          ),
        ]);
      }
      assert.deepEqual(await onDisk(), [true, true]);
      await store.erasePerson(pseudonym(77));
      assert.deepEqual(await onDisk(), [false, false]);
    });
    assert.deepEqual(await onDisk(), [false, false]);
  });

  it('made by a newer Matinee, or by another program, is left alone', async () => {
    await use((store) => index(store, [sampleRating()]));
    edit(indexPath(dir), `PRAGMA user_version = ${STORE_SCHEMA_VERSION + 1}`);
    await assert.rejects(openEmbeddedStore({ dir }), {
      code: 'CONFLICT',
      message: /newer Matinee/,
      hint: /home/,
    });
    edit(indexPath(dir), 'PRAGMA application_id = 7');
    await assert.rejects(openEmbeddedStore({ dir }), { code: 'CONFLICT', message: /did not make/ });
  });

  it('says that its file is damaged', async () => {
    await mkdir(dirname(indexPath(dir)), { recursive: true });
    await writeFile(indexPath(dir), 'This is no database. '.repeat(500));
    await assert.rejects(openEmbeddedStore({ dir }), { code: 'CORRUPT', hint: /backup/ });
  });

  it('says that its pages are damaged once it meets them', async () => {
    await use((store) =>
      index(
        store,
        Array.from({ length: 500 }, (_, place) => sampleRating({ movie: place + 1 })),
      ),
    );
    const size = (await readFile(indexPath(dir))).length;
    const file = await open(indexPath(dir), 'r+');
    await file.write(Buffer.alloc(size - 4_096, 0xff), 0, size - 4_096, 4_096);
    await file.close();
    await assert.rejects(
      use(async (store) => {
        await store.catalogue();
      }),
      { code: 'CORRUPT', hint: /backup/ },
    );
  });

  it('that cannot be made is unavailable', async () => {
    await writeFile(join(dir, 'index'), 'a file where the folder should be');
    await assert.rejects(openEmbeddedStore({ dir }), { code: 'UNAVAILABLE' });
  });

  it('once closed answers nothing more', async () => {
    const store = await openEmbeddedStore({ dir });
    await store.close();
    await store.close();
    await assert.rejects(store.totals(), { code: 'UNAVAILABLE', message: /closed/ });
    await assert.rejects(store.write({ movies: [{ ...sampleMovie(1), eventTime: 1, offset: 0 }] }), {
      code: 'UNAVAILABLE',
    });
  });

  it('tells a full disk and a forbidden write from a defect', () => {
    const path = join(dir, 'full.db');
    const full = new DatabaseSync(path);
    full.exec('PRAGMA max_page_count = 2; CREATE TABLE t (x)');
    const fill = () => full.exec('INSERT INTO t VALUES (randomblob(100000))');
    assert.throws(() => rethrow(fill, path), { code: 'UNAVAILABLE', message: /disk is full/ });
    full.close();
    const readOnly = new DatabaseSync(path, { readOnly: true });
    const write = () => readOnly.exec('INSERT INTO t VALUES (1)');
    assert.throws(() => rethrow(write, path), { code: 'UNAVAILABLE', hint: /access/ });
    readOnly.close();
    assert.equal(storeError(new TypeError('x'), path).code, 'INTERNAL');
  });
});

/** Tests that share one home: each has films or persons of its own. */
describe('an open home of the embedded store', () => {
  let dir = '';
  let store: EmbeddedStore;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'matinee-home-'));
    store = await openEmbeddedStore({ dir });
  });
  after(async () => {
    await store.close();
    await rm(dir, { recursive: true });
  });

  it('is used by another thread through the same writer', async () => {
    const ports = store.openPorts();
    const module = siblingModule('./connected-thread', import.meta.url);
    const thread = spawnThread<ConnectedFunctions, object>(module, ports, portsToTransfer(ports), {});
    const [seen] = await thread.remote.rate(8, 80);
    assert.equal(seen?.movieId, 80);
    await thread.terminate();
    assert.deepEqual(await store.ratingsOf(pseudonym(8)), [seen]);
  });

  it('writes a batch in many short slices', async (t) => {
    const before = await store.writerStatistics();
    const ratings = bulk(20_000, 10_000);
    assert.deepEqual(await store.write({ ratings }), []);
    const { items, slices, longestMs, longestCpuMs } = await store.writerStatistics();
    assert.equal(items - before.items, ratings.length);
    assert.ok(slices - before.slices > 10, `${slices - before.slices} slices`);
    t.diagnostic(`longest ${longestMs.toFixed(1)} ms, ${longestCpuMs.toFixed(1)} ms of processor time`);
  });

  it('writes a click without waiting for the bulk load that came before it', async () => {
    const order: string[] = [];
    const loading = store.write({ ratings: bulk(10_000, 20_000) }).then(() => order.push('bulk'));
    await store.write({ ratings: [sampleRating({ user: 9_000 })] }).then(() => order.push('click'));
    await loading;
    assert.deepEqual(order, ['click', 'bulk']);
  });

  it('scans one state, whatever is written meanwhile', async () => {
    const kept = await scannedCount(store);
    const ratings = Array.from({ length: 9_000 }, (_, place) => sampleRating({ user: 5, movie: place + 1 }));
    await index(store, ratings);
    let seen = 0;
    for await (const block of store.scanRatings()) {
      if (seen === 0) {
        await index(
          store,
          ratings.map((write) => ({ ...write, rating: null, offset: 1 })),
        );
      }
      seen += block.ratings.length;
    }
    assert.equal(seen, kept + 9_000);
    assert.equal(await scannedCount(store), kept);
  });
});

/** Ratings by 900 persons from number `firstPerson` on, some of a film twice. */
function bulk(count: number, firstPerson: number): RatingWrite[] {
  return Array.from({ length: count }, (_, offset) =>
    sampleRating({
      user: firstPerson + ((offset * 7_919) % 900),
      movie: ((offset * 104_729) % 1_600) + 1,
      offset,
    }),
  );
}

async function scannedCount(store: Store): Promise<number> {
  let count = 0;
  for await (const { ratings } of store.scanRatings()) count += ratings.length;
  return count;
}

function edit(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

function rethrow(work: () => void, path: string): void {
  try {
    work();
  } catch (thrown) {
    throw storeError(thrown, path);
  }
}
