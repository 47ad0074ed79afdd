/** A gRPC channel to one server: calls of its methods, whose messages are plain objects. */
import {
  ChannelCredentials,
  Client,
  type ClientReadableStream,
  credentials,
  Metadata,
  type ServiceError,
} from '@grpc/grpc-js';
import { SparkError } from '../errors.ts';
import type { Remote } from '../remote.ts';
import { type MethodOf, sparkMethod } from './service.ts';

/** A row group of factors is larger than gRPC's 4 MiB. */
const LARGEST_MESSAGE = 128 * 1024 * 1024;

export interface Channel {
  /** One request, one answer. Rejects with gRPC's `ServiceError`. */
  call(method: string, request: object, timeoutMs?: number): Promise<object>;
  /** One request, many answers, until the stream ends. */
  stream(method: string, request: object): ClientReadableStream<object>;
  close(): void;
}

export function openChannel({ address, tls, token }: Remote, methodOf: MethodOf = sparkMethod): Channel {
  const secure = tls ? credentials.createSsl() : ChannelCredentials.createInsecure();
  const client = new Client(address, secure, {
    'grpc.max_receive_message_length': LARGEST_MESSAGE,
    'grpc.max_send_message_length': LARGEST_MESSAGE,
  });

  let open = true;

  function refuseClosed(): void {
    if (!open) throw new SparkError('LOST', 'the session is closed');
  }

  function metadata(): Metadata {
    const sent = new Metadata();
    if (token !== null) sent.set('authorization', `Bearer ${token}`);
    return sent;
  }

  return {
    async call(name, request, timeoutMs = 60_000) {
      refuseClosed();
      const { path, requestSerialize, responseDeserialize } = methodOf(name);
      const { promise, resolve, reject } = Promise.withResolvers<object>();
      client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        metadata(),
        { deadline: Date.now() + timeoutMs },
        (error: ServiceError | null, answer?: object) => {
          if (error !== null) reject(error);
          else resolve(answer ?? {});
        },
      );
      return await promise;
    },
    stream(name, request) {
      refuseClosed();
      const { path, requestSerialize, responseDeserialize } = methodOf(name);
      return client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request, metadata());
    },
    close() {
      open = false;
      client.close();
    },
  };
}
