/** `matinee search`: films by what a person types. */
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { wholeNumber } from '../numbers.ts';
import { askHome } from '../serving/ask-home.ts';
import { formatTable } from '../table.ts';

const AnswerSchema = Type.Object({
  total: Type.Integer(),
  results: Type.Array(
    Type.Object({
      movieId: Type.Integer(),
      title: Type.String(),
      year: Type.Union([Type.Integer(), Type.Null()]),
      genres: Type.Array(Type.String()),
      ratings: Type.Integer(),
    }),
  ),
});

export function searchCommand(environment: Environment) {
  return commandOnHome('search', 'films by title, genre and year; typos and missing accents are forgiven')
    .argument('<query...>', 'what to look for')
    .option('--data <dir>', 'the data set whose home is asked')
    .option('--n <number>', 'how many films', wholeNumber(1, 100), 10)
    .action(async (words, { data, n, ...options }) => {
      const { config, logger } = createContext(environment, options, 'search', { data });
      const query = encodeURIComponent(words.join(' '));
      const body = await askHome(config, logger, `/api/movies?query=${query}&per_page=${n}`);
      if (options.json === true) return console.log(JSON.stringify(body));
      const { total, results } = Parse(AnswerSchema, body);
      if (results.length === 0) return console.log('no film found');
      const rows = results.map(({ movieId, title, year, genres, ratings }) => [
        title,
        year ?? '',
        movieId,
        ratings,
        genres.join(', '),
      ]);
      console.log(formatTable([['film', 'year', 'id', 'ratings', 'genres'], ...rows]));
      console.log(`\n${results.length} of ${total}`);
    });
}
