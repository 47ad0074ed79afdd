/** What the system says of itself: totals, liveness, readiness, what it runs on. */
import { type Static, Type } from 'typebox';
import { NullableString } from './nullable.ts';

/** `GET /api/stats/totals`. */
export const TotalsAnswerSchema = Type.Object({
  ratings: Type.Integer(),
  movies: Type.Integer(),
  users: Type.Integer(),
  interactions: Type.Integer(),
  dead: Type.Integer({ description: 'Records that could not be processed and are kept aside.' }),
});

export const HealthAnswerSchema = Type.Object({ status: Type.Literal('ok') });

export const ReadyAnswerSchema = Type.Object({
  status: Type.Literal('ready'),
  modelVersion: NullableString('The version that serves.'),
});

export const AboutAnswerSchema = Type.Object({
  name: Type.String(),
  version: Type.String(),
  dataSet: Type.Object({
    name: Type.String(),
    simulated: Type.Boolean({
      description: 'Whether the ratings it came with were generated, not given by people.',
    }),
    notice: NullableString('Where the data comes from and on what terms.'),
  }),
  ratingScale: Type.Object({ minimum: Type.Number(), maximum: Type.Number(), step: Type.Number() }),
  demonstration: Type.Boolean({ description: 'Whether anybody may act as anybody (`GET /api/profiles`).' }),
});
/** `GET /api/about`. */
export type AboutAnswer = Static<typeof AboutAnswerSchema>;
