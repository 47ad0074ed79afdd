/** `matinee compare`: several models on one split, as a table with how sure each figure is. */
import { Option } from '@commander-js/extra-typings';
import { InvalidArgumentError } from 'commander';
import { type ComparedModel, compare } from '../../model/evaluate/compare.ts';
import { MODEL_NAMES, type ModelName } from '../../model/model.ts';
import { DEFAULT_LIMITS } from '../../model/training/search.ts';
import { command, type Environment } from '../context.ts';
import { duration, wholeNumber } from '../numbers.ts';
import { formatTable } from '../table.ts';
import { readColumns } from '../training/read-columns.ts';
import { readTraits } from '../training/read-traits.ts';

const NAMES = ['default', ...MODEL_NAMES] as const;

export function compareCommand(_environment: Environment) {
  return command('compare', 'trains several models on --train, measures them on --test, and prints a table')
    .requiredOption('--train <file>', 'ratings to train on, as `evaluate` reads them')
    .requiredOption('--test <file>', 'ratings to measure on')
    .addOption(
      new Option('--task <task>', 'what is measured')
        .choices(['rating', 'ranking'] as const)
        .makeOptionMandatory(),
    )
    .requiredOption('--models <names>', `models, separated by commas, of ${NAMES.join(', ')}`, modelNames)
    .option('--features <dir>', 'the data folder whose people and films the files speak of')
    .option('--k <number>', 'length of the lists', wholeNumber(1, 10_000), 10)
    .option('--tune', 'searches for parameters of each model, never on --test')
    .option('--budget <time>', 'with --tune: for each model, starts no trial after this', duration)
    .option('--seed <number>', 'seed of all that is drawn', wholeNumber(0, 4_294_967_295), 42)
    .option('--threads <number>', 'threads to train on (default: one a processor)', wholeNumber(1, 64))
    .action(async ({ train, test, task, models, k, seed, tune, budget, threads, features, json }) => {
      const compared = await compare({
        train: await readColumns(train),
        test: await readColumns(test),
        task,
        models,
        k,
        seed,
        tune: tune === true,
        ...(budget === undefined ? {} : { searchLimits: { ...DEFAULT_LIMITS, budgetMs: budget } }),
        ...(threads === undefined ? {} : { threads }),
        ...(features === undefined ? {} : { traits: await readTraits(features) }),
      });
      console.log(json === true ? JSON.stringify(compared) : tableOf(compared));
    });
}

function modelNames(text: string): (ModelName | 'default')[] {
  return text.split(',').map((name) => {
    const known = NAMES.find((other) => other === name.trim());
    if (known === undefined) throw new InvalidArgumentError(`${name.trim()} is none of ${NAMES.join(', ')}.`);
    return known;
  });
}

function tableOf(compared: readonly ComparedModel[]): string {
  const rows = compared.map(({ report, interval }) => [
    report.model,
    ...('rmse' in report
      ? [figure(report.rmse), intervalText(interval), figure(report.mae)]
      : [figure(report.ndcg), intervalText(interval), figure(report.recall), figure(report.coverage)]),
    report.trainSeconds.toFixed(2),
  ]);
  const first = compared[0]?.report;
  const measures =
    first === undefined || 'rmse' in first
      ? ['RMSE', '95 %', 'MAE']
      : [`NDCG@${first.k}`, '95 %', `recall@${first.k}`, 'coverage'];
  return formatTable([['model', ...measures, 'training, s'], ...rows]);
}

function figure(value: number | null): string {
  return value === null ? '' : value.toFixed(4);
}

function intervalText(interval: ComparedModel['interval']): string {
  return interval === null ? '' : `${figure(interval.low)}–${figure(interval.high)}`;
}
