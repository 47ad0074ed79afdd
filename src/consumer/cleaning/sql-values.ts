/** The columns that rules are made of, each computed once: Spark evaluates an expression wherever it is written. */
import type { SqlValue } from './rule.ts';
import { DECIMAL, WHITE_SPACE } from './text-classes.ts';

/** The columns of a value that stands in the column `name`. */
export function sqlValue(name: string): SqlValue {
  return {
    variant: name,
    type: `${name}_type`,
    text: `${name}_text`,
    trimmed: `${name}_trimmed`,
    number: `${name}_number`,
  };
}

/** What defines them, in steps that each build on the one before. */
export const DEFINITIONS: readonly ((value: SqlValue) => string)[] = [
  ({ variant, type }) => `schema_of_variant(${variant}) as ${type}`,
  ({ variant, type, text }) =>
    `if(${type} = 'STRING', try_variant_get(${variant}, '$', 'string'), null) as ${text}`,
  ({ text, trimmed }) => `${trim(text)} as ${trimmed}`,
  ({ variant, type, trimmed, number }) =>
    `case when ${isNumber(type)} then try_variant_get(${variant}, '$', 'double')` +
    ` when ${trimmed} rlike ${sqlText(DECIMAL)} then try_cast(${trimmed} as double) end as ${number}`,
];

export function isNumber(type: string): string {
  return `(${type} in ('BIGINT', 'DOUBLE') or startswith(${type}, 'DECIMAL'))`;
}

export function trim(text: string): string {
  return `btrim(${text}, ${sqlText(WHITE_SPACE)})`;
}

/** A text within SQL, without escapes. */
export function sqlText(text: string): string {
  return `r'${text}'`;
}
