/** The tables of who may come in, within the key store: erasing a person takes what is theirs out of all in one transaction. */

export const ACCESS_TABLES = `
  -- people who sign in with a password; who they are as a person of the data is sealed
  CREATE TABLE account (
    id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, password TEXT NOT NULL, role TEXT NOT NULL,
    pseudonym TEXT, sealed_user_id BLOB, created_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  -- who is signed in, by the digest of what their browser holds
  CREATE TABLE session (
    digest BLOB PRIMARY KEY, account_id TEXT REFERENCES account (id) ON DELETE CASCADE, actor TEXT NOT NULL,
    roles TEXT NOT NULL, pseudonym TEXT, sealed_user_id BLOB, expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  -- keys of programs, by digest; the one before goes on until its time is over
  CREATE TABLE api_key (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, scopes TEXT NOT NULL,
    digest BLOB NOT NULL, previous_digest BLOB, previous_until INTEGER,
    pseudonym TEXT, sealed_user_id BLOB, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  -- what the audit log calls people; it goes with the person
  CREATE TABLE alias (pseudonym TEXT PRIMARY KEY, alias TEXT NOT NULL UNIQUE) STRICT, WITHOUT ROWID;
  -- where the audit log ends, and its last entry, so that a file cut short is noticed
  CREATE TABLE audit_head (
    one INTEGER PRIMARY KEY CHECK (one = 1), entries INTEGER NOT NULL, bytes INTEGER NOT NULL,
    hash TEXT NOT NULL, line TEXT NOT NULL
  ) STRICT;
`;
