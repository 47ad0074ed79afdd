/** `matinee data get`: fetches a MovieLens release from GroupLens, after showing its terms. */
import { Command } from '@commander-js/extra-typings';
import { fetchRelease } from '../../source/release/fetch-release.ts';
import { RELEASES } from '../../source/release/releases.ts';
import { command, type Environment } from '../context.ts';
import { withProgress } from '../progress.ts';
import { createReport } from '../system/report.ts';
import { stopSignal } from '../system/shutdown.ts';

export function dataCommand(_environment: Environment) {
  const names = RELEASES.map(({ name, summary }) => `  ${name.padEnd(18)} ${summary}`).join('\n');
  const get = command(
    'get',
    'fetches a MovieLens release, shows its terms, verifies it; an interrupted download goes on',
  )
    .argument('<name>', 'the release')
    .option('--out <dir>', 'folder to put it into', 'data')
    .addHelpText('after', `\nReleases:\n${names}`)
    .action(async (name, { out, json }) => {
      const signal = stopSignal();
      const fetched = await withProgress('Fetching', 'bytes', (onProgress) =>
        fetchRelease(name, out, {
          signal,
          onProgress,
          onTerms: ({ terms, summary }) => {
            process.stderr.write(
              `${name}: ${summary}\n${terms}\nBy going on you accept these terms; Ctrl-C declines.\n`,
            );
          },
        }),
      );
      const sentence = `${name} is in ${fetched.dir} (${fetched.verified}).\nnpm start -- --data ${fetched.dir}`;
      createReport(json === true).event('fetched', sentence, {
        dir: fetched.dir,
        verified: fetched.verified,
      });
    });
  return new Command('data').description('data sets').exitOverride().addCommand(get);
}
