/** What the generating thread is told, and what it tells. */
import { type Static, Type } from 'typebox';

export const LoadSchema = Type.Object({
  port: Type.Integer(),
  seconds: Type.Number(),
  /** A second, of each kind. */
  reads: Type.Number(),
  writes: Type.Number(),
  users: Type.Integer(),
  movieIds: Type.Array(Type.Integer(), { minItems: 1 }),
  seed: Type.Integer(),
});
export type LoadData = Static<typeof LoadSchema>;

/** What became of the requests of one kind. */
const OutcomeSchema = Type.Object({
  /** Of those that were answered with 2xx, in milliseconds from when they were due. */
  latencies: Type.Array(Type.Number()),
  /** How many of each status; 0 is a connection that failed. */
  statuses: Type.Record(Type.String(), Type.Integer()),
});
export type Outcome = Static<typeof OutcomeSchema>;

export const OutcomesSchema = Type.Object({ reads: OutcomeSchema, writes: OutcomeSchema });
export type Outcomes = Static<typeof OutcomesSchema>;
