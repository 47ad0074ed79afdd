/** What is known of people and films besides ratings, as names of traits: each one is there or not. */
import type { MovieId } from '../../domain/ids.ts';
import type { Movie } from '../../domain/movie.ts';
import { ageBandOf, type SourceUser } from '../../domain/person.ts';

/** Traits by id; whoever is missing has none that is known. */
export interface Traits<Person, Film> {
  people: ReadonlyMap<Person, readonly string[]>;
  films: ReadonlyMap<Film, readonly string[]>;
}

/** Traits as training takes them: of people by the id that ratings have, of films by their number. */
export type TrainingTraits = Traits<string, MovieId>;

export const NO_TRAITS: TrainingTraits = { people: new Map(), films: new Map() };

/** Years at which an era of film ends, as finely as there are films to tell them apart. */
const ERAS = [1940, 1955, 1970, 1980, 1988, 1993, 1995, 1996, 2000, 2005, 2010, 2015, 2020];

const GENRE = 'genre ';

/** A film's genres and the era of its release. */
export function filmTraits({ genres, year }: Pick<Movie, 'genres' | 'year'>): string[] {
  const traits = genres.map((genre) => GENRE + genre);
  return year === null ? traits : [...traits, `year ${eraOf(year)}`];
}

/** The genres among a film's traits. */
export function genresOfTraits(traits: readonly string[]): string[] {
  return traits.flatMap((trait) => (trait.startsWith(GENRE) ? trait.slice(GENRE.length) : []));
}

/** A person's age band, gender and occupation, as far as the data has them. */
export function personTraits({
  age,
  gender,
  occupation,
}: Pick<SourceUser, 'age' | 'gender' | 'occupation'>): string[] {
  const band = ageBandOf(age);
  return [
    ...(band === null ? [] : [`age ${band}`]),
    ...(gender === null ? [] : [`gender ${gender}`]),
    ...(occupation === null ? [] : [`occupation ${occupation}`]),
  ];
}

/** The latest boundary that a year has reached, or `earlier`. */
function eraOf(year: number): string {
  return `${ERAS.findLast((from) => year >= from) ?? 'earlier'}`;
}
