/** The compact form of the catalogue: one film a line, title, year and genres separated by tabs. */

/** What the catalogue knows of a film. */
export interface Film {
  title: string;
  year: number;
  genres: readonly string[];
}

/** Reads what `writeFilmLines` wrote. Empty lines are skipped; a line of another form is a defect and throws. */
export function readFilmLines(text: string): Film[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, title, year, genres] = /^([^\t]+)\t(\d{4})\t([^\t]+)$/.exec(line) ?? [];
      if (title === undefined || genres === undefined) throw new Error(`not a film: ${line}`);
      return { title, year: Number(year), genres: genres.split('|') };
    });
}

export function writeFilmLines(films: readonly Film[]): string {
  return films.map(({ title, year, genres }) => `${title}\t${year}\t${genres.join('|')}`).join('\n');
}
