/** The withheld part of a data set, laid out against the matrix that a model was trained on. */
import type { MovieId } from '../../domain/ids.ts';
import { NO_TRAITS, type TrainingTraits } from '../features/traits.ts';
import type { RatingMatrix } from '../matrix.ts';
import type { Feedback } from '../model.ts';
import type { RatingColumns } from '../ratings.ts';

/** What is withheld of one user. */
export interface TestUser {
  user: string;
  /** Their training history; empty for a user without any, whom the model meets cold. */
  history: Feedback[];
  /** What else is known of them. */
  traits: readonly string[];
  /** What they rated in the test part; `item` is null for a film without training ratings. */
  ratings: { movie: MovieId; item: number | null; rating: number }[];
}

/** One entry for each user of the test part, in the order in which they first come. */
export function groupTestRatings(
  matrix: RatingMatrix,
  test: RatingColumns,
  { people }: TrainingTraits = NO_TRAITS,
): TestUser[] {
  const users = new Map<string, TestUser>();
  for (const [place, user] of test.users.entries()) {
    const entry = users.get(user) ?? {
      user,
      history: trainingHistory(matrix, user),
      traits: people.get(user) ?? [],
      ratings: [],
    };
    users.set(user, entry);
    const movie = test.movies[place] ?? 0;
    entry.ratings.push({
      movie,
      item: matrix.items.indexOf(movie) ?? null,
      rating: test.ratings[place] ?? Number.NaN,
    });
  }
  return [...users.values()];
}

/** How many test ratings are of a user or a film that the model was not trained on. */
export function countColdRatings(users: readonly TestUser[]): number {
  return users.reduce(
    (sum, { history, ratings }) =>
      sum + (history.length === 0 ? ratings.length : ratings.filter(({ item }) => item === null).length),
    0,
  );
}

/** A user's row of the matrix; empty for a user who is not in it. */
export function trainingHistory({ users, byUser }: RatingMatrix, user: string): Feedback[] {
  const row = users.indexOf(user);
  if (row === undefined) return [];
  const from = byUser.starts[row] ?? 0;
  const to = byUser.starts[row + 1] ?? 0;
  return Array.from(byUser.columns.subarray(from, to), (item, k) => ({
    item,
    rating: byUser.values[from + k] ?? 0,
  }));
}
