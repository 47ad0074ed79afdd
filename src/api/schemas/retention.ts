/** What is older than it may be, and what became of it. */
import { type Static, Type } from 'typebox';

/** `GET` and `POST /api/admin/retention`. */
export const RetentionAnswerSchema = Type.Object({
  ranAt: Type.String({ description: 'ISO 8601.' }),
  steps: Type.Array(
    Type.Object({
      what: Type.String({ description: 'A topic, or a kind of interactions in the index.' }),
      days: Type.Number({ description: 'How long it is kept.' }),
      before: Type.String({ description: 'What is from before this moment goes, ISO 8601.' }),
      records: Type.Integer({ minimum: 0 }),
    }),
  ),
});
export type RetentionAnswer = Static<typeof RetentionAnswerSchema>;
