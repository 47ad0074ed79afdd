/** How far the erasure of a person has come: what the key store keeps of it, and what a receipt is made of. */
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { MatineeError } from '../../domain/errors.ts';

const Count = Type.Integer({ minimum: 0 });

export const DocumentsSchema = Type.Object({ ratings: Count, interactions: Count, users: Count });
export const ModelsSchema = Type.Object({
  trained: Type.Union([Type.String(), Type.Null()]),
  removed: Type.Array(Type.String()),
});

/** What is known of an erasure so far; a part is there once its step is done. */
const FactsSchema = Type.Object({
  /** ISO 8601. */
  requestedAt: Type.String(),
  /** The how-manieth erasure of this home it is. */
  ordinal: Count,
  /** Whether there was a key to destroy. */
  keyDestroyed: Type.Boolean(),
  documents: Type.Optional(DocumentsSchema),
  models: Type.Optional(ModelsSchema),
});
export type ErasureFacts = Static<typeof FactsSchema>;

export interface JournalEntry {
  /** The digest that the person is suppressed by, in base64url. */
  subject: string;
  facts: ErasureFacts;
  /** The receipt once all is done. */
  receipt: string | null;
}

const facts = Compile(FactsSchema);

export function parseFacts(text: string): ErasureFacts {
  const value: unknown = JSON.parse(text);
  if (facts.Check(value)) return value;
  throw new MatineeError('CORRUPT', 'The journal of erasures does not say what was done', {
    hint: 'Bring back the file keys/persons.db as it was.',
  });
}
