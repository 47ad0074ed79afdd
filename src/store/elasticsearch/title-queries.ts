/** What a person typed, as queries over the words of titles and genres. */
import type { estypes } from '@elastic/elasticsearch';
import { editsForgiven } from '../search/parse-query.ts';

type Query = estypes.QueryDslQueryContainer;

const TITLE = 2;
const GENRE = 0.5;
/** What a beginning or a typo is worth beside the word itself. */
const BEGINNING = 0.4;
const TYPO = 0.3;
const STEM = 0.3;

/** All of the words; the last may be a beginning. `forgiving` takes typos, and other forms of the words, too. */
export function allWords(words: readonly string[], { forgiving }: { forgiving: boolean }): Query {
  return {
    bool: { must: words.map((word, place) => wordQuery(word, place === words.length - 1, forgiving)) },
  };
}

/** Any of the words, typos forgiven. */
export function anyWord(words: readonly string[]): Query {
  return { bool: { should: words.map((word, place) => wordQuery(word, place === words.length - 1, true)) } };
}

/** Words that begin like all of these. */
export function beginnings(words: readonly string[]): Query {
  return {
    bool: { must: words.map((word) => ({ prefix: { titleWords: { value: word.slice(0, MOST_LETTERS) } } })) },
  };
}

/** The rest of a longer word cannot change what is meant, and the cluster refuses the longest. */
const MOST_LETTERS = 64;

function wordQuery(typed: string, isLast: boolean, forgiving: boolean): Query {
  const word = typed.slice(0, MOST_LETTERS);
  const queries: Query[] = [
    { term: { titleWords: { value: word, boost: TITLE } } },
    { term: { genreWords: { value: word, boost: GENRE } } },
  ];
  if (isLast) queries.push({ prefix: { titleWords: { value: word, boost: TITLE * BEGINNING } } });
  if (isLast) queries.push({ prefix: { genreWords: { value: word, boost: GENRE * BEGINNING } } });
  if (forgiving) {
    const fuzziness = editsForgiven(word);
    if (fuzziness > 0) {
      queries.push({ fuzzy: { titleWords: { value: word, fuzziness, boost: TITLE * TYPO } } });
      queries.push({ fuzzy: { genreWords: { value: word, fuzziness, boost: GENRE * TYPO } } });
    }
    const fields = ['title.en', 'title.fr'];
    queries.push({ multi_match: { query: word, fields, boost: TITLE * STEM } });
  }
  return { dis_max: { queries, tie_breaker: 0.3 } };
}
