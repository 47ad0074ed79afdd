import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sparkMethod } from '../connection/service.ts';
import { decodeBatch, localRelation, rowsOf } from './arrow.ts';
import { createView, type SparkCommand, write } from './command.ts';
import { double, int, text } from './literal.ts';
import { groupBy, limit, type Relation, read, readStream, select, sortBy, sql, where } from './relation.ts';

const { requestSerialize, requestDeserialize } = sparkMethod('ExecutePlan');

/** What is left of a plan once Spark's own protocol has carried it: a name that it does not know is lost on the way. */
function carried(plan: { root: Relation } | { command: SparkCommand }): object {
  const request: object = requestDeserialize(requestSerialize({ plan }));
  return 'plan' in request && typeof request.plan === 'object' ? (request.plan ?? {}) : {};
}

/** Whether `whole` says everything that `part` says. */
function assertSays(whole: object, part: object): void {
  assert.partialDeepStrictEqual(whole, part);
}

const ratings = read({
  format: 'json',
  schema: 'user int, item int',
  paths: ['/data'],
  options: { mode: 'FAILFAST' },
});
const relations: Record<string, Relation> = {
  read: ratings,
  readStream: readStream({ format: 'kafka', options: { subscribe: 'movies' } }),
  sql: sql('select 1'),
  select: select(ratings, ['user', 'cast(item as string) as item']),
  where: where(ratings, 'user > 3'),
  limit: limit(ratings, 5),
  groupBy: groupBy(ratings, ['user'], ['count(*) as n']),
  sortBy: sortBy(ratings, ['user', 'item']),
};

for (const [name, relation] of Object.entries(relations)) {
  test(`Spark's protocol carries ${name} whole`, () => {
    assertSays(carried({ root: relation }), { root: relation });
  });
}

const dataset = ratings;
const commands: Record<string, SparkCommand> = {
  write: write(ratings, { format: 'parquet', path: '/out', options: { compression: 'zstd' } }, 'overwrite'),
  view: createView(ratings, 'ratings'),
  fit: {
    ml_command: {
      fit: {
        estimator: { name: 'ALS', uid: 'als', type: 'OPERATOR_TYPE_ESTIMATOR' },
        params: { params: { rank: int(3), regParam: double(0.5), userCol: text('user') } },
        dataset,
      },
    },
  },
  stop: { streaming_query_command: { query_id: { id: 'q', run_id: 'r' }, stop: true } },
};

for (const [name, command] of Object.entries(commands)) {
  test(`Spark's protocol carries ${name} whole`, () => {
    assertSays(carried({ command }), { command });
  });
}

test('a local relation holds the values that were given', () => {
  const relation = localRelation({
    user: Int32Array.of(1, 2),
    rating: Float32Array.of(0.5, 5),
    title: ['Kolya', ''],
    bytes: [Uint8Array.of(1, 2), Uint8Array.of()],
  });
  assert.ok('local_relation' in relation);
  assert.deepEqual(rowsOf(decodeBatch(relation.local_relation.data)), [
    { user: 1, rating: 0.5, title: 'Kolya', bytes: Uint8Array.of(1, 2) },
    { user: 2, rating: 5, title: '', bytes: Uint8Array.of() },
  ]);
});
