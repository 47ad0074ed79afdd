import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatTable } from './table.ts';

describe('a table', () => {
  it('aligns its first column to the left and the others to the right', () => {
    assert.equal(
      formatTable([
        ['film', 'year'],
        ['Alien', 1979],
        ['M', ''],
      ]),
      'film   year\nAlien  1979\nM',
    );
  });

  it('is nothing without rows', () => assert.equal(formatTable([]), ''));
});
