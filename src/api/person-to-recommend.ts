/**
 * The person that answers are for, as far as they may be used: whole; without a profile, for somebody who has objected to
 * one (what they have seen stays out of lists, and nothing else of them goes in); or nobody, where their data is only stored.
 */
import type { Pseudonym } from '../domain/ids.ts';
import { emptyHistory } from '../recommender/history.ts';
import { createPerson, type Person, withoutProfile } from '../recommender/person.ts';
import type { ApiDeps } from './deps.ts';

export async function personToRecommend(
  { live, processingOf }: Pick<ApiDeps, 'live' | 'processingOf'>,
  pseudonym: Pseudonym,
): Promise<Person> {
  const { profiling, restricted } = processingOf(pseudonym);
  if (restricted) return createPerson(emptyHistory());
  const person = await live.person(pseudonym);
  return profiling ? person : withoutProfile(person);
}
