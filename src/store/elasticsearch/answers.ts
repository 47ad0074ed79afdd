/** What the cluster holds, read as documents of the port. */
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { InteractionRecordSchema } from '../../domain/interaction.ts';
import { MovieSchema } from '../../domain/movie.ts';
import { PersonSchema } from '../../domain/person.ts';

const version = { eventTime: Type.Number(), offset: Type.Number() };
const { schemaVersion: _, kind: __, ...interactionFields } = InteractionRecordSchema.properties;

const Rating = Type.Object({
  user: PersonSchema,
  movie: MovieSchema,
  rating: Type.Number(),
  timestamp: Type.Number(),
  formatted_date: Type.String(),
  ...version,
});

export const StoredRatingSchema = Compile(Rating);
export const StoredInteractionSchema = Compile(Type.Object({ ...interactionFields, offset: Type.Number() }));
export const StoredMovieSchema = Compile(MovieSchema);
export const StoredPersonSchema = Compile(PersonSchema);

const HitsSchema = Compile(
  Type.Object({
    hits: Type.Object({
      hits: Type.Array(
        Type.Object({
          _id: Type.Optional(Type.String()),
          _score: Type.Optional(Type.Union([Type.Number(), Type.Null()])),
          _source: Type.Optional(Type.Unknown()),
          sort: Type.Optional(Type.Array(Type.Unknown())),
        }),
      ),
    }),
  }),
);

/** The hits of a search. */
export function hitsOf(answer: unknown): { id: string; score: number; source: unknown; sort: unknown[] }[] {
  return HitsSchema.Parse(answer).hits.hits.map(({ _id, _score, _source, sort }) => ({
    id: _id ?? '',
    score: _score ?? 0,
    source: _source,
    sort: sort ?? [],
  }));
}
