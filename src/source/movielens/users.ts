/**
 * People of a release: `u.user` (100K), `users.dat` (1M) and the `users.csv` of a generated data set. Where there is
 * no such file, or a person is not in it, age, gender and occupation are null.
 */
import { MAX_MOVIE_ID } from '../../domain/ids.ts';
import type { SourceUser } from '../../domain/person.ts';
import { createIdIndex, type IdIndex } from '../files/id-index.ts';
import { wholeNumberProblem } from '../files/rating-row.ts';
import { type FolderReading, readRecords } from './read-records.ts';

export interface People {
  users: SourceUser[];
  /** The place of a person's number in `users`. */
  index: IdIndex;
}

/** What the occupation numbers of 1M mean, by its README. */
const OCCUPATIONS_OF_1M = [
  'other',
  'academic/educator',
  'artist',
  'clerical/admin',
  'college/grad student',
  'customer service',
  'doctor/health care',
  'executive/managerial',
  'farmer',
  'homemaker',
  'K-12 student',
  'lawyer',
  'programmer',
  'retired',
  'sales/marketing',
  'scientist',
  'self-employed',
  'technician/engineer',
  'tradesman/craftsman',
  'unemployed',
  'writer',
] as const;
const MAX_AGE = 150;

/** Reads the people of a folder; none when it has no file of people. */
export async function readUsers(reading: FolderReading): Promise<People> {
  const { layout } = reading;
  const people: People = { users: [], index: createIdIndex() };
  if (layout.users === null) return people;
  await readRecords(reading, layout.users, layout.recordSeparator, (fields, line) => {
    if (line === 1 && fields[0] === 'userId') return null;
    const user = userOf(layout.kind, fields);
    if (typeof user === 'string') return user;
    if (people.index.indexOf(Number(user.userId)) !== -1)
      return `user id ${user.userId} is there a second time`;
    addUser(people, user);
    return null;
  });
  return people;
}

/** The place of a person of whom nothing is known but the number. */
export function placeOfUser(people: People, number: number): number {
  const place = people.index.indexOf(number);
  if (place !== -1) return place;
  return addUser(people, { userId: String(number), age: null, gender: null, occupation: null });
}

function addUser(people: People, user: SourceUser): number {
  people.users.push(user);
  return people.index.add(Number(user.userId));
}

function userOf(kind: FolderReading['layout']['kind'], fields: readonly string[]): SourceUser | string {
  switch (kind) {
    case 'movielens-100k': {
      if (fields.length !== 5) return `has ${fields.length} fields instead of 5`;
      const [id = '', age = '', gender = '', occupation = ''] = fields;
      return person(id, age, gender, occupation);
    }
    case 'movielens-1m': {
      if (fields.length !== 5) return `has ${fields.length} fields instead of 5`;
      const [id = '', gender = '', age = '', code = ''] = fields;
      const occupation = /^\d+$/.test(code) ? OCCUPATIONS_OF_1M[Number(code)] : undefined;
      if (occupation === undefined) return `occupation "${code}" is not a number from 0 to 20`;
      return person(id, age, gender, occupation);
    }
    case 'movielens-10m':
    case 'movielens-csv': {
      if (fields.length !== 4) return `has ${fields.length} fields instead of 4`;
      const [id = '', age = '', gender = '', occupation = ''] = fields;
      return person(id, age, gender, occupation);
    }
  }
}

function person(id: string, age: string, gender: string, occupation: string): SourceUser | string {
  const problem =
    wholeNumberProblem('user id', id, 1, MAX_MOVIE_ID) ??
    (age === '' ? null : wholeNumberProblem('age', age, 0, MAX_AGE)) ??
    (gender.length > 20 ? 'gender has more than 20 characters' : null) ??
    (occupation.length > 60 ? 'occupation has more than 60 characters' : null);
  if (problem !== null) return problem;
  return {
    userId: String(Number(id)),
    age: age === '' ? null : Number(age),
    gender: gender === '' ? null : gender,
    occupation: occupation === '' ? null : occupation,
  };
}
