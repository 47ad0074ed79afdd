/** The name of a genre in the reader's language; a genre we do not know is shown as the data has it. */
import type { TFunction } from 'i18next';
import type { MessageKey } from './en.ts';

const GENRES: ReadonlyMap<string, MessageKey & `genre.${string}`> = new Map([
  ['action', 'genre.action'],
  ['adventure', 'genre.adventure'],
  ['animation', 'genre.animation'],
  ["children's", 'genre.children'],
  ['children', 'genre.children'],
  ['comedy', 'genre.comedy'],
  ['crime', 'genre.crime'],
  ['documentary', 'genre.documentary'],
  ['drama', 'genre.drama'],
  ['fantasy', 'genre.fantasy'],
  ['film-noir', 'genre.noir'],
  ['horror', 'genre.horror'],
  ['musical', 'genre.musical'],
  ['mystery', 'genre.mystery'],
  ['romance', 'genre.romance'],
  ['sci-fi', 'genre.sciFi'],
  ['thriller', 'genre.thriller'],
  ['thriller/suspense', 'genre.thriller'],
  ['war', 'genre.war'],
  ['western', 'genre.western'],
  ['romantic comedy', 'genre.romanticComedy'],
  ['black comedy', 'genre.blackComedy'],
  ['concert/performance', 'genre.concert'],
  ['(no genres listed)', 'genre.none'],
  ['unknown', 'genre.none'],
]);

export function genreName(genre: string, t: TFunction): string {
  const key = GENRES.get(genre.toLowerCase());
  return key === undefined ? genre : t(key);
}
