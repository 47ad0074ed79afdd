import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { InteractionRequest } from '../../api/schemas/interaction.ts';
import { createImpressionQueue } from './impression-queue.ts';

it('sends each film of an answer once, together, after a moment or when told to', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const posted: InteractionRequest[][] = [];
  const queue = createImpressionQueue((batch) => {
    posted.push(batch);
    return Promise.reject(new Error('lost'));
  }, 2_000);
  const seen = (movieId: number, recommendationId = 'a') => ({
    userId: 'ada',
    movieId,
    recommendationId,
    position: 1,
  });
  for (const movieId of [1, 2, 1]) queue.add(seen(movieId));
  t.mock.timers.tick(1_999);
  assert.equal(posted.length, 0);
  t.mock.timers.tick(1);
  assert.deepEqual(posted, [[1, 2].map((movieId) => ({ ...seen(movieId), type: 'impression' }))]);
  queue.add(seen(1));
  queue.add(seen(1, 'b'));
  queue.flush();
  queue.flush();
  t.mock.timers.tick(5_000);
  assert.deepEqual(posted.slice(1), [[{ ...seen(1, 'b'), type: 'impression' }]]);
  for (let movieId = 10; movieId < 1_510; movieId++) queue.add(seen(movieId));
  queue.flush();
  assert.deepEqual(
    posted.slice(2).map((batch) => batch.length),
    [1_000, 500],
  );
});
