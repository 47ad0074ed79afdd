import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SparkError } from './errors.ts';
import { parseRemote } from './remote.ts';

test('an address alone has the usual port and neither encryption nor a token', () => {
  assert.deepEqual(parseRemote('sc://spark.example'), {
    address: 'spark.example:15002',
    tls: false,
    token: null,
    userId: 'matinee',
  });
});

test('a token is never sent in the clear', () => {
  assert.deepEqual(parseRemote('sc://h:443/;token=a%3Db;user_id=night'), {
    address: 'h:443',
    tls: true,
    token: 'a=b',
    userId: 'night',
  });
});

test('an IPv6 address keeps its brackets', () => {
  assert.equal(parseRemote('sc://[::1]:15002').address, '[::1]:15002');
});

for (const wrong of ['', 'spark:15002', 'sc://', 'sc://h:99999', 'sc://h/;use_sll=true', 'sc://h/path']) {
  test(`refuses ${JSON.stringify(wrong)}`, () => {
    assert.throws(
      () => parseRemote(wrong),
      (error: unknown) => error instanceof SparkError && error.code === 'BAD_REMOTE',
    );
  });
}
