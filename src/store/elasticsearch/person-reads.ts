/** Reads of one person, and of one rating. */
import { type Client, errors } from '@elastic/elasticsearch';
import type { MovieId, Pseudonym } from '../../domain/ids.ts';
import type { InteractionDocument, InteractionType } from '../../domain/interaction.ts';
import type { Person } from '../../domain/person.ts';
import type { RatingDocument } from '../../domain/rating.ts';
import type { RatingHistoryItem } from '../store.ts';
import { StoredInteractionSchema, StoredPersonSchema, StoredRatingSchema } from './answers.ts';
import { elasticsearchError } from './connection.ts';
import { searchAll } from './search-all.ts';
import { ratingId } from './versions.ts';

/** The source of a document; null where there is none of this id. */
async function sourceOf(
  client: Client,
  index: string,
  id: string,
  fields: readonly string[],
): Promise<unknown> {
  try {
    return (await client.get({ index, id, _source_includes: [...fields] }))._source;
  } catch (thrown) {
    if (thrown instanceof errors.ResponseError && thrown.statusCode === 404) return null;
    throw elasticsearchError(thrown);
  }
}

export async function readPerson(client: Client, index: string, userId: Pseudonym): Promise<Person | null> {
  const source = await sourceOf(client, index, userId, ['userId', 'ageBand', 'gender', 'occupation']);
  return source === null ? null : StoredPersonSchema.Parse(source);
}

/** Null also for one taken back. */
export async function readRating(
  client: Client,
  index: string,
  userId: Pseudonym,
  movieId: MovieId,
): Promise<RatingDocument | null> {
  const source = await sourceOf(client, index, ratingId(userId, movieId), ['*']);
  if (!StoredRatingSchema.Check(source)) return null;
  const { eventTime: _, offset: __, ...document } = source;
  return document;
}

export async function readHistory(
  client: Client,
  index: string,
  userId: Pseudonym,
): Promise<RatingHistoryItem[]> {
  const sources = await searchAll(client, {
    index,
    query: { term: { 'user.userId': userId } },
    sort: [{ eventTime: 'desc' }, { offset: 'desc' }, { 'movie.movieId': 'asc' }],
  });
  return sources.map((source) => {
    const { movie, rating, timestamp, eventTime, offset } = StoredRatingSchema.Parse(source);
    return { movieId: movie.movieId, rating, timestamp, version: { eventTime, offset } };
  });
}

export async function readInteractions(
  client: Client,
  index: string,
  userId: Pseudonym,
  types: readonly InteractionType[],
): Promise<InteractionDocument[]> {
  const sources = await searchAll(client, {
    index,
    query: { bool: { filter: [{ term: { 'user.userId': userId } }, { terms: { type: [...types] } }] } },
    sort: [{ eventTime: 'desc' }, { offset: 'desc' }, { id: 'asc' }],
  });
  return sources.map((source) => {
    const { offset: _, ...document } = StoredInteractionSchema.Parse(source);
    return document;
  });
}
