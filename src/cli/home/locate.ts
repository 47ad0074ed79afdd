/** Which home a command works on when none is named. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { MatineeError } from '../../domain/errors.ts';

const HOMES = '.matinee';

/** The folder of a data set's home unless `--home` names another: `.matinee/<data set>`. */
export function defaultHomeOf(dataSetName: string): string {
  return join(HOMES, dataSetName);
}

/** The home that `--home`, `--data` or, where there is only one, the folder `.matinee` speaks of. */
export function locateHome({ home, data }: { home: string | null; data: string | null }): string {
  if (home !== null) return home;
  if (data !== null) return defaultHomeOf(basename(resolve(data)));
  const homes = existsSync(HOMES)
    ? readdirSync(HOMES).filter((name) => existsSync(join(HOMES, name, 'matinee.json')))
    : [];
  const [only] = homes;
  if (only !== undefined && homes.length === 1) return join(HOMES, only);
  if (only === undefined) {
    throw new MatineeError('NOT_FOUND', `there is no home below ${resolve(HOMES)}`, {
      hint: 'run `npm start` first, or give the folder of an existing home to --home',
    });
  }
  throw new MatineeError('USAGE', `there are several homes below ${resolve(HOMES)}: ${homes.join(', ')}`, {
    hint: `name one: --home ${join(HOMES, only)}`,
  });
}
