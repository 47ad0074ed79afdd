/** `matinee recommend`: films for a person, or like a film, on a terminal; for everybody, in a file. */
import { type Static, Type } from 'typebox';
import { Parse } from 'typebox/value';
import { RecommendedItemSchema } from '../../api/schemas/recommendation.ts';
import type { Config } from '../../config/schema.ts';
import { MatineeError } from '../../domain/errors.ts';
import { MAX_MOVIE_ID } from '../../domain/ids.ts';
import type { Logger } from '../../domain/ports.ts';
import { printAnswer } from '../answer.ts';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { explanationLines } from '../explanations.ts';
import { openExistingHome } from '../home/home.ts';
import { locateHome } from '../home/locate.ts';
import { openState } from '../home/open-state.ts';
import { decimalNumber, wholeNumber } from '../numbers.ts';
import { withProgress } from '../progress.ts';
import { askHome } from '../serving/ask-home.ts';
import { writeRecommendations } from '../serving/recommend-to-all.ts';
import { stopSignal } from '../system/shutdown.ts';
import { formatTable } from '../table.ts';

const AnswerSchema = Type.Object({ strategy: Type.String(), items: Type.Array(RecommendedItemSchema) });
type Item = Static<typeof RecommendedItemSchema>;

export function recommendCommand(environment: Environment) {
  return commandOnHome('recommend', 'films for a person, films like a film, or films for everybody')
    .option('--data <dir>', 'the data set whose home is asked')
    .option('--user <id>', 'the person')
    .option('--movie <id>', 'the film', wholeNumber(1, MAX_MOVIE_ID))
    .option('--all', 'everybody, by pseudonym as the index knows them: JSON, one person a line, into --out')
    .option('--out <file>', 'with --all: the file, replaced once all of it is there')
    .option('--n <number>', 'how many films', wholeNumber(1, 100), 10)
    .option('--explain', 'says why each film is there; with --user, of which ratings its scores are the sum')
    .option('--without <ids>', 'with --user: as if these films, joined by commas, had not been rated')
    .option(
      '--diversity <share>',
      'with --user or --all: how much likeness counts against a film',
      decimalNumber(0, 1),
    )
    .option(
      '--explore <share>',
      'with --user: how much chance films get of which the history leaves it open whether they are liked',
      decimalNumber(0, 1),
    )
    .option('--seed <number>', 'with --explore: what chance draws from', wholeNumber(0, 4_294_967_295))
    .action(async ({ data, user, movie, all, out, n, explain, ...given }) => {
      const { without, diversity, explore, seed, ...options } = given;
      const query = { without, diversity, explore, seed };
      if (all !== undefined || out !== undefined) {
        refuseWithAll({ user, movie, explain, without, explore, seed });
        const { config, logger } = createContext(environment, options, 'recommend', { data });
        return recommendToAll(config, logger, { out, n, diversity, json: options.json });
      }
      const path = pathOf(
        { user, movie },
        { n, ...query, ...(explain === true && user !== undefined ? { explain } : {}) },
      );
      if (movie !== undefined) refuseQuery(query);
      const { config, logger } = createContext(environment, options, 'recommend', { data });
      const body = await askHome(config, logger, path);
      if (options.json === true) return console.log(JSON.stringify(body));
      const { items, strategy } = Parse(AnswerSchema, body);
      console.log(describe(items, explain === true));
      console.log(`\nstrategy: ${strategy}`);
    });
}

interface AllQuery {
  out: string | undefined;
  n: number;
  diversity: number | undefined;
  json: true | undefined;
}

async function recommendToAll(config: Config, logger: Logger, query: AllQuery): Promise<void> {
  const { out, n, diversity, json } = query;
  if (out === undefined) {
    throw new MatineeError('USAGE', 'films for everybody are written to a file', { hint: 'give --out FILE' });
  }
  const state = await openState(openExistingHome(locateHome(config)), config);
  const signal = stopSignal();
  try {
    const written = await withProgress('Recommending', 'people', (onProgress) =>
      writeRecommendations(state, {
        ...{ out, n, logger, onProgress, signal },
        ...(diversity === undefined ? {} : { diversity }),
      }),
    );
    const { people, modelVersion } = written;
    const text = `Films for ${people} people, by version ${modelVersion}, are in ${out}.`;
    printAnswer({ text, fields: { out, ...written } }, { json });
  } finally {
    await state.close();
  }
}

/** What does not go with everybody is refused, never ignored. */
function refuseWithAll(query: Query): void {
  const [name] = Object.keys(query).filter((key) => query[key] !== undefined);
  if (name === undefined) return;
  throw new MatineeError('USAGE', `--${name} does not go with --all`, {
    hint: `leave --${name} or --all out`,
  });
}

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

function pathOf(
  { user, movie }: { user: string | undefined; movie: number | undefined },
  query: Query,
): string {
  if ((user === undefined) === (movie === undefined)) {
    throw new MatineeError('USAGE', 'recommend needs a person or a film', {
      hint: 'give --user ID or --movie ID',
    });
  }
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] satisfies [string, string]],
  );
  const subject = user === undefined ? `movies/${movie}` : `users/${encodeURIComponent(user)}`;
  return `/api/recommendations/${subject}?${new URLSearchParams(given)}`;
}

/** What only makes sense for a person is refused, never ignored. */
function refuseQuery(query: Query): void {
  const [name] = Object.keys(query).filter((key) => query[key] !== undefined);
  if (name === undefined) return;
  throw new MatineeError('USAGE', `--${name} is about a person, and --movie asks about a film`, {
    hint: `leave --${name} out, or give --user ID`,
  });
}

function describe(items: readonly Item[], explain: boolean): string {
  const heading = ['film', 'year', 'rating', '9 of 10', 'score'];
  const rows = items.map(({ title, year, predictedRating, ratingInterval, score }) => [
    title,
    year ?? '',
    predictedRating?.toFixed(1) ?? '',
    ratingInterval === undefined ? '' : `${ratingInterval.low.toFixed(1)}–${ratingInterval.high.toFixed(1)}`,
    score.toFixed(3),
  ]);
  const [head, ...lines] = formatTable([heading, ...rows]).split('\n');
  const explained = lines.flatMap((line, index) => [line, ...(explain ? reasonLines(items[index]) : [])]);
  return [head, ...explained].join('\n');
}

function reasonLines(item: Item | undefined): string[] {
  if (item === undefined) return [];
  const { reasons, explanation } = item;
  const parts = explanation === undefined ? [] : explanationLines(explanation);
  return [...reasons.map(({ text }) => `  ${text}`), ...parts.map((line) => `    ${line}`)];
}
