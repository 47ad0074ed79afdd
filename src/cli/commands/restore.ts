/** `matinee restore`: a home again from a backup and the keys. */

import { MatineeError } from '../../domain/errors.ts';
import { printAnswer } from '../answer.ts';
import { refuseStateElsewhere } from '../backup/embedded-only.ts';
import { restoreHome } from '../backup/restore-home.ts';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { withProgress } from '../progress.ts';
import { stopSignal } from '../system/shutdown.ts';

export function restoreCommand(environment: Environment) {
  return commandOnHome('restore', 'a home again, in a new folder, from a backup and the keys')
    .argument('<file>', 'as `backup` wrote it')
    .requiredOption('--keys <dir>', 'folder `keys` of the home that was backed up, as it is now')
    .action(async (archive, { keys, ...options }) => {
      const { config } = createContext(environment, options, 'restore');
      refuseStateElsewhere(config);
      const to = config.home;
      if (to === null) {
        throw new MatineeError('USAGE', 'it is not said where the home is to be', {
          hint: 'Give a new folder to --home.',
        });
      }
      const signal = stopSignal();
      const { dir, contents, totals, model } = await withProgress('Restoring', 'bytes', (onProgress) =>
        restoreHome({ archive, to, keys, config, signal, onProgress }),
      );
      const { createdAt } = contents;
      printAnswer(
        {
          text: `${dir} is as of ${createdAt}: ${totals.ratings} ratings, ${totals.movies} films, model ${model ?? 'none'}`,
          fields: { home: dir, createdAt, ...totals, model },
        },
        options,
      );
    });
}
