/** `matinee recommend`: films for a person, or like a film, on a terminal. */
import { type Static, Type } from 'typebox';
import { Parse } from 'typebox/value';
import { RecommendedItemSchema } from '../../api/schemas/recommendation.ts';
import { MatineeError } from '../../domain/errors.ts';
import { MAX_MOVIE_ID } from '../../domain/ids.ts';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { wholeNumber } from '../numbers.ts';
import { askHome } from '../serving/ask-home.ts';
import { formatTable } from '../table.ts';

const AnswerSchema = Type.Object({ strategy: Type.String(), items: Type.Array(RecommendedItemSchema) });
type Item = Static<typeof RecommendedItemSchema>;

export function recommendCommand(environment: Environment) {
  return commandOnHome('recommend', 'films for a person, or films like a film')
    .option('--data <dir>', 'the data set whose home is asked')
    .option('--user <id>', 'the person')
    .option('--movie <id>', 'the film', wholeNumber(1, MAX_MOVIE_ID))
    .option('--n <number>', 'how many films', wholeNumber(1, 100), 10)
    .option('--explain', 'says why each film is there')
    .action(async ({ data, user, movie, n, explain, ...options }) => {
      if ((user === undefined) === (movie === undefined)) {
        throw new MatineeError('USAGE', 'recommend needs a person or a film', {
          hint: 'give --user ID or --movie ID',
        });
      }
      const { config, logger } = createContext(environment, options, 'recommend', { data });
      const subject = user === undefined ? `movies/${movie}` : `users/${encodeURIComponent(user)}`;
      const body = await askHome(config, logger, `/api/recommendations/${subject}?n=${n}`);
      if (options.json === true) return console.log(JSON.stringify(body));
      const { items, strategy } = Parse(AnswerSchema, body);
      console.log(describe(items, explain === true));
      console.log(`\nstrategy: ${strategy}`);
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
  const explained = lines.flatMap((line, index) => [
    line,
    ...(explain ? (items[index]?.reasons ?? []).map(({ text }) => `  ${text}`) : []),
  ]);
  return [head, ...explained].join('\n');
}
