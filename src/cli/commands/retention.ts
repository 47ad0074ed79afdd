/** `matinee retention`: lets go what is older than it may be. */
import { Command } from '@commander-js/extra-typings';
import { Parse } from 'typebox/value';
import { type RetentionAnswer, RetentionAnswerSchema } from '../../api/schemas/retention.ts';
import { printAnswer } from '../answer.ts';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { askHome } from '../serving/ask-home.ts';
import { formatTable } from '../table.ts';

export function retentionCommand(environment: Environment) {
  const run = commandOnHome(
    'run',
    'drops what is older than the retention schedule allows, and keeps a proof',
  )
    .option('--dry-run', 'only says what would go')
    .option('--data <dir>', 'the data set whose home it is')
    .action(async ({ dryRun = false, data, ...options }) => {
      const { config, logger } = createContext(environment, options, 'retention', { data });
      const method = dryRun ? 'GET' : 'POST';
      const fields = await askHome(config, logger, '/api/admin/retention', { method });
      printAnswer({ text: readable(Parse(RetentionAnswerSchema, fields), dryRun), fields }, options);
    });
  return new Command('retention').description('how long data is kept').exitOverride().addCommand(run);
}

function readable({ steps }: RetentionAnswer, dryRun: boolean): string {
  const rows = steps.map(({ what, days, before, records }) => [what, days, before.slice(0, 10), records]);
  const total = steps.reduce((sum, { records }) => sum + records, 0);
  return [
    formatTable([['what', 'days', 'from before', dryRun ? 'would go' : 'gone'], ...rows]),
    '',
    dryRun ? `${total} would go; without --dry-run they do.` : `${total} gone.`,
  ].join('\n');
}
