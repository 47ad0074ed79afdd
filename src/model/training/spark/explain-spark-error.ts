/** What Spark's failures mean for whoever trains, cleans or looks after Matinee, and what to do about each. */
import { type ErrorCode, MatineeError } from '../../../domain/errors.ts';
import { SparkError, type SparkErrorCode } from '../../../spark/errors.ts';

interface Explanation {
  code: ErrorCode;
  hint: string;
}

const EXPLANATIONS: Readonly<Record<SparkErrorCode, Explanation>> = {
  BAD_REMOTE: { code: 'USAGE', hint: 'Write trainer.spark.remote as sc://host:port.' },
  UNREACHABLE: {
    code: 'UNAVAILABLE',
    hint: 'Start it (`npm run engines:start`), or correct trainer.spark.remote; then run this again.',
  },
  LOST: { code: 'UNAVAILABLE', hint: 'Run this again; nothing of it was kept.' },
  CANCELLED: { code: 'CANCELLED', hint: 'Run this again when it suits; the present model still serves.' },
  FAILED: { code: 'UNAVAILABLE', hint: 'Look for the operation in Spark’s log, then run this again.' },
  PROTOCOL: { code: 'UNAVAILABLE', hint: 'Run Spark 4 with Spark Connect at trainer.spark.remote.' },
};

/** Spark runs, but does not see the files that were written for it. */
const UNSEEN: Explanation = {
  code: 'UNAVAILABLE',
  hint: 'Set trainer.spark.dataDir to a folder that both this machine and Spark read under the same path.',
};

/** A `SparkError` as one that a person may read; anything else as it is. */
export function explainSparkError(thrown: unknown, remote: string): unknown {
  if (!(thrown instanceof SparkError)) return thrown;
  const { code, condition, operationId, message } = thrown;
  const explanation = condition === 'PATH_NOT_FOUND' ? UNSEEN : EXPLANATIONS[code];
  const operation = operationId === undefined ? '' : ` (operation ${operationId})`;
  return new MatineeError(explanation.code, `Spark at ${remote}: ${message}${operation}`, {
    hint: explanation.hint,
    cause: thrown,
  });
}
