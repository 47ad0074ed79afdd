/** How a Kafka cluster is reached, and what the client library needs to know of it. */
import { type Static, Type } from 'typebox';

const text = Type.String();

export const KafkaOptionsSchema = Type.Object({
  /** `host:port` of some brokers: the others are learnt from them. */
  brokers: Type.Array(text, { minItems: 1 }),
  /** On how many brokers each partition of a new topic is kept. */
  replicationFactor: Type.Integer({ minimum: 1 }),
  compression: Type.Enum(['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const),
  /** Certificates (PEM); null talks in the clear. Without `ca` the system's authorities are trusted. */
  tls: Type.Union([
    Type.Object({
      ca: Type.Union([text, Type.Undefined()]),
      cert: Type.Union([text, Type.Undefined()]),
      key: Type.Union([text, Type.Undefined()]),
    }),
    Type.Null(),
  ]),
  sasl: Type.Union([
    Type.Object({
      mechanism: Type.Enum(['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'] as const),
      username: text,
      password: text,
    }),
    Type.Null(),
  ]),
});
export type KafkaOptions = Static<typeof KafkaOptionsSchema>;

const CONNECT_LIMIT_MS = 5_000;
const RETRIES = 3;
const RETRY_AFTER_MS = 200;

/** What each client of the library is made with; the broker's logs show its purpose. */
export function clientOptions({ brokers, tls, sasl }: KafkaOptions, purpose: string) {
  return {
    clientId: `matinee-${purpose}`,
    bootstrapBrokers: [...brokers],
    connectTimeout: CONNECT_LIMIT_MS,
    retries: RETRIES,
    retryDelay: RETRY_AFTER_MS,
    ...(tls === null ? {} : { tls }),
    ...(sasl === null ? {} : { sasl }),
  };
}
