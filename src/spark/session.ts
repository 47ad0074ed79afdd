/** A session with a Spark Connect server: what runs plans. Several may be open at once. */
import { randomUUID } from 'node:crypto';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { openChannel } from './connection/channel.ts';
import { type Caller, type ExecuteOptions, execute } from './connection/execute.ts';
import { explainError } from './connection/explain-error.ts';
import type { Response } from './connection/response.ts';
import { SparkError } from './errors.ts';
import { type Batch, decodeBatch, type Row, rowsOf } from './plan/arrow.ts';
import type { SparkCommand } from './plan/command.ts';
import type { Relation } from './plan/relation.ts';
import { parseRemote } from './remote.ts';

export type { ExecuteOptions } from './connection/execute.ts';

export interface SparkSession {
  /** A UUID: Spark's log names it. */
  readonly id: string;
  /** The server's version, e.g. `4.0.0`. */
  readonly version: string;
  /** Computes a table, batch by batch as it comes. Batches of the same table have the same columns. */
  batches(relation: Relation, options?: ExecuteOptions): AsyncGenerator<Batch>;
  /** Computes a table whole, as objects. */
  collect(relation: Relation, options?: ExecuteOptions): Promise<Row[]>;
  /** Runs a command and gives what Spark answered. */
  run(command: SparkCommand, options?: ExecuteOptions): Promise<Response[]>;
  /** Sets Spark settings of this session, e.g. `spark.sql.shuffle.partitions`. */
  configure(settings: Readonly<Record<string, string>>): Promise<void>;
  /** Ends the session: what the server keeps for it is let go. */
  close(): Promise<void>;
}

const VersionAnswer = Compile(Type.Object({ spark_version: Type.Object({ version: Type.String() }) }));

/** How long the first answer may take: a server that starts accepts connections before it can answer. */
const OPEN_TIMEOUT_MS = 30_000;

/**
 * Opens a session on `sc://host:port`. Rejects with `BAD_REMOTE`, or with `UNREACHABLE` when nothing answers there.
 * Every method rejects with a `SparkError`.
 */
export async function connectSpark(remote: string): Promise<SparkSession> {
  const server = parseRemote(remote);
  const channel = openChannel(server);
  const id = randomUUID();
  const caller: Caller = {
    session_id: id,
    user_context: { user_id: server.userId, user_name: server.userId },
    client_type: 'matinee',
  };

  async function ask(method: string, request: object, timeoutMs?: number): Promise<object> {
    try {
      return await channel.call(method, { ...caller, ...request }, timeoutMs);
    } catch (error) {
      throw explainError(error);
    }
  }

  async function version(): Promise<string> {
    const answer = await ask('AnalyzePlan', { spark_version: {} }, OPEN_TIMEOUT_MS);
    if (VersionAnswer.Check(answer)) return answer.spark_version.version;
    throw new SparkError('PROTOCOL', 'Spark does not say its version');
  }

  async function* batches(relation: Relation, options?: ExecuteOptions): AsyncGenerator<Batch> {
    for await (const { arrow_batch } of execute(channel, caller, { root: relation }, options)) {
      if (arrow_batch) yield decodeBatch(arrow_batch.data);
    }
  }

  try {
    return {
      id,
      version: await version(),
      batches,
      async collect(relation, options) {
        const rows: Row[] = [];
        for await (const table of batches(relation, options)) rows.push(...rowsOf(table));
        return rows;
      },
      async run(command, options) {
        const answers: Response[] = [];
        for await (const answer of execute(channel, caller, { command }, options)) answers.push(answer);
        return answers;
      },
      async configure(settings) {
        const pairs = Object.entries(settings).map(([key, value]) => ({ key, value }));
        await ask('Config', { operation: { set: { pairs } } });
      },
      async close() {
        try {
          await ask('ReleaseSession', {}, 5_000);
        } finally {
          channel.close();
        }
      },
    };
  } catch (error) {
    channel.close();
    throw error;
  }
}
