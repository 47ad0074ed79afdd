/** Sharing partitions among members: complete, even, and with few moves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assignPartitions } from './assign-partitions.ts';

const TOPICS = ['movies', 'interactions', 'dead'] as const;
const PARTITIONS = TOPICS.flatMap((topic, nth) =>
  Array.from({ length: 4 }, (_, n) => ({ id: nth * 4 + n, topic })),
);

const membersArbitrary = fc.uniqueArray(
  fc.record({ id: fc.stringMatching(/^[a-f]{1,3}$/), topics: fc.subarray([...TOPICS], { minLength: 1 }) }),
  { selector: ({ id }) => id, maxLength: 8 },
);

test('each partition somebody reads has one reader of its topic; nobody could give one to a freer member', () => {
  fc.assert(
    fc.property(membersArbitrary, membersArbitrary, (before, members) => {
      const owners = assignPartitions(members, PARTITIONS, assignPartitions(before, PARTITIONS, new Map()));
      const load = (id: string) => [...owners.values()].filter((owner) => owner === id).length;
      for (const { id, topic } of PARTITIONS) {
        const readers = members.filter((member) => member.topics.includes(topic));
        const owner = owners.get(id);
        assert.equal(owner !== undefined, readers.length > 0);
        if (owner === undefined) continue;
        assert.ok(readers.some((reader) => reader.id === owner));
        for (const reader of readers) assert.ok(load(owner) - load(reader.id) < 2);
      }
    }),
    { seed: 42, numRuns: 300 },
  );
});

test('the same members keep what they have; one who leaves moves nothing of the others', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const members = ids.map((id) => ({ id, topics: TOPICS }));
  const first = assignPartitions(members, PARTITIONS, new Map());
  assert.deepEqual(assignPartitions(members, PARTITIONS, first), first);
  const without = assignPartitions(members.slice(1), PARTITIONS, first);
  for (const [partition, owner] of first) if (owner !== 'a') assert.equal(without.get(partition), owner);
});
