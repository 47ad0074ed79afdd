import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { type Line, openLine } from '../../../test/engines/line.ts';
import { SPARK_REMOTE, sparkSkip } from '../../../test/engines/spark.ts';
import { until } from '../../../test/until.ts';
import { SparkError } from '../errors.ts';
import { sql } from '../plan/relation.ts';
import { connectSpark } from '../session.ts';

/** Two seconds of work, a row each tenth of it. */
const SLOW = sql("select id, reflect('java.lang.Thread', 'sleep', 200L) as slept from range(0, 10, 1, 1)");

suite('a line that breaks', { skip: sparkSkip }, () => {
  let line: Line;
  before(async () => {
    line = await openLine(SPARK_REMOTE);
  });
  after(() => line.close());

  test('is taken up again', async () => {
    const session = await connectSpark(line.remote);
    const sent = line.bytesSent();
    const running = session.collect(SLOW);
    await until('the plan is sent', () => line.bytesSent() > sent);
    line.cut();
    assert.equal((await running).length, 10);
    assert.ok(line.connections() >= 2);
    await session.close();
  });

  test('for good is told within seconds, with the operation', async () => {
    const session = await connectSpark(line.remote);
    const sent = line.bytesSent();
    const running = session.collect(SLOW, { operationId: crypto.randomUUID() });
    await until('the plan is sent', () => line.bytesSent() > sent);
    const before = performance.now();
    line.cut(true);
    await assert.rejects(running, (error: unknown) => {
      assert.ok(error instanceof SparkError);
      assert.equal(error.code, 'UNREACHABLE');
      assert.match(error.operationId ?? '', /^[\da-f-]{36}$/);
      return true;
    });
    assert.ok(performance.now() - before < 10_000);
    await session.close().catch(() => undefined);
  });
});
