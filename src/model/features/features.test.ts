/** Traits of people and films, and features made of them and of who rated what. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { implicitFeatures, traitFeatures } from './feature-matrix.ts';
import { filmTraits, personTraits } from './traits.ts';

test('a film has its genres and the era of its release', () => {
  assert.deepEqual(filmTraits({ genres: ['Drama', 'War'], year: 1990 }), [
    'genre Drama',
    'genre War',
    'year 1988',
  ]);
  assert.deepEqual(filmTraits({ genres: [], year: 1894 }), ['year earlier']);
  assert.deepEqual(filmTraits({ genres: ['Drama'], year: null }), ['genre Drama']);
});

test('a person has an age band, a gender and an occupation, as far as known', () => {
  assert.deepEqual(personTraits({ age: 30, gender: 'F', occupation: 'writer' }), [
    'age 25-34',
    'gender F',
    'occupation writer',
  ]);
  assert.deepEqual(personTraits({ age: null, gender: null, occupation: null }), []);
});

test('one feature for each trait, listing the rows that have it', () => {
  const { names, columns } = traitFeatures([['b', 'a', 'b'], [], ['b']]);
  assert.deepEqual(names.ids, ['a', 'b']);
  assert.deepEqual([...columns.starts], [0, 1, 3]);
  assert.deepEqual([...columns.columns], [0, 0, 2]);
  assert.deepEqual([...columns.values], [1, 1, 1]);
});

test('who rated what: rows of length 1, whatever the ratings', () => {
  const ratings = {
    starts: Uint32Array.of(0, 4, 4, 5),
    columns: Int32Array.of(0, 1, 2, 3, 1),
    values: Float32Array.of(5, 1, 3, 2, 4),
  };
  const { columns } = implicitFeatures(ratings, 4);
  assert.deepEqual([...columns.starts], [0, 1, 3, 4, 5]);
  assert.deepEqual([...columns.columns], [0, 0, 2, 0, 0]);
  assert.deepEqual([...columns.values], [0.5, 0.5, 1, 0.5, 0.5]);
});
