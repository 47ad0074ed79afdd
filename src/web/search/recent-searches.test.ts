import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSearches, withSearch } from './recent-searches.ts';

describe('recent searches', () => {
  it('are each there once, the latest first, six at most', () => {
    assert.deepEqual(withSearch(['alien', 'Heat'], 'heat'), ['heat', 'alien']);
    assert.deepEqual(withSearch(['a', 'b', 'c', 'd', 'e', 'f'], 'g'), ['g', 'a', 'b', 'c', 'd', 'e']);
  });

  it('are none where what was kept is spoilt', () => {
    for (const text of [null, '', '{', '7', '[1,null]']) assert.deepEqual(readSearches(text), []);
    assert.deepEqual(readSearches('["x",3,"y"]'), ['x', 'y']);
  });
});
