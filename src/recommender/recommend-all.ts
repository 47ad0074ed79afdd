/** Films for everybody at once, person after person, by one model from start to end. */
import { MatineeError } from '../domain/errors.ts';
import type { Pseudonym } from '../domain/ids.ts';
import type { Progress } from '../domain/ports.ts';
import type { Store } from '../store/store.ts';
import { emptyHistory } from './history.ts';
import { createPerson, type Person } from './person.ts';
import { readHistory } from './read-history.ts';
import type { PersonQuery, Recommendations } from './recommend.ts';
import type { Recommender } from './recommender.ts';

export interface PersonRecommendations extends Recommendations {
  person: Pseudonym;
}

export interface RecommendAllOptions {
  store: Pick<Store, 'ratingsOf' | 'interactionsOf' | 'scanRatings'>;
  recommender: Pick<Recommender, 'forPerson'>;
  query: PersonQuery;
  /** People who get none: nothing personal is computed for them. */
  leftOut?: ReadonlySet<Pseudonym>;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** How many people are read from the store while others are scored. */
const READ_AHEAD = 16;

/** Everybody who has a rating in the index, by pseudonym. Throws `CANCELLED` on abort. */
export async function* recommendToAll(options: RecommendAllOptions): AsyncGenerator<PersonRecommendations> {
  const { store, recommender, query, onProgress, signal } = options;
  const people = (await everybody(store, signal)).filter((person) => options.leftOut?.has(person) !== true);
  const reading: Promise<Person>[] = [];
  const read = async (pseudonym: Pseudonym): Promise<Person> => {
    const history = emptyHistory();
    await readHistory(store, pseudonym, history);
    return createPerson(history);
  };
  for (const [done, person] of people.entries()) {
    while (reading.length < READ_AHEAD && done + reading.length < people.length) {
      const next = people[done + reading.length];
      if (next === undefined) break;
      const entry = read(next);
      // Whoever waits for it sees a failure; until then it must not count as one that nobody handles.
      entry.catch(() => undefined);
      reading.push(entry);
    }
    const ready = await reading.shift();
    stopIfAsked(signal);
    if (ready === undefined) break;
    yield { person, ...recommender.forPerson(ready, query) };
    onProgress?.({ done: done + 1, total: people.length });
  }
}

async function everybody(
  store: Pick<Store, 'scanRatings'>,
  signal: AbortSignal | undefined,
): Promise<Pseudonym[]> {
  const people = new Set<Pseudonym>();
  for await (const { users } of store.scanRatings()) {
    stopIfAsked(signal);
    for (const user of users) people.add(user);
  }
  return [...people].sort();
}

function stopIfAsked(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true)
    throw new MatineeError('CANCELLED', 'Recommending to everybody was stopped before its end.');
}
