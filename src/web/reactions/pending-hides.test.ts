import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dropHide, holdHide, sendAllHides, sendHide } from './pending-hides.ts';

describe('films hidden a moment ago', () => {
  it('are sent once: when the moment is over, or when the page goes away', () => {
    const sent: number[] = [];
    for (const movieId of [1, 2, 3]) holdHide(movieId, () => sent.push(movieId));
    sendHide(1);
    dropHide(2);
    sendAllHides();
    sendAllHides();
    sendHide(1);
    assert.deepEqual(sent, [1, 3]);
  });
});
