/** MovieLens titles: `Usual Suspects, The (1995)` is shown as `The Usual Suspects`, year 1995. */

export interface TitleAndYear {
  title: string;
  year: number | null;
}

const YEAR_SUFFIX = /\s*\((\d{4})(?:\s*[-–]\s*(?:\d{4})?)?\)\s*$/;

/** Articles that MovieLens moves behind a comma, in the languages its catalogue has. */
const ARTICLES =
  'The|A|An|Le|La|Les|Un|Une|Il|Lo|I|Gli|Der|Die|Das|Ein|Eine|El|Los|Las|Una|O|Os|As|Den|Det|De|Het|En|Ett';
const TRAILING_ARTICLE = new RegExp(`^(.*), (${ARTICLES}|L')(?=$| \\()`);

/** Splits a title as MovieLens writes it into the title that people read and the year. */
export function parseTitle(raw: string): TitleAndYear {
  const text = raw.normalize('NFC').replace(/\s+/g, ' ').trim();
  const year = YEAR_SUFFIX.exec(text);
  const bare = year === null ? text : text.slice(0, year.index);
  return { title: restoreArticle(bare) || text, year: year === null ? null : Number(year[1]) };
}

function restoreArticle(title: string): string {
  const match = TRAILING_ARTICLE.exec(title);
  if (match === null) return title;
  const [whole, rest, article] = match;
  const joined = article === "L'" ? `${article}${rest}` : `${article} ${rest}`;
  return joined + title.slice(whole.length);
}
