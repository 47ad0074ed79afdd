/** The rules of texts. */
import type { Rule } from './rule.ts';
import { sqlText, trim } from './sql-values.ts';
import { NORMALIZED, WHITE_SPACE } from './text-classes.ts';

const NO_GENRES = '(no genres listed)';

/** A text, as it is. */
export const asItIs: Rule = {
  clean: (raw) => raw,
  sql: ({ text, type }) => ({ value: text, holds: `${type} = 'STRING'` }),
};

/** Unicode NFC, white space trimmed and each run of it one space. Spark SQL knows no normal forms. */
export const title: Rule = {
  clean: (raw) => (typeof raw === 'string' ? raw.normalize('NFC').replace(/\s+/g, ' ').trim() : raw),
  sql: ({ trimmed }) => ({
    value: `regexp_replace(${trimmed}, ${sqlText(`[${WHITE_SPACE}]+`)}, ' ')`,
    holds: `${trimmed} <> '' and not ${trimmed} rlike ${sqlText(`[^${NORMALIZED}${WHITE_SPACE}]`)}`,
  }),
};

/** Trimmed; absent or empty → null. */
export const label: Rule = {
  clean: (raw) => (typeof raw === 'string' ? raw.trim() || null : (raw ?? null)),
  sql: ({ type, trimmed }) => ({
    value: `nullif(${trimmed}, '')`,
    holds: `${type} is null or ${type} in ('VOID', 'STRING')`,
  }),
};

/** A list, or one text parted by `|` → trimmed texts; empty ones, `(no genres listed)` and repetitions are dropped. */
export const genres: Rule = {
  clean(raw) {
    const list: unknown = typeof raw === 'string' ? raw.split('|') : raw;
    if (!Array.isArray(list)) return list;
    const texts = list.map((genre: unknown) => (typeof genre === 'string' ? genre.trim() : genre));
    return [...new Set(texts)].filter((genre) => genre !== '' && genre !== NO_GENRES);
  },
  sql: ({ variant, type, text }) => {
    const isList = `${type} in ('ARRAY<STRING>', 'ARRAY<VOID>')`;
    const list = `case when ${type} = 'STRING' then split(${text}, '[|]') when ${isList} then try_variant_get(${variant}, '$', 'array<string>') end`;
    const texts = `array_distinct(transform(${list}, genre -> ${trim('genre')}))`;
    return {
      value: `array_remove(array_remove(${texts}, ''), '${NO_GENRES}')`,
      holds: `not exists(${list}, genre -> genre is null)`,
    };
  },
};
