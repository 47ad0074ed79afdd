/**
 * People in classes of at least ten that say the same of themselves (k-anonymity by local recoding: Samarati & Sweeney
 * 1998). Whoever is too nearly alone says less: first no occupation, then no age, then no gender. Charts and filters
 * know the classes only, so that whatever filters are crossed, what differs between two answers is whole classes.
 */
import { type Demographics, demographicsKey, wordsOfDemographics } from '../domain/demographics.ts';

/** Fewer people than this are nobody's business. */
export const FEWEST_PEOPLE = 10;

/** What people said of themselves, and how many did. */
export interface Sayings {
  /** Of `demographicsKey`. */
  key: string | number;
  people: number;
}

interface Member {
  key: string;
  people: number;
  words: Demographics;
}

const SILENT: Demographics = { ageBand: null, gender: null, occupation: null };
/** What is given up first comes first. */
const GIVEN_UP = ['occupation', 'ageBand', 'gender'] as const;

/** What is told of those who said each of these; the last few, too few together, take the smallest class with them. */
export function classify(sayings: readonly Sayings[], fewest = FEWEST_PEOPLE): Map<string, Demographics> {
  let members = sayings.map((said): Member => {
    const key = String(said.key);
    return { key, people: said.people, words: wordsOfDemographics(key) };
  });
  for (const word of GIVEN_UP) {
    const small = smallClasses(members, fewest);
    members = members.map((member) =>
      small.has(demographicsKey(member.words))
        ? { ...member, words: { ...member.words, [word]: null } }
        : member,
    );
  }
  for (let small = smallest(members, fewest); small !== null; small = smallest(members, fewest)) {
    const silenced = small;
    members = members.map((member) =>
      demographicsKey(member.words) === silenced ? { ...member, words: SILENT } : member,
    );
  }
  return new Map(members.map(({ key, words }) => [key, words]));
}

/** People by the key of their class. */
function sizesOf(members: readonly Member[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { words, people } of members) {
    const key = demographicsKey(words);
    sizes.set(key, (sizes.get(key) ?? 0) + people);
  }
  return sizes;
}

function smallClasses(members: readonly Member[], fewest: number): Set<string> {
  return new Set([...sizesOf(members)].filter(([, people]) => people < fewest).map(([key]) => key));
}

/** The class to silence next: the smallest that still says something, while any class is too small; null when all is well. */
function smallest(members: readonly Member[], fewest: number): string | null {
  const sizes = sizesOf(members);
  if ([...sizes.values()].every((people) => people >= fewest)) return null;
  const silent = demographicsKey(SILENT);
  const telling = [...sizes].filter(([key]) => key !== silent);
  const [first] = telling.sort(([a, few], [b, many]) => few - many || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}
