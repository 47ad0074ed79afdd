import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FlowAnswer } from '../../api/schemas/flow.ts';
import { describeFlow } from './describe-flow.ts';

const NOW = Date.parse('2026-01-03T00:00:00Z');

const flowAt = (next: number, lag: number): FlowAnswer => ({
  partitions: [
    { topic: 'movies', partition: 0, earliest: 10, next, lag },
    { topic: 'movies', partition: 1, earliest: 0, next, lag: 0 },
    { topic: 'movies.dead', partition: 0, earliest: 0, next: 3, lag: null },
  ],
  documents: { ratings: 93, movies: 13, users: 5, interactions: 4 },
  deadLetters: 3,
  model: {
    version: 'v7',
    trainedAt: Date.parse('2026-01-01T21:00:00Z') / 1_000,
    rating: 'als',
    ranking: 'ease',
    quality: { 'rating.rmse': 0.91234 },
  },
  process: { uptimeSeconds: 3_725, residentBytes: 412_345_678, heapBytes: 98_000_000 },
});

const cellsOf = (text: string, name: string) =>
  text
    .split('\n')
    .find((line) => line.startsWith(`${name} `))
    ?.split(/ {2,}/);

test('partitions of a topic count together, with rates against an earlier reading', () => {
  const text = describeFlow(flowAt(210, 40), { flow: flowAt(200, 60), seconds: 2 }, NOW);
  // 10 more in each of two partitions; those and 20 that waited were indexed.
  assert.deepEqual(cellsOf(text, 'movies'), ['movies', '410', '10', '20', '40']);
  assert.deepEqual(cellsOf(text, 'movies.dead'), ['movies.dead', '3', '0']);
  assert.deepEqual(cellsOf(text, 'dead letters'), ['dead letters', '3']);
});

test('without an earlier reading there are no rates', () => {
  assert.deepEqual(cellsOf(describeFlow(flowAt(210, 40), null, NOW), 'movies'), ['movies', '410', '40']);
});

test('it says what serves, since when, and what that takes', () => {
  const text = describeFlow(flowAt(210, 40), null, NOW);
  assert.match(text, /^up 1 h 2 min, memory 412 MB, heap 98 MB\n/);
  assert.match(text, /model v7, trained 1 d 3 h ago: als and ease\n {6}rating\.rmse 0\.9123$/);
  assert.match(describeFlow({ ...flowAt(1, 0), model: null }, null, NOW), /No model serves yet/);
});
