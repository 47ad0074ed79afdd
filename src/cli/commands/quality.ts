/** `matinee quality`: whether the data keeps to the rules of docs/quality.md. */
import { Command } from '@commander-js/extra-typings';
import { Parse } from 'typebox/value';
import { type QualityAnswer, QualityAnswerSchema } from '../../api/schemas/quality.ts';
import { printAnswer } from '../answer.ts';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { EXIT_FAILED } from '../exit.ts';
import { askHome } from '../serving/ask-home.ts';
import { formatTable } from '../table.ts';

export function qualityCommand(environment: Environment) {
  const report = commandOnHome('report', 'measures every rule; ends with 1 where more fails than may')
    .option('--data <dir>', 'the data set whose home is asked')
    .action(async ({ data, ...options }) => {
      const { config, logger } = createContext(environment, options, 'quality', { data });
      const fields = await askHome(config, logger, '/api/admin/quality');
      const answer = Parse(QualityAnswerSchema, fields);
      printAnswer({ text: readable(answer), fields }, options);
      if (answer.alerts > 0) process.exitCode = EXIT_FAILED;
    });
  return new Command('quality').description('the quality of the data').exitOverride().addCommand(report);
}

function readable({ rules, alerts }: QualityAnswer): string {
  const rows = rules.map(({ id, dimension, checked, failed, share, tolerance, status }) => [
    id,
    dimension,
    checked,
    failed,
    percent(share),
    percent(tolerance),
    status,
  ]);
  const wrong = rules.filter(({ status }) => status === 'alert');
  return [
    formatTable([['rule', 'dimension', 'checked', 'fail', 'share', 'may', ''], ...rows]),
    '',
    alerts === 0 ? 'Every rule is kept.' : `${alerts} of ${rules.length} rules are not kept:`,
    ...wrong.map(({ id, text, examples }) => `  ${id}: ${text}; not so: ${examples.join(', ')}`),
  ].join('\n');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
