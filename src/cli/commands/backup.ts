/** `matinee backup`: all of a home but its keys in one file, while it runs or at rest. */

import { printAnswer } from '../answer.ts';
import { backUpHome } from '../backup/back-up-home.ts';
import { refuseStateElsewhere } from '../backup/embedded-only.ts';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { openExistingHome } from '../home/home.ts';
import { locateHome } from '../home/locate.ts';
import { withProgress } from '../progress.ts';
import { stopSignal } from '../system/shutdown.ts';
import { VERSION } from '../version.ts';

export function backupCommand(environment: Environment) {
  return commandOnHome('backup', 'all of a home but its keys into one file, while it runs or at rest')
    .argument('<file>', 'the new file')
    .option('--data <dir>', 'the data set whose home is backed up')
    .addHelpText(
      'after',
      '\nThe folder `keys` of the home is in no backup: keep a copy of it elsewhere, always the latest.',
    )
    .action(async (file, { data, ...options }) => {
      const { config } = createContext(environment, options, 'backup', { data });
      refuseStateElsewhere(config);
      const home = openExistingHome(locateHome(config));
      const signal = stopSignal();
      const { createdAt, files } = await withProgress('Backing up', 'bytes', (onProgress) =>
        backUpHome(home, file, { createdAt: new Date(), codeVersion: VERSION, signal, onProgress }),
      );
      const bytes = files.reduce((sum, each) => sum + each.bytes, 0);
      printAnswer(
        {
          text: `${home.dir} is in ${file}: ${files.length} files, ${bytes} bytes before they were packed, without its keys`,
          fields: { home: home.dir, file, createdAt, files: files.length, bytes },
        },
        options,
      );
    });
}
