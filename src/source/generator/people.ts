/** Who the generated people are: age, gender and occupation, drawn independently of anyone real. */
import type { SourceUser } from '../../domain/person.ts';
import type { Random } from './random.ts';

const OCCUPATIONS = [
  'administrator',
  'artist',
  'doctor',
  'educator',
  'engineer',
  'executive',
  'homemaker',
  'lawyer',
  'librarian',
  'programmer',
  'salesperson',
  'scientist',
  'technician',
  'writer',
] as const;
const STUDENT_UNTIL = 24;
const RETIRED_FROM = 65;
const YOUNGEST = 13;
const OLDEST = 88;

/** A person with the given number; most are between 18 and 50. */
export function generatePerson(number: number, random: Random): SourceUser {
  const age = Math.min(
    OLDEST,
    Math.max(YOUNGEST, Math.round(YOUNGEST + 22 * Math.exp(0.6 * random.gaussian()))),
  );
  return {
    userId: String(number),
    age,
    gender: random.uniform() < 0.5 ? 'F' : 'M',
    occupation: occupationAt(age, random),
  };
}

function occupationAt(age: number, random: Random): string {
  const chance = random.uniform();
  const occupation = random.pick(OCCUPATIONS);
  if (age < 18 || (age <= STUDENT_UNTIL && chance < 0.7)) return 'student';
  return age >= RETIRED_FROM && chance < 0.8 ? 'retired' : occupation;
}
