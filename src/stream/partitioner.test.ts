/** The partitioner against Kafka's own test vectors. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { murmur2, partitionOfKey } from './partitioner.ts';

const utf8 = new TextEncoder();

/** From `UtilsTest.testMurmur2` of apache/kafka. */
const VECTORS: readonly (readonly [string, number])[] = [
  ['21', -973932308],
  ['foobar', -790332482],
  ['a-little-bit-long-string', -985981536],
  ['a-little-bit-longer-string', -1486304829],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
  ['abc', 479470107],
];

test('murmur2 gives the values that Kafka documents', () => {
  for (const [text, hash] of VECTORS) assert.equal(murmur2(utf8.encode(text)), hash, text);
});

test('a key lands in one partition of those there are, wherever its bytes lie in memory', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.integer({ min: 1, max: 64 }), fc.nat(7), (key, partitions, shift) => {
      const partition = partitionOfKey(key, partitions);
      assert.ok(partition >= 0 && partition < partitions);
      const moved = new Uint8Array(key.length + shift);
      moved.set(key, shift);
      assert.equal(partitionOfKey(moved.subarray(shift), partitions), partition);
    }),
    { seed: 42, numRuns: 200 },
  );
});
