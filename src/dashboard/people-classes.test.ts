import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { demographicsKey, wordsOfDemographics } from '../domain/demographics.ts';
import { classify } from './people-classes.ts';

const saying = fc.record({
  ageBand: fc.constantFrom(null, '18-24', '25-34', '56-plus'),
  gender: fc.constantFrom(null, 'F', 'M'),
  occupation: fc.constantFrom(null, 'artist', 'writer', 'doctor'),
});
const sayings = fc.uniqueArray(
  fc.record({ key: saying.map(demographicsKey), people: fc.integer({ min: 1, max: 30 }) }),
  { selector: ({ key }) => key },
);

test('every class is of ten people or more, and tells nothing that its people did not say', () => {
  fc.assert(
    fc.property(sayings, (cube) => {
      const classes = classify(cube);
      const sizes = new Map<string, number>();
      for (const { key, people } of cube) {
        const told = classes.get(key);
        assert.ok(told);
        const said = wordsOfDemographics(key);
        for (const word of ['ageBand', 'gender', 'occupation'] as const) {
          assert.ok(told[word] === null || told[word] === said[word]);
        }
        sizes.set(demographicsKey(told), (sizes.get(demographicsKey(told)) ?? 0) + people);
      }
      const everybody = cube.reduce((sum, { people }) => sum + people, 0);
      for (const people of sizes.values()) assert.ok(people >= Math.min(10, everybody));
    }),
  );
});

test('who is in good company says all they said', () => {
  const key = demographicsKey({ ageBand: '18-24', gender: 'F', occupation: 'artist' });
  const alone = demographicsKey({ ageBand: '18-24', gender: 'F', occupation: 'doctor' });
  const classes = classify([
    { key, people: 10 },
    { key: alone, people: 9 },
    { key: demographicsKey({ ageBand: '18-24', gender: 'F', occupation: null }), people: 1 },
  ]);
  assert.equal(classes.get(key)?.occupation, 'artist');
  assert.deepEqual(classes.get(alone), { ageBand: '18-24', gender: 'F', occupation: null });
});
