import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayReadStatistics } from './may-read-statistics.ts';

test('statistics are for everybody in the demonstration, else for who works with them', () => {
  const signedIn = (...roles: string[]) => ({
    required: true,
    methods: [],
    signedIn: { userId: null, roles },
  });
  assert.equal(mayReadStatistics(undefined), false);
  assert.equal(mayReadStatistics({ required: false, methods: [], signedIn: null }), true);
  assert.equal(mayReadStatistics({ required: true, methods: [], signedIn: null }), false);
  assert.equal(mayReadStatistics(signedIn('viewer')), false);
  assert.equal(mayReadStatistics(signedIn('viewer', 'analyst')), true);
});
