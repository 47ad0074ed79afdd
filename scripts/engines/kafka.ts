/** Apache Kafka: one node in KRaft mode, broker and controller, from its Maven Central jars. */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, EngineError } from './engine.ts';
import { findJava } from './java.ts';
import { getLibraries } from './maven.ts';
import { answersOn, portOf } from './port.ts';

const VERSION = '4.1.1';
const JAVA = 17;
const port = portOf('KAFKA', 9092);

/** The ports of a node that only this machine reaches; topics are made by who needs them, never by a typo. */
function settings(data: string): string {
  return `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${port + 1}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${port + 1}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
log.dirs=${data}
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=4
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
auto.create.topics.enable=false
`;
}

/** Gives an empty data folder the id of a cluster; one that has an id is left alone. */
function format(java: string, classes: string, properties: string): void {
  const tool = (...args: string[]) =>
    spawnSync(java, ['-cp', classes, 'kafka.tools.StorageTool', ...args], { encoding: 'utf8' });
  const id = tool('random-uuid').stdout.trim().split('\n').at(-1) ?? '';
  const { status, stderr } = tool('format', '-t', id, '-c', properties);
  if (status !== 0) throw new EngineError(`Kafka could not format its data folder:\n${stderr}`);
}

export const kafka: Engine = {
  name: 'kafka',
  version: VERSION,
  port,
  download: '54 MB',
  install(folder) {
    findJava(JAVA);
    getLibraries(folder, [
      `org.apache.kafka:kafka_2.13:${VERSION}`,
      `org.apache.kafka:kafka-tools:${VERSION}`,
      'org.slf4j:slf4j-simple:1.7.36',
    ]);
  },
  prepare({ installed, run }) {
    const java = findJava(JAVA);
    const classes = join(installed, 'lib', '*');
    const data = join(run, 'data');
    const properties = join(run, 'server.properties');
    writeFileSync(properties, settings(data));
    if (!existsSync(join(data, 'meta.properties'))) format(java, classes, properties);
    const heap = ['-Xms256m', '-Xmx512m'];
    const log = '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn';
    return { program: java, args: [...heap, log, '-cp', classes, 'kafka.Kafka', properties] };
  },
  isReady: () => answersOn(port),
};
