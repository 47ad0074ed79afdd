/**
 * The Spark that engine suites run against: the one of `npm run engines:start`, or of `MATINEE_TEST_SPARK`. Without one a
 * suite is skipped, naming the command that gets it; `MATINEE_REQUIRE_ENGINES=1` makes that a failure.
 */
import { answers } from './answers.ts';

export const SPARK_REMOTE = process.env.MATINEE_TEST_SPARK ?? 'sc://127.0.0.1:15002';

/** Why suites that need Spark are skipped here; false when they are not. */
export const sparkSkip: string | false = (await answers(SPARK_REMOTE)) ? false : refuse();

function refuse(): string {
  const reason = `no Spark at ${SPARK_REMOTE}: npm run engines:install && npm run engines:start`;
  if (process.env.MATINEE_REQUIRE_ENGINES === '1') throw new Error(reason);
  return reason;
}
