/**
 * The embedded store on generated ratings: how fast it writes, how long it holds its writer, and how soon it answers.
 * `node bench/store.ts [ratings]`, 100,000 unless said otherwise.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { asPseudonym, type Pseudonym } from '../src/domain/ids.ts';
import type { Movie } from '../src/domain/movie.ts';
import { type EmbeddedStore, openEmbeddedStore } from '../src/store/embedded/open.ts';
import type { AggregationQuery, RatingWrite, Store } from '../src/store/store.ts';

const PERSONS = 943;
const MOVIES = 1_682;
const BATCH = 1_000;
const WORDS = 'night star city love war dark return king lost house day river last summer blue ghost'.split(
  ' ',
);
const GENRES = ['Action', 'Comedy', 'Drama', 'Horror', 'Romance', 'Sci-Fi', 'Thriller'];

/** Deterministic numbers in [0, 1): mulberry32. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function person(number: number): Pseudonym {
  return asPseudonym(`bench-person-${String(number).padStart(8, '0')}`);
}

function movie(movieId: number, random: () => number): Movie {
  const word = () => WORDS[Math.floor(random() * WORDS.length)] ?? '';
  const genres = GENRES.filter(() => random() < 0.3);
  return {
    movieId,
    title: `The ${word()} ${word()} of ${word()} ${movieId}`,
    genres,
    year: 1930 + Math.floor(random() * 70),
  };
}

function ratings(count: number): RatingWrite[] {
  const random = randomNumbers(42);
  const movies = Array.from({ length: MOVIES }, (_, place) => movie(place + 1, random));
  const persons = Math.max(PERSONS, Math.ceil(count / 100));
  return Array.from({ length: count }, (_, offset) => {
    const timestamp = 880_000_000 + Math.floor(random() * 20_000_000);
    const film = movies[Math.floor(random() ** 2 * MOVIES)] ?? movie(1, random);
    return {
      user: {
        userId: person(Math.floor(random() * persons)),
        ageBand: '25-34',
        gender: 'F',
        occupation: 'writer',
      },
      movie: film,
      rating: 1 + Math.floor(random() * 5),
      timestamp,
      formatted_date: '01-01-1998 00:00:00',
      eventTime: timestamp * 1000,
      offset,
    };
  });
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Median, 99th percentile and longest of many runs. */
async function latency(label: string, runs: number, work: (run: number) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await milliseconds(() => work(run)));
  report(label, times);
}

function report(label: string, times: number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(2);
  console.log(`${label.padEnd(44)} median ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`);
}

async function load(store: EmbeddedStore, writes: readonly RatingWrite[]): Promise<void> {
  const elapsed = await milliseconds(async () => {
    for (let from = 0; from < writes.length; from += BATCH) {
      await store.write({ ratings: writes.slice(from, from + BATCH) });
    }
    await store.flush();
  });
  const { slices, longestMs, longestCpuMs } = await store.writerStatistics();
  console.log(`write ${writes.length} ratings: ${Math.round((writes.length / elapsed) * 1000)} a second`);
  console.log(
    `${slices} slices, longest ${longestMs.toFixed(1)} ms (${longestCpuMs.toFixed(1)} ms of processor time)`,
  );
}

/** One person's clicks, while a bulk load writes the same ratings again under newer versions. */
async function clicksDuringLoad(store: Store, writes: readonly RatingWrite[]): Promise<void> {
  let loading = true;
  const again = writes.map((write) => ({ ...write, eventTime: write.eventTime + 1 }));
  const bulk = (async () => {
    for (let from = 0; from < again.length; from += BATCH) {
      await store.write({ ratings: again.slice(from, from + BATCH) });
    }
    loading = false;
  })();
  const times: number[] = [];
  const [first] = again;
  for (let click = 1; loading && first !== undefined; click += 1) {
    const rating = { ...first, eventTime: 2_000_000_000_000 + click };
    times.push(await milliseconds(() => store.write({ ratings: [rating] })));
  }
  await bulk;
  report('a single rating during a bulk load', times);
}

const CHARTS: Record<string, AggregationQuery> = {
  'ratings by value': { groupBy: { kind: 'terms', field: 'rating', size: 10, orderBy: 'key' } },
  'top films by count': { groupBy: { kind: 'terms', field: 'movie.movieId', size: 10, orderBy: 'count' } },
  'genres by average': { groupBy: { kind: 'terms', field: 'movie.genres', size: 20, orderBy: 'average' } },
  'ratings by release year': { groupBy: { kind: 'histogram', field: 'movie.year', interval: 10 } },
  'ratings by week': { groupBy: { kind: 'date_histogram', interval: 'week' } },
  'ratings by hour': { groupBy: { kind: 'hour_of_day' } },
  'ratings by weekday': { groupBy: { kind: 'weekday' } },
  'age bands of one genre': {
    groupBy: { kind: 'terms', field: 'user.ageBand', size: 10, orderBy: 'count' },
    filter: { terms: { 'movie.genres': ['Drama'] } },
  },
};

async function reads(store: Store): Promise<void> {
  await latency('ratingsOf', 2_000, (run) => store.ratingsOf(person(run % PERSONS)));
  await latency('totals', 1_000, () => store.totals());
  await latency('movie', 1_000, (run) => store.movie((run % MOVIES) + 1));
  const queries = ['dark star', 'kng of nigth', 'the', 'love', 'ghost 1950', 's', ''];
  for (const query of queries) {
    await latency(`search "${query}"`, 50, () => store.searchMovies({ query, page: 1, perPage: 20 }));
  }
  await latency('suggest "gh"', 200, () => store.suggestMovies('gh', 8));
  await latency('more like this', 200, (run) => store.moreLikeThis((run % MOVIES) + 1, 10));
  for (const [label, query] of Object.entries(CHARTS)) await latency(label, 10, () => store.aggregate(query));
  await latency('catalogue', 20, () => store.catalogue());
  await latency('scan of everything', 5, async () => {
    for await (const _block of store.scanRatings());
  });
}

export async function run(count = 100_000): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'matinee-bench-'));
  console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
  const store = await openEmbeddedStore({ dir });
  try {
    const writes = ratings(count);
    await load(store, writes);
    await latency('flush after one rating', 20, async (run) => {
      const [first] = writes;
      if (first !== undefined)
        await store.write({ ratings: [{ ...first, eventTime: 1_500_000_000_000 + run }] });
      await store.flush();
    });
    await clicksDuringLoad(store, writes);
    await reads(store);
  } finally {
    await store.close();
    await rm(dir, { recursive: true });
  }
}

if (import.meta.main) await run(Number(process.argv[2] ?? 100_000));
