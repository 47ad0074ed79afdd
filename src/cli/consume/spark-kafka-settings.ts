/** How Spark's Kafka clients, which are Java's, are told what our client is told. */
import type { KafkaOptions } from '../../stream/kafka/kafka-options.ts';

/** Settings of Java's Kafka clients. Certificates go along in them: Spark needs no file of ours. */
export function sparkKafkaSettings({
  tls,
  sasl,
}: Pick<KafkaOptions, 'tls' | 'sasl'>): Record<string, string> {
  const transport = tls === null ? 'PLAINTEXT' : 'SSL';
  return {
    'security.protocol': sasl === null ? transport : `SASL_${transport}`,
    ...tlsSettings(tls),
    ...saslSettings(sasl),
  };
}

function tlsSettings(tls: KafkaOptions['tls']): Record<string, string> {
  const { ca, cert, key } = tls ?? {};
  return {
    ...(ca === undefined ? {} : { 'ssl.truststore.type': 'PEM', 'ssl.truststore.certificates': ca }),
    ...(cert === undefined || key === undefined
      ? {}
      : { 'ssl.keystore.type': 'PEM', 'ssl.keystore.certificate.chain': cert, 'ssl.keystore.key': key }),
  };
}

function saslSettings(sasl: KafkaOptions['sasl']): Record<string, string> {
  if (sasl === null) return {};
  const { mechanism, username, password } = sasl;
  const module = mechanism === 'PLAIN' ? 'plain.PlainLoginModule' : 'scram.ScramLoginModule';
  const login = `username=${quoted(username)} password=${quoted(password)}`;
  return {
    'sasl.mechanism': mechanism,
    'sasl.jaas.config': `org.apache.kafka.common.security.${module} required ${login};`,
  };
}

/** A text in a JAAS configuration. */
function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}
