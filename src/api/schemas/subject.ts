/** What the routes of data subjects answer. */
import { Type } from 'typebox';

const Count = Type.Integer({ minimum: 0 });

/** The receipt of an erasure, as `receipt verify` takes it. */
export const ReceiptAnswerSchema = Type.Object({
  type: Type.Literal('matinee-erasure-receipt'),
  version: Type.Literal(1),
  subject: Type.String({ description: 'A digest that only the home can tell whose it is.' }),
  requestedAt: Type.String(),
  completedAt: Type.String(),
  ordinal: Type.Integer({ minimum: 1 }),
  stream: Type.Object({ encrypted: Type.Boolean(), keyDestroyed: Type.Boolean() }),
  documents: Type.Object({ ratings: Count, interactions: Count, users: Count }),
  models: Type.Object({
    trained: Type.Union([Type.String(), Type.Null()]),
    removed: Type.Array(Type.String()),
  }),
  publicKey: Type.String(),
  signature: Type.String(),
});
