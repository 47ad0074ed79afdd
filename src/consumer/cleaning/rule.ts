/**
 * A rule of cleaning, said once for both runners: as a function of a JSON value, and as Spark SQL over a `VARIANT`. Where
 * Spark SQL cannot do what the function does, `holds` is not true, and the record goes on as it came, to be cleaned here.
 */
export interface Rule {
  /** A value that no rule can change stays as it is, and validation turns it away. */
  clean: (raw: unknown) => unknown;
  sql: (value: SqlValue) => SqlRule;
}

/** The names of the columns that say what a value is. */
export interface SqlValue {
  /** The value itself; SQL's null for a field that is not there. */
  variant: string;
  /** What it is: `STRING`, `BIGINT`, `VOID`, `ARRAY<STRING>`, …; null for what is not there. */
  type: string;
  /** A text, and without white space at its ends; null for what is no text. */
  text: string;
  trimmed: string;
  /** The double that a number is, or decimal digits are; null for anything else. */
  number: string;
}

export interface SqlRule {
  /** The cleaned value, of a type that `to_json` writes as the function's result. Never an error, whatever came. */
  value: string;
  /** Whether `value` is what the function gives: true, or else false or null. */
  holds: string;
}
