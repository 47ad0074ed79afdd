import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFilters, writeFilters } from './filters.ts';

describe('a search in the address', () => {
  it('comes back as it was written', () => {
    const filters = { query: 'a & b', genre: 'Film-Noir', fromYear: '1940', toYear: '1949' };
    assert.deepEqual(readFilters(writeFilters(filters)), filters);
    assert.equal(writeFilters({ query: '', genre: '', fromYear: '', toYear: '' }).toString(), '');
  });

  it('leaves out what it cannot mean', () => {
    const read = readFilters(new URLSearchParams(`query=${'x'.repeat(300)}&from=12&to=abcd`));
    assert.deepEqual([read.query.length, read.fromYear, read.toYear], [200, '', '']);
  });
});
