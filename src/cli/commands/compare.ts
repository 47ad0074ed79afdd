/** `matinee compare`: several models on one split, as a table with how sure each figure is. */
import { Option } from '@commander-js/extra-typings';
import { InvalidArgumentError } from 'commander';
import { MatineeError } from '../../domain/errors.ts';
import { compare } from '../../model/evaluate/compare.ts';
import { SPLITS, splitColumns } from '../../model/evaluate/split-columns.ts';
import { MODEL_NAMES, type ModelName } from '../../model/model.ts';
import { DEFAULT_LIMITS } from '../../model/training/search.ts';
import { command, type Environment } from '../context.ts';
import { decimalNumber, duration, wholeNumber } from '../numbers.ts';
import { withProgress } from '../progress.ts';
import { comparisonTable } from '../report/comparison-table.ts';
import { reportOn } from '../report/report-on.ts';
import { formatTable } from '../table.ts';
import { readColumns } from '../training/read-columns.ts';
import { readDataColumns } from '../training/read-data-columns.ts';
import { readTraits } from '../training/read-traits.ts';

const NAMES = ['default', ...MODEL_NAMES] as const;
const DEFAULT_FRACTION = 0.2;

export function compareCommand(_environment: Environment) {
  return command(
    'compare',
    'trains several models on one part of a data set, measures them on another, and prints a table',
  )
    .option('--train <file>', 'ratings to train on, as `evaluate` reads them')
    .option('--test <file>', 'ratings to measure on')
    .option('--data <dir>', 'instead of both: a data folder, whose ratings are split')
    .addOption(new Option('--split <kind>', 'with --data: how it is split (default: random)').choices(SPLITS))
    .option(
      '--fraction <share>',
      'with --data: the share measured on (default: 0.2)',
      decimalNumber(0.0001, 0.9999),
    )
    .addOption(
      new Option('--task <task>', 'what is measured')
        .choices(['rating', 'ranking'] as const)
        .makeOptionMandatory(),
    )
    .requiredOption('--models <names>', `models, separated by commas, of ${NAMES.join(', ')}`, modelNames)
    .option('--features <dir>', 'the data folder whose people and films the files speak of')
    .option('--report <dir>', 'writes a page with charts there too; each model is fitted twice for it')
    .option('--k <number>', 'length of the lists', wholeNumber(1, 10_000), 10)
    .option('--tune', 'searches for parameters of each model, never on --test')
    .option('--budget <time>', 'with --tune: for each model, starts no trial after this', duration)
    .option('--seed <number>', 'seed of all that is drawn', wholeNumber(0, 4_294_967_295), 42)
    .option('--threads <number>', 'threads to train on (default: one a processor)', wholeNumber(1, 64))
    .action(
      async ({
        train,
        test,
        data,
        split,
        fraction,
        task,
        models,
        k,
        seed,
        tune,
        budget,
        threads,
        features,
        report,
        json,
      }) => {
        const { what, ...parts } = await readParts({ train, test, data, split, fraction, seed });
        const input = {
          ...parts,
          curves: report !== undefined,
          task,
          models,
          k,
          seed,
          tune: tune === true,
          ...(budget === undefined ? {} : { searchLimits: { ...DEFAULT_LIMITS, budgetMs: budget } }),
          ...(threads === undefined ? {} : { threads }),
          ...(features === undefined ? {} : { traits: await readTraits(features) }),
        };
        const compared = await withProgress('Comparing', 'models', (onProgress) =>
          compare({ ...input, onProgress }),
        );
        const reports = compared.map(({ report: one }) => one);
        if (report !== undefined) await reportOn(report, what, compared);
        console.log(json === true ? JSON.stringify(reports) : formatTable(comparisonTable(reports)));
      },
    );
}

interface Parts {
  train: string | undefined;
  test: string | undefined;
  data: string | undefined;
  split: (typeof SPLITS)[number] | undefined;
  fraction: number | undefined;
  seed: number;
}

/** Two files as they are, or a folder split in two. */
async function readParts({ train, test, data, split, fraction, seed }: Parts) {
  if (data !== undefined && train === undefined && test === undefined) {
    if (split === 'leave-one-out' && fraction !== undefined) {
      throw new MatineeError(
        'USAGE',
        'leave-one-out measures on one rating of each user, not on a --fraction',
        {
          hint: 'leave --fraction out, or choose --split random or temporal',
        },
      );
    }
    const { ratings, genres } = await readDataColumns(data);
    const settings = { kind: split ?? 'random', fraction: fraction ?? DEFAULT_FRACTION, seed };
    return { ...splitColumns(ratings, settings), genres, what: `${data}, split ${settings.kind}` };
  }
  if (data === undefined && train !== undefined && test !== undefined) {
    if (split === undefined && fraction === undefined)
      return { train: await readColumns(train), test: await readColumns(test), what: train };
    throw new MatineeError('USAGE', 'two files are split already', {
      hint: 'leave --split and --fraction out, or give --data DIR instead of --train and --test',
    });
  }
  throw new MatineeError('USAGE', 'compare needs something to train on and something to measure on', {
    hint: 'give --train FILE and --test FILE, or --data DIR and --split',
  });
}

function modelNames(text: string): (ModelName | 'default')[] {
  return text.split(',').map((name) => {
    const known = NAMES.find((other) => other === name.trim());
    if (known === undefined) throw new InvalidArgumentError(`${name.trim()} is none of ${NAMES.join(', ')}.`);
    return known;
  });
}
