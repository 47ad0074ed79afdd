/** A Kafka that asks who comes, over TLS: the mechanisms work, and what is set wrongly is said with its repair. */
import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { installFolder } from '../../scripts/engines/folders.ts';
import { findJava } from '../../scripts/engines/java.ts';
import { MatineeError } from '../../src/domain/errors.ts';
import { inspectKafka } from '../../src/stream/kafka/inspect.ts';
import type { KafkaOptions } from '../../src/stream/kafka/kafka-options.ts';
import { openKafkaStream } from '../../src/stream/kafka/kafka-stream.ts';
import { until } from '../until.ts';
import { KAFKA_OPTIONS, kafkaSkip } from './kafka.ts';
import { freePort } from './own-kafka.ts';

const MECHANISMS = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'] as const;
const MODULES = 'org.apache.kafka.common.security';

const settings = (folder: string, port: number) => `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${port + 1}
listeners=SASL_SSL://127.0.0.1:${port},CONTROLLER://127.0.0.1:${port + 1}
controller.listener.names=CONTROLLER
inter.broker.listener.name=SASL_SSL
listener.security.protocol.map=CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL
log.dirs=${join(folder, 'data')}
offsets.topic.replication.factor=1
offsets.topic.num.partitions=1
auto.create.topics.enable=false
ssl.keystore.type=PEM
ssl.keystore.location=${join(folder, 'broker.pem')}
ssl.truststore.type=PEM
ssl.truststore.location=${join(folder, 'ca.pem')}
sasl.enabled.mechanisms=${MECHANISMS.join()}
sasl.mechanism.inter.broker.protocol=PLAIN
listener.name.sasl_ssl.plain.sasl.jaas.config=${MODULES}.plain.PlainLoginModule required username="broker" password="inner" user_broker="inner" user_matinee="right";
listener.name.sasl_ssl.scram-sha-256.sasl.jaas.config=${MODULES}.scram.ScramLoginModule required;
listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config=${MODULES}.scram.ScramLoginModule required;
`;

/** An authority, another one, and the broker's certificate by the first, with its key. */
function makeCertificates(folder: string): void {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const key = ['-newkey', 'rsa:2048', '-nodes'];
  for (const name of ['ca', 'other']) {
    const out = ['-keyout', `${name}.key`, '-out', `${name}.pem`];
    openssl('req', '-x509', ...key, '-days', '2', '-subj', `/CN=${name}`, ...out);
  }
  openssl('req', ...key, '-subj', '/CN=127.0.0.1', '-keyout', 'broker.key', '-out', 'broker.csr');
  writeFileSync(join(folder, 'names'), 'subjectAltName=IP:127.0.0.1');
  const signer = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names'];
  openssl('x509', '-req', '-in', 'broker.csr', ...signer, '-out', 'broker.crt');
  const parts = ['broker.key', 'broker.crt'].map((name) => readFileSync(join(folder, name), 'utf8'));
  writeFileSync(join(folder, 'broker.pem'), parts.join(''));
}

suite('a Kafka that asks who comes', { skip: kafkaSkip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-kafka-security-'));
  let broker: ChildProcess;
  let address = '';
  const as = (
    mechanism: (typeof MECHANISMS)[number],
    { password = 'right', authority = 'ca' } = {},
  ): KafkaOptions => ({
    ...KAFKA_OPTIONS,
    brokers: [address],
    tls: { ca: readFileSync(join(folder, `${authority}.pem`), 'utf8'), cert: undefined, key: undefined },
    sasl: { mechanism, username: 'matinee', password },
  });

  before(async () => {
    makeCertificates(folder);
    const port = await freePort();
    address = `127.0.0.1:${port}`;
    const properties = join(folder, 'server.properties');
    writeFileSync(properties, settings(folder, port));
    const java = findJava(17);
    const classes = join(installFolder('kafka', '4.1.1'), 'lib', '*');
    const scram = ['256', '512'].flatMap((bits) => [
      '--add-scram',
      `SCRAM-SHA-${bits}=[name=matinee,password=right]`,
    ]);
    const format = ['format', '-t', 'AAAAAAAAAAAAAAAAAAAAAQ', '-c', properties, ...scram];
    execFileSync(java, ['-cp', classes, 'kafka.tools.StorageTool', ...format], { stdio: 'pipe' });
    broker = spawn(java, ['-Xmx384m', '-cp', classes, 'kafka.Kafka', properties], { stdio: 'ignore' });
    const answers = async () => {
      if (broker.exitCode !== null) throw new Error(`the broker ended with ${broker.exitCode}`);
      return inspectKafka(as('PLAIN'), []).then(
        () => true,
        () => false,
      );
    };
    await until('the broker answers', answers, 120_000);
  });
  after(async () => {
    if (broker.exitCode === null) {
      broker.kill('SIGKILL');
      await once(broker, 'close');
    }
    rmSync(folder, { recursive: true });
  });

  for (const mechanism of MECHANISMS) {
    test(`${mechanism}: what is written is read`, async () => {
      const stream = openKafkaStream(as(mechanism));
      const topic = `secure.${mechanism
        .replace('256', 'short')
        .replaceAll(/[^A-Za-z]/g, '')
        .toLowerCase()}`;
      await stream.ensureTopics([{ name: topic, partitions: 1, retentionMs: null }]);
      await stream.produce(topic, [{ key: 'k', value: mechanism }]);
      const [record] = await stream.read(topic, 0, 0, 1);
      assert.equal(new TextDecoder().decode(record?.value), mechanism);
      await stream.close();
    });
  }

  async function fails(options: KafkaOptions, message: RegExp, hint: RegExp, partitions = 1): Promise<void> {
    const specs = [{ name: 'secure.plain', partitions, retentionMs: null }];
    await assert.rejects(inspectKafka(options, specs), (error) => {
      assert.ok(error instanceof MatineeError);
      assert.match(error.message, message);
      assert.match(error.hint ?? '', hint);
      return true;
    });
  }

  test('a wrong password, another authority, no TLS and too few partitions are said with their repair', async () => {
    for (const mechanism of MECHANISMS) {
      await fails(as(mechanism, { password: 'wrong' }), /refuses who asks/, /MATINEE_STREAM_KAFKA_PASSWORD/);
    }
    await fails(as('PLAIN', { authority: 'other' }), /certificate that is not trusted/, /caFile/);
    await fails({ ...as('PLAIN'), tls: null }, /hangs up/, /stream\.kafka\.tls/);
    await fails({ ...as('PLAIN'), sasl: null }, /hangs up/, /stream\.kafka\.sasl/);
    await fails(as('PLAIN'), /partitions/, /partitions/, 5);
  });
});
