/** A person: as the source knows them (`SourceUser`), and as everything behind the producer does (`Person`). */
import { type Static, Type } from 'typebox';
import { AGE_BANDS } from './closed-words.ts';

export const AgeBandSchema = Type.Enum(AGE_BANDS);
export type AgeBand = (typeof AGE_BANDS)[number];

const GenderSchema = Type.Union([Type.String({ maxLength: 20 }), Type.Null()]);
const OccupationSchema = Type.Union([Type.String({ maxLength: 60 }), Type.Null()]);

/** A person in the source's pages: the controller's id, and demographics where the data set has them. */
export const SourceUserSchema = Type.Object({
  userId: Type.String({ minLength: 1, maxLength: 128 }),
  age: Type.Union([Type.Integer({ minimum: 0, maximum: 150 }), Type.Null()]),
  gender: GenderSchema,
  occupation: OccupationSchema,
});
export type SourceUser = Static<typeof SourceUserSchema>;

/** A person behind the producer: a pseudonym and the coarsened fields. */
export const PersonSchema = Type.Object(
  {
    userId: Type.String({ minLength: 16, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' }),
    ageBand: Type.Union([AgeBandSchema, Type.Null()]),
    gender: GenderSchema,
    occupation: OccupationSchema,
  },
  { additionalProperties: false },
);
export type Person = Static<typeof PersonSchema>;

const LOWER_BOUNDS: readonly (readonly [number, AgeBand])[] = [
  [56, '56-plus'],
  [50, '50-55'],
  [45, '45-49'],
  [35, '35-44'],
  [25, '25-34'],
  [18, '18-24'],
];

/** The band an age in years falls in; null for an unknown age. */
export function ageBandOf(age: number | null): AgeBand | null {
  if (age === null) return null;
  return LOWER_BOUNDS.find(([from]) => age >= from)?.[1] ?? 'under-18';
}
