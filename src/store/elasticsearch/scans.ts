/** Scans of ratings and interactions as the port has them: parallel columns. */
import type { Client } from '@elastic/elasticsearch';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { INTERACTION_TYPES } from '../../domain/closed-words.ts';
import { asPseudonym, type Pseudonym } from '../../domain/ids.ts';
import type { InteractionType } from '../../domain/interaction.ts';
import type { InteractionColumns, RatingColumns, ShownColumns } from '../store.ts';
import { scanSources } from './scan.ts';

const person = Type.Object({ userId: Type.String() });
const PersonSchema = Compile(person);
const RatingSchema = Compile(
  Type.Object({
    user: person,
    movie: Type.Object({ movieId: Type.Integer() }),
    rating: Type.Number(),
    timestamp: Type.Number(),
  }),
);
const interaction = {
  user: person,
  movieId: Type.Integer(),
  type: Type.Enum(INTERACTION_TYPES),
  eventTime: Type.Number(),
};
const interactionFields = ['user.userId', 'movieId', 'type', 'eventTime'];
const InteractionDocument = Type.Object(interaction);
const InteractionSchema = Compile(InteractionDocument);
const ShownSchema = Compile(Type.Object({ ...interaction, recommendationId: Type.String() }));

export async function* scanUsers(
  client: Client,
  index: string,
  refresh: () => Promise<void>,
): AsyncGenerator<Pseudonym[]> {
  await refresh();
  for await (const sources of scanSources(client, index, { match_all: {} }, ['userId']))
    yield sources.map((source) => asPseudonym(PersonSchema.Parse(source).userId));
}

/** `refresh` makes visible what this process wrote, before the scan begins. */
export async function* scanRatings(
  client: Client,
  index: string,
  refresh: () => Promise<void>,
): AsyncGenerator<RatingColumns> {
  await refresh();
  const fields = ['user.userId', 'movie.movieId', 'rating', 'timestamp'];
  for await (const sources of scanSources(client, index, { exists: { field: 'rating' } }, fields)) {
    const documents = sources.map((source) => RatingSchema.Parse(source));
    yield {
      users: documents.map(({ user }) => asPseudonym(user.userId)),
      movies: Int32Array.from(documents, ({ movie }) => movie.movieId),
      ratings: Float32Array.from(documents, ({ rating }) => rating),
      timestamps: Float64Array.from(documents, ({ timestamp }) => timestamp),
    };
  }
}

export async function* scanInteractions(
  client: Client,
  index: string,
  types: readonly InteractionType[],
  refresh: () => Promise<void>,
): AsyncGenerator<InteractionColumns> {
  await refresh();
  for await (const sources of scanSources(client, index, { terms: { type: [...types] } }, interactionFields))
    yield columnsOf(sources.map((source) => InteractionSchema.Parse(source)));
}

export async function* scanShown(
  client: Client,
  index: string,
  { types, idPrefix }: { types: readonly InteractionType[]; idPrefix: string },
  refresh: () => Promise<void>,
): AsyncGenerator<ShownColumns> {
  await refresh();
  const shown = { prefix: { recommendationId: { value: idPrefix } } };
  const query = { bool: { filter: [{ terms: { type: [...types] } }, shown] } };
  for await (const sources of scanSources(client, index, query, [...interactionFields, 'recommendationId'])) {
    const documents = sources.map((source) => ShownSchema.Parse(source));
    yield {
      ...columnsOf(documents),
      recommendationIds: documents.map(({ recommendationId }) => recommendationId),
    };
  }
}

function columnsOf(documents: readonly Static<typeof InteractionDocument>[]): InteractionColumns {
  return {
    users: documents.map(({ user }) => asPseudonym(user.userId)),
    movies: Int32Array.from(documents, ({ movieId }) => movieId),
    types: documents.map(({ type }) => type),
    eventTimes: Float64Array.from(documents, ({ eventTime }) => eventTime),
  };
}
