/** Splits of a table by name: what each withholds, and that nothing of a rating is lost. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EvaluationColumns } from './columns.ts';
import { SPLITS, splitColumns } from './split-columns.ts';

/** Ten ratings of two people, all in the same second but the first, which is the latest. */
const columns: EvaluationColumns = {
  users: Array.from({ length: 10 }, (_, place) => (place % 2 === 0 ? 'ann' : 'bob')),
  items: Array.from({ length: 10 }, (_, place) => `film ${place}`),
  ratings: Array.from({ length: 10 }, (_, place) => 1 + (place % 5)),
  timestamps: Array.from({ length: 10 }, (_, place) => (place === 0 ? 9 : 5)),
};
const rowsOf = ({ users, items, ratings, timestamps }: EvaluationColumns) =>
  users.map((user, place) => [user, items[place], ratings[place], timestamps[place]]);
const split = (kind: (typeof SPLITS)[number]) => splitColumns(columns, { kind, fraction: 0.3, seed: 1 });

for (const kind of SPLITS) {
  test(`${kind} keeps every rating once, whole`, () => {
    const { train, test: held } = split(kind);
    const sorted = (rows: ReturnType<typeof rowsOf>) => rows.toSorted((a, b) => `${a}`.localeCompare(`${b}`));
    assert.deepEqual(sorted([...rowsOf(train), ...rowsOf(held)]), sorted(rowsOf(columns)));
  });
}

test('by time, ties go by place in the file', () => {
  assert.deepEqual(split('temporal').test.items, ['film 0', 'film 8', 'film 9']);
});

test('leave-one-out measures on the latest of each', () => {
  assert.deepEqual(split('leave-one-out').test.items, ['film 0', 'film 9']);
});

test('at random, so many', () => assert.equal(split('random').test.items.length, 3));
