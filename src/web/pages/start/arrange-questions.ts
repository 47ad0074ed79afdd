/** Which questions stand on the page: each stays in its place until it is answered, then the next takes the place. */
import type { QuestionsAnswer } from '../../../api/schemas/recommendation.ts';

export type Question = QuestionsAnswer['items'][number];

/**
 * The questions in their places: of those shown before the ones that are still open, and in the other places the first
 * of the new ones that are not shown yet.
 */
export function arrangeQuestions(
  shown: readonly Question[],
  next: readonly Question[],
  isAnswered: (movieId: number) => boolean,
  places: number,
): Question[] {
  const open = new Set(shown.filter(({ movieId }) => !isAnswered(movieId)).map(({ movieId }) => movieId));
  const fresh = next.filter(({ movieId }) => !open.has(movieId) && !isAnswered(movieId));
  const arranged: Question[] = [];
  for (let place = 0; place < places; place++) {
    const here = shown[place];
    const question = here !== undefined && open.has(here.movieId) ? here : fresh.shift();
    if (question !== undefined) arranged.push(question);
  }
  return arranged;
}
