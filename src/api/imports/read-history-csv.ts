/** Reads the ratings that Letterboxd (`ratings.csv`, `diary.csv`) and IMDb (`ratings.csv`) export, by their columns. */
import { CsvError, parse } from 'csv-parse/sync';
import { MatineeError } from '../../domain/errors.ts';
import { isJsonObject } from '../../domain/json.ts';

/** Why a line is no rating of a film. */
export type Skip = 'no-title' | 'no-rating' | 'not-a-film';

export interface ImportedLine {
  /** In the file, from 1. */
  line: number;
  title: string;
  /** The title in its own language, where the file has it beside. */
  originalTitle: string | null;
  year: number | null;
  /** From above 0 to 5 stars; null where the line is skipped. */
  stars: number | null;
  skip: Skip | null;
}

export interface ImportedFile {
  format: 'letterboxd' | 'imdb';
  lines: ImportedLine[];
}

interface Layout {
  format: ImportedFile['format'];
  title: string;
  originalTitle?: string;
  year: string;
  rating: string;
  /** What the highest rating is. */
  best: number;
  /** The column of kinds of titles, and those that are films. */
  kind?: { column: string; films: RegExp };
}

const LAYOUTS: readonly Layout[] = [
  { format: 'letterboxd', title: 'Name', year: 'Year', rating: 'Rating', best: 5 },
  {
    format: 'imdb',
    title: 'Title',
    originalTitle: 'Original Title',
    year: 'Year',
    rating: 'Your Rating',
    best: 10,
    kind: { column: 'Title Type', films: /^(tv )?(movie|short|special)$|^video$/i },
  },
];

const STARS = 5;

/** Every line of the file. `BAD_INPUT` for what is no CSV, and for a table of other columns. */
export function readHistoryCsv(text: string): ImportedFile {
  const records = parseRecords(text);
  const columns = new Set(Object.keys(records[0]?.record ?? {}));
  const layout = LAYOUTS.find(({ title, year, rating }) =>
    [title, year, rating].every((c) => columns.has(c)),
  );
  if (layout === undefined) {
    throw new MatineeError('BAD_INPUT', 'The file has not the columns of a Letterboxd or an IMDb export', {
      hint: 'Send ratings.csv or diary.csv of Letterboxd (Name, Year, Rating), or the ratings of IMDb (Title, Year, Your Rating).',
    });
  }
  return { format: layout.format, lines: records.map(({ line, record }) => readLine(layout, line, record)) };
}

interface Line {
  line: number;
  record: Readonly<Record<string, unknown>>;
}

function parseRecords(text: string): Line[] {
  try {
    const rows: unknown = parse(text, {
      bom: true,
      columns: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    if (!Array.isArray(rows)) return [];
    return rows.flatMap((row: unknown) => {
      if (!isJsonObject(row) || !isJsonObject(row.record) || !isJsonObject(row.info)) return [];
      return { line: Number(row.info.lines), record: row.record };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new MatineeError('BAD_INPUT', `The file is no CSV: ${error.message}`, {
      hint: 'Send the file as it was exported.',
      cause: error,
    });
  }
}

function readLine(layout: Layout, line: number, record: Readonly<Record<string, unknown>>): ImportedLine {
  const cell = (column: string | undefined) => {
    const value = column === undefined ? undefined : record[column];
    return typeof value === 'string' ? value.normalize('NFC') : '';
  };
  const title = cell(layout.title);
  const year = Number(cell(layout.year) || Number.NaN);
  const rating = Number(cell(layout.rating) || Number.NaN);
  const kind = cell(layout.kind?.column);
  const skip: Skip | null =
    title === ''
      ? 'no-title'
      : layout.kind !== undefined && kind !== '' && !layout.kind.films.test(kind)
        ? 'not-a-film'
        : rating > 0 && rating <= layout.best
          ? null
          : 'no-rating';
  return {
    line,
    title,
    originalTitle: cell(layout.originalTitle) || null,
    year: Number.isInteger(year) ? year : null,
    stars: skip === null ? (rating / layout.best) * STARS : null,
    skip,
  };
}
