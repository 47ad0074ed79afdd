/**
 * In which order films that match a query are shown. The words decide; a title that is what was typed comes first,
 * then a genre of that name, then a title that begins so; how often a film was rated breaks ties, with a bounded weight.
 */
import type { ParsedQuery } from './parse-query.ts';
import { compact, isStopWord, significant, wordsOf } from './words.ts';

/** A title in the forms it is compared in. */
export interface TitleForms {
  words: readonly string[];
  whole: string;
  /** Without articles. */
  bare: string;
  /** Without the articles it begins with. */
  afterArticle: string;
}

export interface Candidate {
  title: TitleForms;
  genres: readonly string[];
  year: number | null;
  ratings: number;
  /** Relevance of the words, as a share of the best candidate's. */
  relevance: number;
}

const RELEVANCE = 0.6;
const POPULARITY = 0.8;
const SAME_TITLE = 2.5;
const SAME_TITLE_BUT_ARTICLES = 2;
const GENRE_NAMED = 1;
const TITLE_BEGINS_SO = 0.8;
const TITLE_HAS_THE_WORDS = 0.4;
const SAME_YEAR = 1.5;

export function titleForms(title: string): TitleForms {
  const words = wordsOf(title);
  const first = words.findIndex((word) => !isStopWord(word));
  return {
    words,
    whole: compact(words),
    bare: compact(significant(words)),
    afterArticle: compact(words.slice(Math.max(0, first))),
  };
}

/** The forms of a query, prepared once for all candidates. */
export interface QueryForms {
  parsed: ParsedQuery;
  /** As typed, and without the year. */
  wholes: readonly string[];
  bares: readonly string[];
}

export function queryForms(parsed: ParsedQuery): QueryForms {
  const spoken = [parsed.allWords, parsed.allWords.filter((word) => word !== String(parsed.year))].filter(
    (words) => words.length > 0,
  );
  return {
    parsed,
    wholes: spoken.map(compact),
    bares: spoken.map((words) => compact(significant(words))),
  };
}

/** The higher, the earlier it is shown. `mostRatings` is the count of the best known film there is. */
export function rankingScore(query: QueryForms, candidate: Candidate, mostRatings: number): number {
  const { parsed } = query;
  const relevance = parsed.onlyStopWords ? 0 : RELEVANCE * candidate.relevance;
  const popularity = POPULARITY * (Math.log1p(candidate.ratings) / Math.log1p(Math.max(1, mostRatings)));
  // A number alone is as likely a title as a year.
  const yearIsMeant = parsed.year !== null && parsed.words.length > 0;
  const sameYear = yearIsMeant && candidate.year === parsed.year ? SAME_YEAR : 0;
  return relevance + popularity + sameYear + wordingScore(query, candidate);
}

function wordingScore({ parsed, wholes, bares }: QueryForms, { title, genres }: Candidate): number {
  if (wholes.includes(title.whole)) return SAME_TITLE;
  if (bares.includes(title.bare)) return SAME_TITLE_BUT_ARTICLES;
  if (genres.some((genre) => bares.includes(compact(wordsOf(genre))))) return GENRE_NAMED;
  if (beginsSo(parsed, bares, title)) return TITLE_BEGINS_SO;
  return parsed.words.every((word) => title.words.includes(word)) ? TITLE_HAS_THE_WORDS : 0;
}

function beginsSo(
  { words, onlyStopWords }: ParsedQuery,
  bares: readonly string[],
  title: TitleForms,
): boolean {
  if (onlyStopWords) return words.every((word, place) => title.words[place] === word);
  return bares.some((bare) => title.bare.startsWith(bare));
}
