/** What a store accepts: the schemas of the items of a `WriteBatch`. */
import { Type } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { InteractionRecordSchema } from '../domain/interaction.ts';
import { MovieSchema } from '../domain/movie.ts';
import { PersonSchema } from '../domain/person.ts';
import { RatingRecordSchema } from '../domain/rating.ts';
import type { WriteBatch } from './store.ts';

export type WriteList = keyof WriteBatch;

const { schemaVersion: _, kind: __, ...interactionFields } = InteractionRecordSchema.properties;
const version = { eventTime: interactionFields.eventTime, offset: Type.Integer() };

const validators = {
  movies: Compile(Type.Object({ ...MovieSchema.properties, ...version })),
  users: Compile(Type.Object({ ...PersonSchema.properties, ...version })),
  ratings: Compile(
    Type.Object({
      user: PersonSchema,
      movie: MovieSchema,
      rating: RatingRecordSchema.properties.rating,
      timestamp: RatingRecordSchema.properties.timestamp,
      formatted_date: Type.String({ minLength: 1, maxLength: 40 }),
      ...version,
    }),
  ),
  interactions: Compile(Type.Object({ ...interactionFields, ...version })),
} satisfies Record<WriteList, Validator>;

/** Why an item cannot be stored, in words; null when it can. */
export function refusalOf(list: WriteList, item: unknown): string | null {
  const validator = validators[list];
  if (validator.Check(item)) return null;
  const [error] = validator.Errors(item);
  if (error === undefined) return 'is not a document of this index';
  return `${error.instancePath.slice(1).replaceAll('/', '.') || 'the item'} ${error.message}`;
}
