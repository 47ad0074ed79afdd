/** Errors as RFC 9457 problem details: what every answer that is not a success looks like. */
import { type Static, Type } from 'typebox';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

const FieldErrorSchema = Type.Object({
  in: Type.Enum(['body', 'path', 'query', 'header'], { description: 'The part of the request at fault.' }),
  pointer: Type.String({ description: 'JSON pointer to the value at fault; empty for the whole part.' }),
  detail: Type.String({ description: 'What is wrong with it.' }),
});

/** One value of a request that was refused. */
export type FieldError = Static<typeof FieldErrorSchema>;

export const ProblemSchema = Type.Object({
  type: Type.String({ description: 'A URI for the kind of problem, stable across versions.' }),
  title: Type.String({ description: 'The kind of problem in words.' }),
  status: Type.Integer({ minimum: 400, maximum: 599 }),
  detail: Type.String({ description: 'What happened this time, and where.' }),
  instance: Type.String({ description: 'The path that was asked for.' }),
  hint: Type.Optional(Type.String({ description: 'What to do about it.' })),
  errors: Type.Optional(Type.Array(FieldErrorSchema, { description: 'Each value at fault.' })),
});

export type Problem = Static<typeof ProblemSchema>;
