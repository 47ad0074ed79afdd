/** What is known of the items of an evaluation besides ratings, by the numbers they have in it. */
import type { MovieId } from '../../domain/ids.ts';
import { genresOfTraits, NO_TRAITS, type TrainingTraits, type Traits } from '../features/traits.ts';
import type { RatingMatrix } from '../matrix.ts';
import type { createItemNumbers } from './columns.ts';

type Numbering = ReturnType<typeof createItemNumbers>;

/** Traits with items by their numbers. */
export function numberTraits(traits: Traits<string, string> | undefined, number: Numbering): TrainingTraits {
  if (traits === undefined) return NO_TRAITS;
  const numbered = numberItems([...traits.films.keys()], number);
  return {
    people: traits.people,
    films: new Map(numbered.map(([id, movie]) => [movie, traits.films.get(id) ?? []])),
  };
}

function numberItems(ids: readonly string[], number: Numbering): [id: string, movie: MovieId][] {
  const { movies } = number({ users: [], items: ids, ratings: [], timestamps: [] });
  return ids.map((id, place) => [id, movies[place] ?? 0]);
}

/** Where genres come from: from `traits`, unless they are given by themselves. */
interface KnownOfItems {
  genres?: ReadonlyMap<string, readonly string[]>;
  traits?: Traits<string, string>;
}

/** The genres of the matrix's items; undefined where none are known of any film. */
export function genresByItem(
  { genres, traits }: KnownOfItems,
  { items }: RatingMatrix,
  number: Numbering,
): ((item: number) => readonly string[]) | undefined {
  const known = genres ?? new Map([...(traits?.films ?? [])].map(([id, film]) => [id, genresOfTraits(film)]));
  if (known.size === 0) return undefined;
  const byItem = new Map(
    numberItems([...known.keys()], number).flatMap(([id, movie]) => {
      const item = items.indexOf(movie);
      return item === undefined ? [] : [[item, known.get(id) ?? []]];
    }),
  );
  return (item) => byItem.get(item) ?? [];
}
