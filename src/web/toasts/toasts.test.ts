import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { removeToast, showToast } from './toasts.ts';

describe('notices', () => {
  it('tell once that they have gone, unless their action was taken', () => {
    const expired: string[] = [];
    const show = (message: string, about?: string) =>
      showToast({
        kind: 'done',
        message,
        ...(about === undefined ? {} : { about }),
        onExpire: () => expired.push(message),
      });
    const first = show('first');
    removeToast(first, 'acted');
    removeToast(first, 'expired');
    assert.deepEqual(expired, []);

    show('second', 'film 1');
    show('third', 'film 1');
    assert.deepEqual(expired, ['second'], 'a newer one about the same takes its place');
    for (const message of ['fourth', 'fifth', 'sixth']) show(message);
    assert.deepEqual(expired, ['second', 'third'], 'three at once at most');
  });
});
