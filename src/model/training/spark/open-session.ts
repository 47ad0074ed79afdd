/** Opens a session on a Spark that this program works with. */
import { MatineeError } from '../../../domain/errors.ts';
import { connectSpark, type SparkSession } from '../../../spark/session.ts';
import { explainSparkError } from './explain-spark-error.ts';

const MAJOR_VERSION = '4';

/** Rejects with a `MatineeError`: nothing answers there (`UNAVAILABLE`), or another version than 4 does. */
export async function openSparkSession(remote: string): Promise<SparkSession> {
  const session = await connectSpark(remote).catch((error: unknown) => {
    throw explainSparkError(error, remote);
  });
  if (session.version.split('.')[0] === MAJOR_VERSION) return session;
  await session.close();
  throw new MatineeError(
    'UNAVAILABLE',
    `Spark at ${remote} is ${session.version}; ${MAJOR_VERSION} is needed`,
    {
      hint: 'Start that of `npm run engines:install`, or point trainer.spark.remote at a Spark 4.',
    },
  );
}

/** Does the work in a session, and closes it. What Spark refuses is told as a `MatineeError`. */
export async function withSparkSession<T>(
  remote: string,
  work: (session: SparkSession) => Promise<T>,
): Promise<T> {
  const session = await openSparkSession(remote);
  try {
    return await work(session);
  } catch (error) {
    throw explainSparkError(error, remote);
  } finally {
    // A session that cannot be closed is one that Spark lets go by itself.
    await session.close().catch(() => undefined);
  }
}
