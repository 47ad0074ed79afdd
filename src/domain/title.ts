/** MovieLens titles: `Usual Suspects, The (1995)` is shown as `The Usual Suspects`, year 1995. */

export interface TitleAndYear {
  title: string;
  year: number | null;
}

/** `(1995)`, `(1975-1979)`, `(2007-)` and, after it, the mark of a film made for video, `(V)`. */
const YEAR_SUFFIX = /\s*\((\d{4})(?:\s*[-–]\s*(?:\d{4})?)?\)(?:\s*\(V\))?$/;
const FIRST_YEAR = 1870;
const LAST_YEAR = 2200;

/** Articles that MovieLens moves behind a comma, in the languages its catalogue has. */
const ARTICLES =
  'The|A|An|Le|La|Les|Un|Une|Il|Lo|I|Gli|Der|Die|Das|Ein|Eine|El|Los|Las|Una|O|Os|As|Den|Det|De|Het|En|Ett|Da';
const TRAILING_ARTICLE = new RegExp(`^(.*\\S), (${ARTICLES}|L['’])$`);
/** Alternative titles stand in parentheses behind the title, each with its own article. */
const PARENTHESES = /\(([^()]*)\)/g;
const ALIAS = /^(a\.?k\.?a\.? )(.*)$/;

/**
 * Splits a title as MovieLens writes it into the title that people read and the year of release. Articles go back
 * to the front, in the title and in every alternative title behind it. A year range gives its first year; without
 * a year, or with one that no film can have, `year` is null and the title is kept whole.
 */
export function parseTitle(raw: string): TitleAndYear {
  const text = raw.normalize('NFC').replace(/\s+/g, ' ').trim();
  const suffix = YEAR_SUFFIX.exec(text);
  const year = suffix === null ? null : Number(suffix[1]);
  if (suffix === null || year === null || year < FIRST_YEAR || year > LAST_YEAR) {
    return { title: restoreArticles(text), year: null };
  }
  const bare = text.slice(0, suffix.index);
  return { title: bare === '' ? text : restoreArticles(bare), year };
}

/** The inverse for writing: `The Usual Suspects`, 1995 → `The Usual Suspects (1995)`. */
export function formatTitle({ title, year }: TitleAndYear): string {
  return year === null ? title : `${title} (${year})`;
}

function restoreArticles(title: string): string {
  const opening = title.indexOf(' (');
  const main = opening === -1 ? title : title.slice(0, opening);
  const alternatives = opening === -1 ? '' : title.slice(opening);
  return (
    restoreArticle(main) + alternatives.replace(PARENTHESES, (_, inner: string) => `(${restoreAlias(inner)})`)
  );
}

function restoreAlias(alternative: string): string {
  const [, prefix, title] = ALIAS.exec(alternative) ?? [];
  return title === undefined ? restoreArticle(alternative) : `${prefix}${restoreArticle(title)}`;
}

function restoreArticle(title: string): string {
  const [, rest, article] = TRAILING_ARTICLE.exec(title) ?? [];
  if (rest === undefined || article === undefined) return title;
  return /['’]$/.test(article) ? `${article}${rest}` : `${article} ${rest}`;
}
