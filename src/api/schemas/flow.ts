/** The state of the flow, for whoever runs it. */
import { type Static, Type } from 'typebox';
import { NullableInteger } from './nullable.ts';

const Count = Type.Integer({ minimum: 0 });

/** `GET /api/admin/flow`. */
export const FlowAnswerSchema = Type.Object({
  partitions: Type.Array(
    Type.Object({
      topic: Type.String(),
      partition: Count,
      earliest: Type.Integer({ description: 'The first offset still kept.' }),
      next: Type.Integer({ description: 'The next offset to be given.' }),
      lag: NullableInteger('Records that the indexer has yet to commit; null for a topic it does not read.'),
    }),
  ),
  documents: Type.Object({ ratings: Count, movies: Count, users: Count, interactions: Count }),
  deadLetters: Count,
  model: Type.Union([
    Type.Object({
      version: Type.String(),
      trainedAt: Type.Number({ description: 'Epoch seconds.' }),
      rating: Type.String({ description: 'The model of predicted ratings.' }),
      ranking: Type.String({ description: 'The model of rankings.' }),
      quality: Type.Record(Type.String(), Type.Number(), {
        description: 'Measured on a withheld part, by task and metric (`rating.rmse`).',
      }),
    }),
    Type.Null({ description: 'No version serves yet.' }),
  ]),
  process: Type.Object(
    {
      uptimeSeconds: Type.Number({ minimum: 0 }),
      residentBytes: Type.Integer({ minimum: 0, description: 'Memory of the whole process.' }),
      heapBytes: Type.Integer({ minimum: 0, description: 'Used by JavaScript on the thread that answers.' }),
    },
    { description: 'The process that answers.' },
  ),
});
export type FlowAnswer = Static<typeof FlowAnswerSchema>;
