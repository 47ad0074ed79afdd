/** What a backup says of itself: the first entry of the archive, `backup.json`, and the files that may follow it. */
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { MatineeError } from '../../domain/errors.ts';

/** The format of backups that this build writes, and the newest that it reads. */
export const BACKUP_FORMAT = 1;

export const CONTENTS_FILE = 'backup.json';

/** Nothing else is ever written by a restore: an archive cannot name a place outside the home, or bring keys. */
const FILE_PATTERN = [
  'matinee\\.json',
  'producer\\.json',
  'log/log\\.db',
  'index/index\\.db',
  'models/active\\.json',
  'models/versions/[0-9TZ]+-[0-9a-f]{8}/(manifest\\.json|[a-z]+\\.model)',
].join('|');

const FileSchema = Type.Object(
  {
    path: Type.String({ pattern: `^(${FILE_PATTERN})$` }),
    bytes: Type.Integer({ minimum: 0 }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  },
  { additionalProperties: false },
);
export type BackupFile = Static<typeof FileSchema>;

const ContentsSchema = Type.Object(
  {
    formatVersion: Type.Literal(BACKUP_FORMAT),
    /** When the copies were begun, ISO 8601, and by which Matinee. */
    createdAt: Type.String(),
    codeVersion: Type.String(),
    /** In the order of the archive. */
    files: Type.Array(FileSchema),
  },
  { additionalProperties: false },
);
export type BackupContents = Static<typeof ContentsSchema>;

const contents = Compile(ContentsSchema);
const anyFormat = Compile(Type.Object({ formatVersion: Type.Integer() }));

/** Files that every home has. */
const REQUIRED = ['matinee.json', 'log/log.db', 'index/index.db'];

/** Reads `backup.json`. `CONFLICT` for that of a newer Matinee, `CORRUPT` for anything that is none. */
export function parseContents(text: string, archive: string): BackupContents {
  const value = parseJson(text);
  if (anyFormat.Check(value) && value.formatVersion > BACKUP_FORMAT) {
    throw new MatineeError(
      'CONFLICT',
      `${archive} was written by a newer Matinee: its format is ${value.formatVersion}, this one reads ${BACKUP_FORMAT}`,
      { hint: 'Restore it with that newer Matinee.' },
    );
  }
  if (contents.Check(value) && isWhole(value)) return value;
  throw new MatineeError('CORRUPT', `${archive} does not say what it holds`, { hint: 'Use another backup.' });
}

function isWhole({ files }: BackupContents): boolean {
  const paths = new Set(files.map(({ path }) => path));
  return paths.size === files.length && REQUIRED.every((path) => paths.has(path));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
