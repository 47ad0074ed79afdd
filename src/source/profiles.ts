/** People to choose from in demonstration mode: few, different from each other, and always the same ones. */
import { type AgeBand, ageBandOf } from '../domain/person.ts';
import type { DataSet, RatingTable } from './data-set.ts';

export interface Profile {
  userId: string;
  ageBand: AgeBand | null;
  gender: string | null;
  occupation: string | null;
  ratings: number;
  /** The genres a person prefers to others, the most preferred first. */
  favouriteGenres: string[];
}

/** People with fewer ratings have no tastes to tell. */
const FEWEST_RATINGS = 15;
/** How many people are looked at for each one chosen. */
const CANDIDATES_EACH = 40;
const FAVOURITES = 3;
const SHARE_WEIGHT_OF_PRIOR = 5;

/**
 * Picks up to `count` people: from those who rated enough, spread over the whole data set, one after the other the one
 * who shares least with those already chosen in age, gender, occupation, favourites and activity.
 */
export function profilesOf(dataSet: DataSet, count: number): Profile[] {
  const rows = rowsByUser(dataSet.ratings, dataSet.users.length);
  const able = [...dataSet.users.keys()].filter((place) => rows.count(place) >= FEWEST_RATINGS);
  const eligible =
    able.length > 0 ? able : [...dataSet.users.keys()].filter((place) => rows.count(place) > 0);
  const step = Math.max(1, Math.floor(eligible.length / (count * CANDIDATES_EACH)));
  const average = genreShares(dataSet, dataSet.ratings.movies);
  const remaining = eligible
    .filter((_, place) => place % step === 0)
    .map((place) => profileOf(dataSet, place, rows.moviesOf(place), average));
  const chosen: Profile[] = [];
  while (chosen.length < count && remaining.length > 0) {
    const [next] = remaining.splice(leastLike(remaining, chosen), 1);
    if (next !== undefined) chosen.push(next);
  }
  return chosen;
}

function leastLike(candidates: readonly Profile[], chosen: readonly Profile[]): number {
  const likeness = candidates.map((candidate) =>
    chosen.reduce((sum, other) => sum + shared(candidate, other), 0),
  );
  return likeness.indexOf(Math.min(...likeness));
}

/** How much two people have in common; half a point for the second and third favourite. */
function shared(a: Profile, b: Profile): number {
  const same = [
    a.ageBand === b.ageBand,
    a.gender === b.gender,
    a.occupation === b.occupation,
    a.favouriteGenres[0] === b.favouriteGenres[0],
    Math.round(Math.log2(a.ratings)) === Math.round(Math.log2(b.ratings)),
  ].filter(Boolean).length;
  return same + a.favouriteGenres.slice(1).filter((genre) => b.favouriteGenres.includes(genre)).length / 2;
}

function profileOf(
  dataSet: DataSet,
  place: number,
  movies: Int32Array,
  average: ReadonlyMap<string, number>,
): Profile {
  const user = dataSet.users[place];
  const lift = [...genreShares(dataSet, movies)].map(([genre, share]): [string, number] => {
    const usual = average.get(genre) ?? 0;
    return [
      genre,
      (share * movies.length + usual * SHARE_WEIGHT_OF_PRIOR) /
        (usual * (movies.length + SHARE_WEIGHT_OF_PRIOR)),
    ];
  });
  return {
    userId: user?.userId ?? '',
    ageBand: ageBandOf(user?.age ?? null),
    gender: user?.gender ?? null,
    occupation: user?.occupation ?? null,
    ratings: movies.length,
    favouriteGenres: lift
      .filter(([genre]) => (average.get(genre) ?? 0) > 0.01)
      .sort(([a, x], [b, y]) => y - x || a.localeCompare(b, 'en'))
      .slice(0, FAVOURITES)
      .map(([genre]) => genre),
  };
}

/** The share of ratings that go to films of each genre. */
function genreShares({ movies }: DataSet, rated: Int32Array): Map<string, number> {
  const counts = new Int32Array(movies.length);
  for (const place of rated) counts[place] = (counts[place] ?? 0) + 1;
  const shares = new Map<string, number>();
  for (const [place, count] of counts.entries()) {
    if (count === 0) continue;
    for (const genre of movies[place]?.genres ?? [])
      shares.set(genre, (shares.get(genre) ?? 0) + count / rated.length);
  }
  return shares;
}

interface RowsByUser {
  count(user: number): number;
  /** Places of the films a person rated. */
  moviesOf(user: number): Int32Array;
}

/** Ratings sorted by person, by counting. */
function rowsByUser({ length, users, movies }: RatingTable, people: number): RowsByUser {
  const ends = new Int32Array(people + 1);
  for (const user of users) ends[user + 1] = (ends[user + 1] ?? 0) + 1;
  for (let user = 0; user < people; user += 1) ends[user + 1] = (ends[user + 1] ?? 0) + (ends[user] ?? 0);
  const next = ends.slice();
  const sorted = new Int32Array(length);
  for (const [row, user] of users.entries()) {
    const at = next[user] ?? 0;
    sorted[at] = movies[row] ?? 0;
    next[user] = at + 1;
  }
  return {
    count: (user) => (ends[user + 1] ?? 0) - (ends[user] ?? 0),
    moviesOf: (user) => sorted.subarray(ends[user], ends[user + 1]),
  };
}
