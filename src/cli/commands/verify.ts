/** `matinee verify`: whether a backup is whole, and what it holds. */

import { printAnswer } from '../answer.ts';
import { readArchive } from '../backup/read-archive.ts';
import { command, type Environment } from '../context.ts';
import { withProgress } from '../progress.ts';
import { stopSignal } from '../system/shutdown.ts';
import { formatTable } from '../table.ts';

export function verifyCommand(_environment: Environment) {
  return command('verify', 'reads a backup from end to end: is it whole, and what does it hold?')
    .argument('<file>', 'as `backup` wrote it')
    .action(async (file, options) => {
      const signal = stopSignal();
      const contents = await withProgress('Verifying', 'bytes', (onProgress) =>
        readArchive(file, { to: null, signal, onProgress }),
      );
      const rows = contents.files.map(({ path, bytes }) => [path, bytes]);
      const text = [
        `${file} is whole: begun ${contents.createdAt}, by Matinee ${contents.codeVersion}`,
        '',
        formatTable([['file', 'bytes'], ...rows]),
      ].join('\n');
      printAnswer({ text, fields: { file, whole: true, ...contents } }, options);
    });
}
