/**
 * Implicit feedback for benchmarks, of any size and always the same: films belong to a few of many tastes and are as
 * popular as a power law says; a person has a few tastes and draws films from them.
 */
import type { SparseMatrix } from '../../kernel/sparse-matrix.ts';

export interface FeedbackSize {
  users: number;
  items: number;
  /** Entries wanted; people who have seen all of their films get a few less. */
  entries: number;
  seed: number;
}

const TASTES = 60;
const TASTES_OF_A_FILM = 2;
const TASTES_OF_A_PERSON = 5;
/** How fast popularity falls with rank. */
const POPULARITY_EXPONENT = 0.8;
/** How unequally active people are: the spread of the logarithm of their counts. */
const ACTIVITY_SPREAD = 0.9;

/** Rows of ascending columns, each once, all with the value 1. */
export function generateFeedback({ users, items, entries, seed }: FeedbackSize): SparseMatrix {
  const random = createRandom(seed);
  const tastes = createTastes(items, random);
  const activity = Float64Array.from({ length: users }, () => Math.exp(ACTIVITY_SPREAD * normal(random)));
  const total = activity.reduce((sum, value) => sum + value, 0);
  const starts = new Uint32Array(users + 1);
  const columns = new Int32Array(Math.ceil(entries * 1.01) + users);
  let end = 0;
  for (let user = 0; user < users; user++) {
    const wanted = Math.min(Math.round(((activity[user] ?? 0) / total) * entries), items >> 2);
    const own = Array.from({ length: TASTES_OF_A_PERSON }, () => Math.floor(random() * TASTES));
    const seen = new Set<number>();
    for (let draw = 0; draw < wanted * 4 && seen.size < wanted; draw++) {
      const place = Math.floor(random() * random() * own.length);
      seen.add(drawFilm(tastes[own[place] ?? 0], random()));
    }
    columns.set(Int32Array.from(seen).sort(), end);
    end += seen.size;
    starts[user + 1] = end;
  }
  return {
    starts,
    columns: columns.slice(0, end),
    values: new Float32Array(end).fill(1),
    columnCount: items,
  };
}

/** The films of one taste, and the sums of their popularity up to each. */
interface Taste {
  films: number[];
  sums: number[];
}

function createTastes(items: number, random: () => number): Taste[] {
  const tastes: Taste[] = Array.from({ length: TASTES }, () => ({ films: [], sums: [] }));
  for (let film = 0; film < items; film++) {
    const popularity = 1 / (1 + random() * items) ** POPULARITY_EXPONENT;
    for (let k = 0; k < TASTES_OF_A_FILM; k++) {
      const taste = tastes[Math.floor(random() * TASTES)];
      taste?.films.push(film);
      taste?.sums.push((taste.sums.at(-1) ?? 0) + popularity);
    }
  }
  return tastes;
}

/** A film of the taste, drawn by popularity: a binary search in the sums. */
function drawFilm(taste: Taste | undefined, uniform: number): number {
  const { films, sums } = taste ?? { films: [], sums: [] };
  const wanted = uniform * (sums.at(-1) ?? 0);
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return films[low] ?? 0;
}

/** Uniform numbers in (0, 1): a Weyl sequence, mixed. */
export function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let x = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    return (((x ^ (x >>> 16)) >>> 0) + 0.5) / 2 ** 32;
  };
}

export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}
