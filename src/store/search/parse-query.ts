/** What a person typed into the search box, understood: the same for every store. */
import { isStopWord, significant, wordsOf } from './words.ts';

export interface ParsedQuery {
  /** Words that must be found, without articles unless there is nothing else; the year is not among them. */
  words: readonly string[];
  /** All words in order, the year among them. */
  allWords: readonly string[];
  /** A year that was typed; a title may have it as a word, too (`2001: A Space Odyssey`). */
  year: number | null;
  /** Nothing but articles: they say nothing of what is meant, so that the best known films come first. */
  onlyStopWords: boolean;
}

/** The longest query that is read; the rest cannot change what is meant. */
const MAX_WORDS = 16;
const FIRST_FILM = 1870;
const LAST_FILM = 2100;

/** Null for an empty query: every film is meant. */
export function parseMovieQuery(text: string | undefined): ParsedQuery | null {
  if (text === undefined || text.trim() === '') return null;
  const allWords = wordsOf(text).slice(0, MAX_WORDS);
  const yearWord = allWords.findLast(isYear);
  const others = yearWord === undefined ? allWords : allWords.toSpliced(allWords.lastIndexOf(yearWord), 1);
  const words = significant(others);
  return {
    words,
    allWords,
    year: yearWord === undefined ? null : Number(yearWord),
    onlyStopWords: words.length > 0 && words.every(isStopWord),
  };
}

/** How many letters of a word may be mistyped; numbers are never guessed at. */
export function editsForgiven(word: string): 0 | 1 | 2 {
  if (word.length < 4 || /\d/.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

function isYear(word: string): boolean {
  return /^\d{4}$/.test(word) && Number(word) >= FIRST_FILM && Number(word) <= LAST_FILM;
}
