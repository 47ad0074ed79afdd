/** The answers to an execution, in the part that is used here: checked, since they come from another program. */
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { SparkError } from '../errors.ts';

const QueryIdSchema = Type.Object({ id: Type.String(), run_id: Type.String() });

const MlResultSchema = Type.Object({
  operator_info: Type.Optional(
    Type.Union([
      Type.Null(),
      Type.Object({
        uid: Type.Optional(Type.String()),
        obj_ref: Type.Optional(Type.Union([Type.Null(), Type.Object({ id: Type.String() })])),
      }),
    ]),
  ),
  param: Type.Optional(Type.Union([Type.Null(), Type.Record(Type.String(), Type.Unknown())])),
});

const QueryResultSchema = Type.Object({
  status: Type.Optional(
    Type.Union([
      Type.Null(),
      Type.Object({
        status_message: Type.String(),
        is_active: Type.Boolean(),
        is_data_available: Type.Boolean(),
      }),
    ]),
  ),
  recent_progress: Type.Optional(
    Type.Union([Type.Null(), Type.Object({ recent_progress_json: Type.Array(Type.String()) })]),
  ),
  exception: Type.Optional(
    Type.Union([Type.Null(), Type.Object({ exception_message: Type.Optional(Type.String()) })]),
  ),
  await_termination: Type.Optional(Type.Union([Type.Null(), Type.Object({ terminated: Type.Boolean() })])),
});

const ResponseSchema = Type.Object({
  response_id: Type.String(),
  response_type: Type.Optional(Type.String()),
  arrow_batch: Type.Optional(Type.Union([Type.Null(), Type.Object({ data: Type.Unsafe<Uint8Array>({}) })])),
  ml_command_result: Type.Optional(Type.Union([Type.Null(), MlResultSchema])),
  write_stream_operation_start_result: Type.Optional(
    Type.Union([Type.Null(), Type.Object({ query_id: QueryIdSchema })]),
  ),
  streaming_query_command_result: Type.Optional(Type.Union([Type.Null(), QueryResultSchema])),
});

export type Response = Static<typeof ResponseSchema>;
export type MlResult = Static<typeof MlResultSchema>;
export type QueryResult = Static<typeof QueryResultSchema>;

const response = Compile(ResponseSchema);

export function parseResponse(message: unknown): Response {
  if (response.Check(message)) return message;
  const [first] = response.Errors(message);
  throw new SparkError(
    'PROTOCOL',
    `an answer of Spark: ${first?.instancePath ?? ''} ${first?.message ?? ''}`,
  );
}
