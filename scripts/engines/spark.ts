/** Apache Spark with a Spark Connect server (gRPC), on this machine's cores, from its Maven Central jars. */
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { findJava } from './java.ts';
import { getLibraries } from './maven.ts';
import { answersOn, portOf } from './port.ts';

const VERSION = '4.0.0';
const JAVA = 17;
const port = portOf('SPARK', 15002);

/** What Spark opens of the JDK: `JavaModuleOptions` of its launcher. */
const OPENED = [
  ...['java.lang', 'java.lang.invoke', 'java.lang.reflect', 'java.io', 'java.net', 'java.nio', 'java.util'],
  ...[
    'java.util.concurrent',
    'java.util.concurrent.atomic',
    'sun.nio.ch',
    'sun.nio.cs',
    'sun.security.action',
  ],
  ...['sun.util.calendar', 'jdk.internal.ref'],
].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);

function settings(run: string): Record<string, string | number> {
  return {
    'spark.master': 'local[2]',
    'spark.app.name': 'matinee',
    'spark.ui.enabled': 'false',
    'spark.driver.bindAddress': '127.0.0.1',
    'spark.driver.host': '127.0.0.1',
    'spark.connect.grpc.binding.address': '127.0.0.1',
    'spark.connect.grpc.binding.port': port,
    'spark.sql.shuffle.partitions': 4,
    'spark.sql.warehouse.dir': join(run, 'data', 'warehouse'),
    'spark.local.dir': join(run, 'data', 'local'),
    // The lineage of a long ALS fit overflows the stack where there is none.
    'spark.checkpoint.dir': join(run, 'data', 'checkpoints'),
  };
}

export const spark: Engine = {
  name: 'spark',
  version: VERSION,
  port,
  download: '334 MB',
  install(folder) {
    findJava(JAVA);
    const modules = ['spark-connect_2.13', 'spark-sql_2.13', 'spark-mllib_2.13', 'spark-sql-kafka-0-10_2.13'];
    getLibraries(
      folder,
      modules.map((module) => `org.apache.spark:${module}:${VERSION}` as const),
    );
  },
  prepare({ installed, run }) {
    const properties = Object.entries(settings(run)).map(([key, value]) => `-D${key}=${value}`);
    const jvm = ['-Xmx2g', '-Xss16m', '-XX:+IgnoreUnrecognizedVMOptions', ...OPENED];
    const kerberos = '--add-opens=java.security.jgss/sun.security.krb5=ALL-UNNAMED';
    const netty = ['-Djdk.reflect.useDirectMethodHandle=false', '-Dio.netty.tryReflectionSetAccessible=true'];
    const server = [
      '-cp',
      join(installed, 'lib', '*'),
      'org.apache.spark.sql.connect.service.SparkConnectServer',
    ];
    return {
      program: findJava(JAVA),
      args: [...jvm, kerberos, ...netty, ...properties, ...server],
      env: { SPARK_LOCAL_IP: '127.0.0.1', SPARK_SCALA_VERSION: '2.13' },
    };
  },
  isReady: () => answersOn(port),
};
