/** The table of who is limited, within the key store: erasing a person takes their row out with the rest. */

export const PROCESSING_TABLES = `
  -- persons who are limited in any way: whoever is not has no row
  CREATE TABLE processing (
    pseudonym TEXT PRIMARY KEY, profiling INTEGER NOT NULL, restricted INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
