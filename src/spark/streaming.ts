/** Structured Streaming: queries that run on the server until they are stopped. */
import type { QueryResult } from './connection/response.ts';
import { SparkError } from './errors.ts';
import type { OutputMode, QueryCommand, QueryId, Sink } from './plan/command.ts';
import type { Relation } from './plan/relation.ts';
import type { ExecuteOptions, SparkSession } from './session.ts';

export interface StreamOptions extends ExecuteOptions {
  name: string;
  /** A folder that Spark keeps its progress in: with it a query begins where it was. */
  checkpoint: string;
  outputMode?: OutputMode;
  /** `availableNow` ends once all that is there is done; a number waits so many milliseconds between batches. */
  trigger: 'availableNow' | number;
}

export interface QueryStatus {
  /** Spark's own sentence. */
  message: string;
  active: boolean;
}

export interface StreamingQuery {
  /** The same across restarts with one checkpoint. */
  readonly id: string;
  readonly runId: string;
  status(): Promise<QueryStatus>;
  /** Spark's report of the last batch, as JSON; null before the first. */
  lastProgress(): Promise<string | null>;
  /** Why the query ended by itself; null while it runs, and after a stop. */
  failure(): Promise<string | null>;
  /** Waits until the query has ended; false when it still ran after so long. Rejects when it failed. */
  ended(timeoutMs: number): Promise<boolean>;
  stop(): Promise<void>;
}

/** Starts a query from a relation of `readStream`. */
export async function startQuery(
  session: SparkSession,
  input: Relation,
  { format, path, options = {} }: Sink,
  { name, checkpoint, outputMode = 'append', trigger, ...execution }: StreamOptions,
): Promise<StreamingQuery> {
  const answers = await session.run(
    {
      write_stream_operation_start: {
        input,
        format,
        options: { ...options, checkpointLocation: checkpoint },
        output_mode: outputMode,
        query_name: name,
        ...(path === undefined ? {} : { path }),
        ...(trigger === 'availableNow'
          ? { available_now: true as const }
          : { processing_time_interval: `${trigger} milliseconds` }),
      },
    },
    execution,
  );
  const started = answers.map((answer) => answer.write_stream_operation_start_result).find((found) => found);
  if (!started) throw new SparkError('PROTOCOL', 'Spark does not name the query that it started');
  return queryOf(session, started.query_id);
}

function queryOf(session: SparkSession, query_id: QueryId): StreamingQuery {
  async function ask(command: QueryCommand): Promise<QueryResult> {
    const answers = await session.run({ streaming_query_command: { query_id, ...command } });
    return answers.map((answer) => answer.streaming_query_command_result).find((found) => found) ?? {};
  }

  return {
    id: query_id.id,
    runId: query_id.run_id,
    async status() {
      const { status } = await ask({ status: true });
      if (!status) throw new SparkError('PROTOCOL', 'Spark does not say how the query is');
      return { message: status.status_message, active: status.is_active };
    },
    async lastProgress() {
      const { recent_progress } = await ask({ last_progress: true });
      return recent_progress?.recent_progress_json.at(-1) ?? null;
    },
    async failure() {
      const { exception } = await ask({ exception: true });
      return exception?.exception_message ?? null;
    },
    async ended(timeoutMs) {
      const { await_termination } = await ask({ await_termination: { timeout_ms: timeoutMs } });
      return await_termination?.terminated ?? false;
    },
    async stop() {
      await ask({ stop: true });
    },
  };
}
