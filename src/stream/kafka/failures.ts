/** What failures of the client library mean here. */
import { AuthenticationError, findErrorBy } from '@platformatic/kafka';
import { MatineeError, messageOf } from '../../domain/errors.ts';

/** Whether a failure has this error code of the Kafka protocol in it. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && findErrorBy(error, 'apiId', code) !== null;
}

const START = 'Start it (`npm run engines:start -- kafka`), or correct `stream.kafka.brokers`.';

/** A failure as a person reads it: who did not do what, and what to do about it. */
export function kafkaFailure(brokers: readonly string[], doing: string, error: unknown): MatineeError {
  if (error instanceof MatineeError) return error;
  const at = `Kafka at ${brokers.join(', ')}`;
  // The library has no code for a topic that the cluster's metadata does not name.
  if (hasCode(error, 'UNKNOWN_TOPIC_OR_PARTITION') || reasonOf(error).startsWith('Unknown topic ')) {
    return new MatineeError('NOT_FOUND', `${at} has no such topic or partition: ${doing}`, {
      hint: 'Create it with ensureTopics first.',
      cause: error,
    });
  }
  const causes = causesOf(error);
  if (causes.some((cause) => CERTIFICATE.test(codeOf(cause)))) {
    return new MatineeError(
      'UNAVAILABLE',
      `${at} shows a certificate that is not trusted: ${reasonOf(error)}`,
      {
        hint: 'Give the certificate of the authority that signed it as `stream.kafka.caFile`.',
        cause: error,
      },
    );
  }
  const closed = reasonOf(error) === 'Connection closed';
  if (!closed && causes.some((cause) => cause instanceof AuthenticationError)) {
    return new MatineeError('UNAVAILABLE', `${at} refuses who asks: ${reasonOf(error)}`, {
      hint: 'Correct `stream.kafka.sasl`, `username`, or the password in MATINEE_STREAM_KAFKA_PASSWORD.',
      cause: error,
    });
  }
  if (closed) {
    return new MatineeError('UNAVAILABLE', `${at} hangs up: it expects another kind of connection`, {
      hint: 'Correct `stream.kafka.tls` and `stream.kafka.sasl`: what the broker asks for, its listeners say.',
      cause: error,
    });
  }
  return new MatineeError('UNAVAILABLE', `${at} did not ${doing}: ${reasonOf(error)}`, {
    hint: START,
    cause: error,
  });
}

/** Codes of Node's TLS for a certificate that does not hold. */
const CERTIFICATE = /CERT|UNABLE_TO_(VERIFY|GET_ISSUER)/;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** A failure and what it came of, the innermost last. */
function causesOf(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [];
  const inner: unknown = error instanceof AggregateError ? error.errors.at(-1) : error.cause;
  return [error, ...causesOf(inner)];
}

/** The innermost reason: the library wraps what happened in how often it tried. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors.at(-1));
  return error instanceof Error && error.cause !== undefined ? reasonOf(error.cause) : messageOf(error);
}
