/** `matinee generate`: a MovieLens-shaped data set of any size, for scale tests and demonstrations. */
import { writeDataSet } from '../../source/generator/write-data-set.ts';
import { command, type Environment } from '../context.ts';
import { wholeNumber } from '../numbers.ts';
import { withProgress } from '../progress.ts';
import { createReport } from '../system/report.ts';
import { stopSignal } from '../system/shutdown.ts';

export function generateCommand(_environment: Environment) {
  return command('generate', 'writes a data set of simulated ratings, in the layout of the CSV releases')
    .requiredOption('--users <number>', 'how many people', wholeNumber(1, 100_000_000))
    .requiredOption('--movies <number>', 'how many films', wholeNumber(1, 10_000_000))
    .requiredOption('--ratings <number>', 'how many ratings', wholeNumber(1, 10_000_000_000))
    .option('--seed <number>', 'the same seed writes the same files', wholeNumber(0, 4_294_967_295), 42)
    .requiredOption('--out <dir>', 'folder to write into')
    .action(async ({ users, movies, ratings, seed, out, json }) => {
      const signal = stopSignal();
      await withProgress('Writing', 'ratings', (onProgress) =>
        writeDataSet(out, { users, movies, ratings, seed }, { onProgress, signal }),
      );
      const sentence = `${ratings} simulated ratings by ${users} people of ${movies} films are in ${out}.`;
      createReport(json === true).event('generated', sentence, { out, users, movies, ratings, seed });
    });
}
