import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sparkKafkaSettings } from './spark-kafka-settings.ts';

test('a cluster in the clear', () => {
  assert.deepEqual(sparkKafkaSettings({ tls: null, sasl: null }), { 'security.protocol': 'PLAINTEXT' });
});

test('certificates and a password go along, the password whatever its characters', () => {
  const sasl = { mechanism: 'SCRAM-SHA-512' as const, username: 'matinee', password: 'a"b\\c' };
  assert.deepEqual(sparkKafkaSettings({ tls: { ca: 'CA', cert: 'CERT', key: 'KEY' }, sasl }), {
    'security.protocol': 'SASL_SSL',
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.certificates': 'CA',
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.certificate.chain': 'CERT',
    'ssl.keystore.key': 'KEY',
    'sasl.mechanism': 'SCRAM-SHA-512',
    'sasl.jaas.config':
      'org.apache.kafka.common.security.scram.ScramLoginModule required username="matinee" password="a\\"b\\\\c";',
  });
});
