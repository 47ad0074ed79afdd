/** The name of an occupation in the reader's language; one we do not know is shown as the data has it. */
import type { TFunction } from 'i18next';

const OCCUPATIONS = [
  'administrator',
  'artist',
  'doctor',
  'educator',
  'engineer',
  'entertainment',
  'executive',
  'healthcare',
  'homemaker',
  'lawyer',
  'librarian',
  'marketing',
  'none',
  'other',
  'programmer',
  'retired',
  'salesman',
  'scientist',
  'student',
  'technician',
  'writer',
] as const;

export function occupationName(occupation: string, t: TFunction): string {
  const known = OCCUPATIONS.find((name) => name === occupation.toLowerCase());
  return known === undefined ? occupation : t(`occupation.${known}`);
}
