/** `matinee evaluate`: trains a model on one file and measures it on another. */
import { Option } from '@commander-js/extra-typings';
import { compare } from '../../model/evaluate/compare.ts';
import { evaluate } from '../../model/evaluate/evaluate.ts';
import { MODEL_NAMES } from '../../model/model.ts';
import { DEFAULT_LIMITS } from '../../model/training/search.ts';
import { command, type Environment } from '../context.ts';
import { decimalNumber, duration, wholeNumber } from '../numbers.ts';
import { reportOn } from '../report/report-on.ts';
import { readColumns } from '../training/read-columns.ts';
import { readTraits } from '../training/read-traits.ts';

export function evaluateCommand(_environment: Environment) {
  return command('evaluate', 'trains on --train, measures on --test, and prints one JSON object')
    .requiredOption(
      '--train <file>',
      'ratings to train on: u.data layout, `::`, CSV, or one user and their items a line',
    )
    .requiredOption('--test <file>', 'ratings to measure on')
    .option(
      '--exclude <file>',
      'items that are no candidates in the ranking of the test, besides those of --train',
    )
    .option('--validate <file>', 'what --tune chooses parameters on (default: a part of --train)')
    .addOption(
      new Option('--task <task>', 'what is measured')
        .choices(['rating', 'ranking'] as const)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--model <name>', 'the model')
        .choices(['default', ...MODEL_NAMES] as const)
        .default('default' as const),
    )
    .option('--features <dir>', 'the data folder whose people and films the files speak of')
    .option('--k <number>', 'length of the lists', wholeNumber(1, 10_000), 10)
    .option(
      '--relevant-from <rating>',
      'test items count from this rating on (default: all)',
      decimalNumber(-1e6, 1e6),
    )
    .option('--tune', 'searches for parameters, never on --test')
    .option('--budget <time>', 'with --tune: starts no trial after this (default: 2m)', duration)
    .option(
      '--seed <number>',
      'seed of the initial factors and of what is withheld',
      wholeNumber(0, 4_294_967_295),
      42,
    )
    .option('--report <dir>', 'writes a page with charts there too; the model is fitted twice for it')
    .option('--threads <number>', 'threads to train on (default: one a processor)', wholeNumber(1, 64))
    .action(
      async ({
        train,
        test,
        exclude,
        validate,
        task,
        model,
        k,
        relevantFrom,
        tune,
        seed,
        threads,
        features,
        budget,
        report: reportDir,
      }) => {
        const input = {
          train: await readColumns(train),
          test: await readColumns(test),
          ...(exclude === undefined ? {} : { exclude: await readColumns(exclude) }),
          ...(validate === undefined ? {} : { validate: await readColumns(validate) }),
          ...(relevantFrom === undefined ? {} : { relevantFrom }),
          task,
          k,
          seed,
          tune: tune === true,
          ...(budget === undefined ? {} : { searchLimits: { ...DEFAULT_LIMITS, budgetMs: budget } }),
          ...(threads === undefined ? {} : { threads }),
          ...(features === undefined ? {} : { traits: await readTraits(features) }),
        };
        if (reportDir === undefined) {
          console.log(JSON.stringify(await evaluate({ ...input, model })));
          return;
        }
        const compared = await compare({ ...input, models: [model], curves: true });
        await reportOn(reportDir, train, compared);
        for (const { report } of compared) console.log(JSON.stringify(report));
      },
    );
}
