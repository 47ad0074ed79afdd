/** The methods of the gRPC service `SparkConnectService`, read from Spark's own protos. */
import { fileURLToPath } from 'node:url';
import { loadSync, type MethodDefinition, type ServiceDefinition } from '@grpc/proto-loader';
import { SparkError } from '../errors.ts';

const PROTOS = fileURLToPath(new URL('../protos', import.meta.url));
const SERVICE = 'spark.connect.SparkConnectService';

/** 64-bit integers come as numbers: those of the protocol count rows, stages and milliseconds. */
const OPTIONS = {
  includeDirs: [PROTOS],
  longs: Number,
  enums: String,
  keepCase: true,
  oneofs: true,
  defaults: true,
};

export type Method = MethodDefinition<object, object>;
export type MethodOf = (name: string) => Method;

let loaded: ServiceDefinition | undefined;

export const sparkMethod: MethodOf = (name) => {
  loaded ??= loadService();
  const method = loaded[name];
  if (method === undefined) throw new SparkError('PROTOCOL', `the protocol has no method ${name}`);
  return method;
};

function loadService(): ServiceDefinition {
  const definition = loadSync('spark/connect/base.proto', OPTIONS)[SERVICE];
  if (definition === undefined || 'format' in definition) {
    throw new SparkError('PROTOCOL', `the protocol has no service ${SERVICE}`);
  }
  return definition;
}
