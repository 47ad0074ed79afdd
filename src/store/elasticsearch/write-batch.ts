/**
 * Writes a batch: films and persons that are new or have changed, then ratings and interactions. Every write can come
 * again: a rating carries its version, and the cluster refuses an older one; an interaction is created once.
 */
import type { Client } from '@elastic/elasticsearch';
import { refusalOf, type WriteList } from '../documents.ts';
import { isNewer } from '../newer-version.ts';
import { indexedWordsOf } from '../search/words.ts';
import type { DocumentVersion, InteractionWrite, RatingWrite, WriteBatch, WriteFailure } from '../store.ts';
import { type Operation, type Outcome, sendBulk } from './bulk.ts';
import { overrule } from './far-versions.ts';
import { aliasOf } from './indices.ts';
import { createKnownDocuments, type KnownDocuments } from './known-documents.ts';
import { ratingOperation } from './rating-operation.ts';

export type WriteToCluster = (batch: WriteBatch) => Promise<WriteFailure[]>;

interface Place {
  list: WriteList;
  item: number;
}

/**
 * The items refused, of a batch whose other items stand. Rejects with `UNAVAILABLE` when nobody answers. `onWrite` hears
 * which indices have been written to.
 */
export function createBatchWriter(
  client: Client,
  prefix: string,
  onWrite: (indices: string[]) => void,
  suppressedAmong: (userIds: readonly string[]) => Promise<ReadonlySet<string>>,
): WriteToCluster {
  const films = createKnownDocuments(aliasOf(prefix, 'movies'));
  const persons = createKnownDocuments(aliasOf(prefix, 'users'));
  const ratingsIndex = aliasOf(prefix, 'index_movies');
  const interactionsIndex = aliasOf(prefix, 'index_interactions');
  const indices = [aliasOf(prefix, 'movies'), aliasOf(prefix, 'users'), ratingsIndex, interactionsIndex];

  return async (batch) => {
    const { accepted: sifted, failures } = sift(batch);
    const accepted = await withoutSuppressed(sifted, suppressedAmong);
    const latest = dependenciesOf(accepted);
    if (latest.films.size + latest.persons.size === 0) return failures;
    onWrite(indices);
    const refusals = {
      films: await upsertAll(client, films, latest.films),
      persons: await upsertAll(client, persons, latest.persons),
    };
    const { writable, dependent } = withoutRefused(accepted, refusals);
    const ratings = writable.ratings.map(({ item }) => item);
    const interactions = writable.interactions.map(({ item }) => item);
    const outcomes = await sendBulk(client, [
      ...ratings.map((write) => ratingOperation(ratingsIndex, write)),
      ...interactions.map((write) => interactionOperation(interactionsIndex, write)),
    ]);
    await overrule(client, ratingsIndex, ratings, outcomes);
    const places = [...writable.ratings, ...writable.interactions].map(({ place }) => place);
    return [...failures, ...dependent, ...refused(outcomes, places)].sort(byPlace);
  };
}

/** What is a document of its index, with its place in the batch, and what is not. */
function sift(batch: WriteBatch) {
  const failures: WriteFailure[] = [];
  const sifted = <Item>(list: WriteList, items: readonly Item[] = []) =>
    items.flatMap((item, place) => {
      const reason = refusalOf(list, item);
      if (reason === null) return [{ item, place: { list, item: place } }];
      failures.push({ list, item: place, reason, retryable: false });
      return [];
    });
  const accepted = {
    ratings: sifted('ratings', batch.ratings),
    interactions: sifted('interactions', batch.interactions),
    movies: sifted('movies', batch.movies),
    users: sifted('users', batch.users),
  };
  return { accepted, failures };
}

