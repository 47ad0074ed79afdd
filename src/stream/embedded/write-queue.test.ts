/** The order and the sharing of transactions in the log's one writer. */
import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { MatineeError } from '../../domain/errors.ts';
import { createWriteQueue } from './write-queue.ts';

const LARGE = 300_000;

function newQueue() {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE done (name TEXT UNIQUE)');
  const insert = database.prepare('INSERT INTO done VALUES (?)');
  const commits = { count: 0 };
  const queue = createWriteQueue(database, () => commits.count++);
  const names = () =>
    database
      .prepare('SELECT name FROM done ORDER BY rowid')
      .all()
      .map(({ name }) => name);
  return {
    queue,
    commits,
    names,
    put: (name: string, bytes = 0) => queue.write(bytes, () => insert.run(name)),
  };
}

test('writes that wait together share one transaction', async () => {
  const { put, commits, names } = newQueue();
  await Promise.all(['a', 'b', 'c'].map((name) => put(name)));
  assert.equal(commits.count, 1);
  assert.deepEqual(names(), ['a', 'b', 'c']);
});

test('a small write goes before the large ones that wait, and each turn takes a large one too', async () => {
  const { put, commits, names } = newQueue();
  const larges = ['l1', 'l2', 'l3'].map((name) => put(name, LARGE));
  await put('small');
  assert.equal(commits.count, 1);
  assert.deepEqual(names(), ['small', 'l1']);
  await Promise.all(larges);
  assert.equal(commits.count, 3);
});

test('a write that is refused fails alone', async () => {
  const { queue, put, names } = newQueue();
  const refused = queue.write(0, () => {
    throw new MatineeError('NOT_FOUND', 'no such topic');
  });
  const results = await Promise.allSettled([put('a'), refused, put('b')]);
  assert.deepEqual(
    results.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
  assert.deepEqual(names(), ['a', 'b']);
});

test('a transaction that fails is undone whole, every caller of it is told, and the next one works', async () => {
  const { put, commits, names } = newQueue();
  const results = await Promise.allSettled([put('a'), put('same'), put('same')]);
  assert.ok(results.every(({ status }) => status === 'rejected'));
  assert.equal(commits.count, 0);
  await put('b');
  assert.deepEqual(names(), ['b']);
});
