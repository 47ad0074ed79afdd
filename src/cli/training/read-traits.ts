/** What a data folder says of its people and films besides ratings, as models take it. */
import { filmTraits, personTraits, type Traits } from '../../model/features/traits.ts';
import { readDataSet } from '../../source/movielens/read-data-set.ts';

/** Traits by the ids that the folder's files have. Its ratings are not looked at. Rejects as `readDataSet` does. */
export async function readTraits(dir: string): Promise<Traits<string, string>> {
  const { users, movies } = await readDataSet(dir);
  return {
    people: new Map(users.map((user) => [user.userId, personTraits(user)])),
    films: new Map(movies.map((movie) => [String(movie.movieId), filmTraits(movie)])),
  };
}
