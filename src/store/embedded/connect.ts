/** The store as another thread of the process uses it: calls over the ports that the opened store handed out. */
import type { MessagePort } from 'node:worker_threads';
import { asPseudonym, type Pseudonym } from '../../domain/ids.ts';
import type { InteractionType } from '../../domain/interaction.ts';
import type { InteractionColumns, RatingColumns, Store, WriteBatch, WriteFailure } from '../store.ts';
import { batchParts } from './batch-parts.ts';
import { callThrough } from './port-calls.ts';
import type {
  AnalysisFunctions,
  EmbeddedStorePorts,
  LookupFunctions,
  ScanBlock,
  UserBlock,
  WriterFunctions,
} from './protocol.ts';

/** Uses the store behind the ports. Closing it closes the ports, and leaves the store open for the others. */
export function connectEmbeddedStore(ports: EmbeddedStorePorts): Store {
  const writer = callThrough<WriterFunctions>(ports.writer);
  const lookup = callThrough<LookupFunctions>(ports.lookup);
  const analysis = callThrough<AnalysisFunctions>(ports.analysis);
  return {
    claim: (identity) => writer.claim(identity),
    write: (batch) => writeInParts(batch, (part) => writer.write(part)),
    flush: () => writer.flush(),
    erasePerson: (userId) => writer.erasePerson(userId),
    eraseDigests: (digests) => writer.eraseDigests(digests),
    erasures: () => lookup.erasures(),
    totals: () => lookup.totals(),
    movie: (movieId) => lookup.movie(movieId),
    movies: (movieIds) => lookup.movies(movieIds),
    catalogue: () => analysis.catalogue(),
    catalogueVersion: () => lookup.catalogueVersion(),
    searchMovies: (query) => lookup.searchMovies(query),
    suggestMovies: (prefix, limit) => lookup.suggestMovies(prefix, limit),
    moreLikeThis: (movieId, limit) => lookup.moreLikeThis(movieId, limit),
    user: (userId) => lookup.user(userId),
    scanUsers: () => scanUsers(analysis),
    ratingsOf: (userId) => lookup.ratingsOf(userId),
    interactionsOf: (userId, types) => lookup.interactionsOf(userId, types),
    rating: (userId, movieId) => lookup.rating(userId, movieId),
    aggregate: (query) => analysis.aggregate(query),
    scanRatings: () => scan(analysis),
    scanInteractions: (types) => scanInteractions(analysis, types),
    async close() {
      for (const port of portsToTransfer(ports)) port.close();
    },
  };
}

/** The ports, for the transfer list that goes with them. */
export function portsToTransfer({ writer, lookup, analysis }: EmbeddedStorePorts): MessagePort[] {
  return [writer, lookup, analysis];
}

/**
 * Sends a large batch in parts, so that reading one message never holds the writer for long. Two are on their way at
 * any time: while one is written, the next travels.
 */
async function writeInParts(
  batch: WriteBatch,
  write: (part: WriteBatch) => Promise<WriteFailure[]>,
): Promise<WriteFailure[]> {
  const failures: WriteFailure[] = [];
  let previous: Promise<void> = Promise.resolve();
  for (const { part, from } of batchParts(batch)) {
    const current = write(part).then((refused) => {
      for (const failure of refused) failures.push({ ...failure, item: failure.item + from });
    });
    // A failure of this part is met when it is awaited; until then it must not count as unhandled.
    current.catch(() => {});
    await previous;
    previous = current;
  }
  await previous;
  return failures;
}

async function* scanUsers(analysis: Pick<AnalysisFunctions, 'usersAfter'>): AsyncGenerator<Pseudonym[]> {
  for (let place: number | null = 0; place !== null; ) {
    const { userIds, last }: UserBlock = await analysis.usersAfter(place);
    if (userIds.length > 0) yield userIds.map(asPseudonym);
    place = last;
  }
}

async function* scan(
  calls: Pick<AnalysisFunctions, 'openScan' | 'nextBlock' | 'closeScan'>,
): AsyncGenerator<RatingColumns> {
  const id = await calls.openScan();
  try {
    for (let block = await calls.nextBlock(id); block !== null; block = await calls.nextBlock(id)) {
      yield ratingColumns(block);
    }
  } finally {
    await calls.closeScan(id);
  }
}

async function* scanInteractions(
  calls: Pick<AnalysisFunctions, 'openInteractionScan' | 'nextInteractions' | 'closeInteractionScan'>,
  types: readonly InteractionType[],
): AsyncGenerator<InteractionColumns> {
  const id = await calls.openInteractionScan(types);
  try {
    for (
      let block = await calls.nextInteractions(id);
      block !== null;
      block = await calls.nextInteractions(id)
    ) {
      const { userIds, users, ...columns } = block;
      yield { users: personsOf(userIds, users), ...columns };
    }
  } finally {
    await calls.closeInteractionScan(id);
  }
}

function personsOf(userIds: readonly string[], places: Int32Array): Pseudonym[] {
  const names = userIds.map(asPseudonym);
  return Array.from(places, (place) => names[place] ?? asPseudonym(''));
}

function ratingColumns({ userIds, users, movies, ratings, timestamps }: ScanBlock): RatingColumns {
  return { users: personsOf(userIds, users), movies, ratings, timestamps };
}
