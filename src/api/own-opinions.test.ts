import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InteractionType } from '../domain/interaction.ts';
import { standingOpinions } from './own-opinions.ts';

const said = (...words: [movieId: number, type: InteractionType][]) =>
  words.map(([movieId, type], index) => ({ movieId, type, eventTime: 1_000 - index }));

describe('what stands of what a person said of films', () => {
  it('is the latest verdict of each film, and whether it is on the watchlist', () => {
    const standing = standingOpinions(
      said([1, 'watchlist'], [2, 'hide'], [1, 'like'], [2, 'like'], [1, 'dislike'], [3, 'watchlist']),
    );
    assert.deepEqual(standing, [
      { movieId: 1, eventTime: 1_000, verdict: 'like', watchlist: true },
      { movieId: 2, eventTime: 999, verdict: 'hide', watchlist: false },
      { movieId: 3, eventTime: 995, verdict: 'none', watchlist: true },
    ]);
  });

  it('leaves out films of which everything was taken back', () => {
    assert.deepEqual(
      standingOpinions(said([1, 'neutral'], [1, 'like'], [2, 'unwatchlist'], [2, 'watchlist'])),
      [],
    );
    const kept = standingOpinions(said([1, 'neutral'], [1, 'watchlist'], [1, 'hide']));
    assert.deepEqual(kept, [{ movieId: 1, eventTime: 1_000, verdict: 'none', watchlist: true }]);
  });
});
