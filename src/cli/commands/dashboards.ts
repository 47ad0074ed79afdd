/** `matinee dashboards`: the dashboard for Kibana. */
import { writeFileSync } from 'node:fs';
import { Command, Option } from '@commander-js/extra-typings';
import { savedObjects, toNdjson } from '../../dashboard/kibana/saved-objects.ts';
import { chartsIndexName } from '../../domain/charts-index.ts';
import { MatineeError, messageOf } from '../../domain/errors.ts';
import { printAnswer } from '../answer.ts';
import { command, createContext, type Environment } from '../context.ts';

export function dashboardsCommand(environment: Environment) {
  const exported = command('export', 'writes the dashboard as saved objects that Kibana imports')
    .requiredOption('--out <file>', 'the file to write (NDJSON)')
    .addOption(
      new Option('--lang <language>', 'of titles').choices(['fr', 'en'] as const).default('fr' as const),
    )
    .action(({ out, lang, ...options }) => {
      const { config } = createContext(environment, options, 'dashboards');
      const index = chartsIndexName(config.store.elasticsearch.indexPrefix);
      const objects = savedObjects(index, lang);
      write(out, toNdjson(objects));
      const text = `${objects.length} saved objects are in ${out}; docs/kibana.md says how to import them.`;
      printAnswer({ text, fields: { out, objects: objects.length, index } }, options);
    });
  return new Command('dashboards').description('the dashboard elsewhere').exitOverride().addCommand(exported);
}

function write(out: string, text: string): void {
  try {
    writeFileSync(out, text);
  } catch (cause) {
    throw new MatineeError('USAGE', `cannot write ${out}: ${messageOf(cause)}`, {
      hint: 'Give a file in a folder that is there and may be written to.',
      cause,
    });
  }
}