/** Leaves out what is of persons who were erased: it changes nothing. */
async function withoutSuppressed(
  { ratings, interactions, movies, users }: ReturnType<typeof sift>['accepted'],
  suppressedAmong: (userIds: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<ReturnType<typeof sift>['accepted']> {
  const persons = new Set([
    ...[...ratings, ...interactions].map(({ item }) => item.user.userId),
    ...users.map(({ item }) => item.userId),
  ]);
  const gone = await suppressedAmong([...persons]);
  return {
    ratings: ratings.filter(({ item }) => !gone.has(item.user.userId)),
    interactions: interactions.filter(({ item }) => !gone.has(item.user.userId)),
    movies,
    users: users.filter(({ item }) => !gone.has(item.userId)),
  };
}

interface Versioned {
  fields: object;
  version: DocumentVersion;
}

/** The latest words of every film and person in a batch, by id. */
function dependenciesOf({ ratings, interactions, movies, users }: ReturnType<typeof sift>['accepted']) {
  const films = new Map<string, Versioned>();
  const persons = new Map<string, Versioned>();
  const keep = (map: Map<string, Versioned>, id: string, fields: object, version: DocumentVersion) => {
    const known = map.get(id);
    if (known === undefined || isNewer(version, known.version)) map.set(id, { fields, version });
  };
  const film = ({ movieId, title, genres, year }: RatingWrite['movie'], version: DocumentVersion) =>
    keep(films, String(movieId), { movieId, title, genres, year }, version);
  const person = ({ userId, ageBand, gender, occupation }: RatingWrite['user'], version: DocumentVersion) =>
    keep(persons, userId, { userId, ageBand, gender, occupation }, version);
  for (const { item } of ratings) {
    film(item.movie, item);
    person(item.user, item);
  }
  for (const { item } of interactions) person(item.user, item);
  for (const { item } of movies) film(item, item);
  for (const { item } of users) person(item, item);
  return { films, persons };
}

/** Each word once: a word that comes again makes a title no longer. */
function spoken(text: string): string {
  return [...new Set(indexedWordsOf(text))].join(' ');
}

/** Why the cluster refused to bring films or persons up to date, by their id. */
type Refusals = ReadonlyMap<string, Extract<Outcome, { kind: 'refused' }>>;

async function upsertAll(
  client: Client,
  documents: KnownDocuments,
  latest: ReadonlyMap<string, Versioned>,
): Promise<Refusals> {
  const upserts = [...latest].flatMap(
    ([id, { fields, version }]) => documents.upsert(id, withWords(fields), version) ?? [],
  );
  const outcomes = await sendBulk(
    client,
    upserts.map(({ operation }) => operation),
  );
  const refusals = new Map<string, Extract<Outcome, { kind: 'refused' }>>();
  for (const [place, { id }] of upserts.entries()) {
    const outcome = outcomes[place];
    if (outcome === undefined) continue;
    documents.settle(id, outcome);
    if (outcome.kind === 'refused') refusals.set(id, outcome);
  }
  return refusals;
}

/** A rating whose film or person the cluster refused is refused with it: it would speak of what is not there. */
function withoutRefused(
  { ratings, interactions, movies, users }: ReturnType<typeof sift>['accepted'],
  { films, persons }: { films: Refusals; persons: Refusals },
) {
  const dependent: WriteFailure[] = [];
  const isWritable = (place: Place, ...refusals: (ReturnType<Refusals['get']> | undefined)[]) => {
    const refusal = refusals.find((known) => known !== undefined);
    if (refusal === undefined) return true;
    dependent.push({ ...place, reason: refusal.reason, retryable: refusal.retryable });
    return false;
  };
  const film = (movieId: number) => films.get(String(movieId));
  const writable = {
    ratings: ratings.filter(({ item, place }) =>
      isWritable(place, film(item.movie.movieId), persons.get(item.user.userId)),
    ),
    interactions: interactions.filter(({ item, place }) => isWritable(place, persons.get(item.user.userId))),
  };
  for (const { item, place } of movies) isWritable(place, film(item.movieId));
  for (const { item, place } of users) isWritable(place, persons.get(item.userId));
  return { writable, dependent };
}

/** A film is found by words that are made here, so that every store knows the same ones. */
function withWords(fields: object): object {
  if (!('title' in fields) || typeof fields.title !== 'string') return fields;
  const genres = 'genres' in fields && Array.isArray(fields.genres) ? fields.genres : [];
  return {
    ...fields,
    titleWords: spoken(fields.title),
    genreWords: spoken(genres.join(' ')),
  };
}

function interactionOperation(index: string, write: InteractionWrite): Operation {
  return { lines: [JSON.stringify({ create: { _index: index, _id: write.id } }), JSON.stringify(write)] };
}

function refused(outcomes: readonly Outcome[], places: readonly Place[]): WriteFailure[] {
  return outcomes.flatMap((outcome, k) => {
    const place = places[k];
    if (outcome.kind !== 'refused' || place === undefined) return [];
    return [{ ...place, reason: outcome.reason, retryable: outcome.retryable }];
  });
}

const LISTS: readonly WriteList[] = ['ratings', 'interactions', 'movies', 'users'];

function byPlace(a: WriteFailure, b: WriteFailure): number {
  return LISTS.indexOf(a.list) - LISTS.indexOf(b.list) || a.item - b.item;
}
