/** The store as another thread of the process uses it: calls over the ports that the opened store handed out. */
import type { MessagePort } from 'node:worker_threads';
import { asPseudonym, type Pseudonym } from '../../domain/ids.ts';
import type { InteractionType } from '../../domain/interaction.ts';
import type {
  InteractionColumns,
  RatingColumns,
  ShownColumns,
  Store,
  WriteBatch,
  WriteFailure,
} from '../store.ts';
import { batchParts } from './batch-parts.ts';
import { callThrough } from './port-calls.ts';
import type {
  AnalysisFunctions,
  EmbeddedStorePorts,
  LookupFunctions,
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
    dropInteractions: (old) => writer.dropInteractions(old),
    countInteractions: (old) => analysis.countInteractions(old),
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
    scanRatings: () => scanRatings(analysis),
    scanInteractions: (types) => scanInteractions(analysis, types),
    scanShown: (types, idPrefix) => scanShown(analysis, types, idPrefix),
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

interface ScanCalls<Block> {
  open: () => Promise<number>;
  next: (id: number) => Promise<Block | null>;
  close: (id: number) => Promise<void>;
}

/** The blocks of a scan that the other thread opens; it is closed there when nobody wants more. */
async function* blocksOf<Block>({ open, next, close }: ScanCalls<Block>): AsyncGenerator<Block> {
  const id = await open();
  try {
    for (let block = await next(id); block !== null; block = await next(id)) yield block;
  } finally {
    await close(id);
  }
}

async function* scanRatings(
  calls: Pick<AnalysisFunctions, 'openScan' | 'nextBlock' | 'closeScan'>,
): AsyncGenerator<RatingColumns> {
  const blocks = blocksOf({
    open: () => calls.openScan(),
    next: (id) => calls.nextBlock(id),
    close: (id) => calls.closeScan(id),
  });
  for await (const { userIds, users, ...columns } of blocks)
    yield { users: personsOf(userIds, users), ...columns };
}

async function* scanInteractions(
  calls: Pick<AnalysisFunctions, 'openInteractionScan' | 'nextInteractions' | 'closeInteractionScan'>,
  types: readonly InteractionType[],
): AsyncGenerator<InteractionColumns> {
  const blocks = blocksOf({
    open: () => calls.openInteractionScan(types),
    next: (id) => calls.nextInteractions(id),
    close: (id) => calls.closeInteractionScan(id),
  });
  for await (const { userIds, users, ...columns } of blocks)
    yield { users: personsOf(userIds, users), ...columns };
}

async function* scanShown(
  calls: Pick<AnalysisFunctions, 'openShownScan' | 'nextShown' | 'closeShownScan'>,
  types: readonly InteractionType[],
  idPrefix: string,
): AsyncGenerator<ShownColumns> {
  const blocks = blocksOf({
    open: () => calls.openShownScan(types, idPrefix),
    next: (id) => calls.nextShown(id),
    close: (id) => calls.closeShownScan(id),
  });
  for await (const { userIds, users, ...columns } of blocks)
    yield { users: personsOf(userIds, users), ...columns };
}

function personsOf(userIds: readonly string[], places: Int32Array): Pseudonym[] {
  const names = userIds.map(asPseudonym);
  return Array.from(places, (place) => names[place] ?? asPseudonym(''));
}
