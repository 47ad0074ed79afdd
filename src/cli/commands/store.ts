/** `matinee store`: the indices on a cluster, brought to another mapping or layout while everything goes on. */
import { Command, Option } from '@commander-js/extra-typings';
import type { Config } from '../../config/schema.ts';
import { MatineeError } from '../../domain/errors.ts';
import { MAX_MOVIE_ID } from '../../domain/ids.ts';
import { INDICES } from '../../store/elasticsearch/indices.ts';
import { migrateStore } from '../../store/elasticsearch/migrate/migrate.ts';
import { connectElasticsearchStore } from '../../store/elasticsearch/open.ts';
import { printAnswer } from '../answer.ts';
import { command, createContext, type Environment } from '../context.ts';
import { elasticsearchOptions } from '../home/open-store.ts';
import { wholeNumber } from '../numbers.ts';
import { formatTable } from '../table.ts';

/** A scan for training keeps the index of before for as long as it reads. */
const SCAN_PATIENCE_MS = 150_000;

export function storeCommand(environment: Environment) {
  const migrate = command(
    'migrate',
    'brings the indices on Elasticsearch forward while others read and write',
  )
    .addOption(new Option('--index <names...>', 'these only').choices(INDICES).default([...INDICES], 'all'))
    .option('--rebuild', 'build them anew though their mapping is the right one')
    .option('--shards <number>', 'primary shards of each; builds them anew', wholeNumber(1, 1_024))
    .option('--replicas <number>', 'copies of each shard; builds them anew', wholeNumber(0, 20))
    .option('--resume', 'go on with a migration that was broken off')
    .action(async ({ index, rebuild, shards, replicas, resume, ...options }) => {
      const { config } = createContext(environment, options, 'store');
      refuseEmbedded(config);
      const moved = await migrateStore(await elasticsearchOptions(config), {
        indices: index,
        rebuild: rebuild === true || shards !== undefined || replicas !== undefined,
        layout: {
          ...(shards === undefined ? {} : { shards }),
          ...(replicas === undefined ? {} : { replicas }),
        },
        resume: resume === true,
        patienceMs: SCAN_PATIENCE_MS,
        say: (line) => console.error(line),
      });
      const text =
        moved.length === 0
          ? 'Every index has the mapping of this version: nothing to do.'
          : moved.map(({ alias, from, to }) => `${alias}: ${from} is now ${to}`).join('\n');
      printAnswer({ text, fields: { moved } }, options);
    });
  const nearest = command('nearest', 'films like a film, by the factors that are published to Elasticsearch')
    .requiredOption('--movie <id>', 'the film', wholeNumber(1, MAX_MOVIE_ID))
    .option('--n <number>', 'how many films', wholeNumber(1, 100), 10)
    .option('--exact', 'compares with every film; else through the graph, which now and then passes one over')
    .action(async ({ movie, n, exact, ...options }) => {
      const { config } = createContext(environment, options, 'store');
      refuseEmbedded(config);
      const store = connectElasticsearchStore(await elasticsearchOptions(config));
      try {
        const { version, films } = await store.nearestFilms({
          movieId: movie,
          limit: n,
          exact: exact === true,
        });
        const found = await store.movies(films.map(({ movieId }) => movieId));
        const titles = new Map(found.map(({ movieId, title }) => [movieId, title]));
        const items = films.map((film) => ({ ...film, title: titles.get(film.movieId) ?? null }));
        const rows = items.map(({ similarity, title, movieId }) => [
          similarity.toFixed(3),
          title ?? `film ${movieId}`,
        ]);
        printAnswer({ text: formatTable(rows), fields: { version, items } }, options);
      } finally {
        await store.close();
      }
    });
  return new Command('store')
    .description('the indices on a cluster')
    .exitOverride()
    .addCommand(migrate)
    .addCommand(nearest);
}

function refuseEmbedded({ store }: Config): void {
  if (store.kind === 'elasticsearch') return;
  throw new MatineeError('USAGE', 'The index lies in the home, and these commands are for one on a cluster', {
    hint: 'Set store.kind to elasticsearch, or give the --config that does.',
  });
}
