/** Whole and clean records for the tests of the operators and the loop. */
import type { InteractionRecord, ProfileRecord } from '../../domain/interaction.ts';
import type { RatingRecord } from '../../domain/rating.ts';

/** The first rating of MovieLens 100K's layout, by a made-up person. */
export function aRating(changes: Partial<RatingRecord> = {}): RatingRecord {
  return {
    schemaVersion: 1,
    user: aPerson(),
    movie: { movieId: 242, title: 'Kolya', genres: ['Comedy'], year: 1996 },
    rating: 3,
    timestamp: 881_250_949,
    ...changes,
  };
}

export function anInteraction(changes: Partial<InteractionRecord> = {}): InteractionRecord {
  return {
    schemaVersion: 1,
    kind: 'interaction',
    id: 'interaction-1',
    user: aPerson(),
    movieId: 242,
    type: 'like',
    eventTime: 1_700_000_000_000,
    recommendationId: 'recommendation-1',
    position: 3,
    ...changes,
  };
}

export function aProfile(): ProfileRecord {
  return { schemaVersion: 1, kind: 'profile', user: aPerson(), eventTime: 1_700_000_000_000 };
}

/** A different pseudonym for each number. */
export function pseudonymOf(person: number): string {
  return `pseudonym-${String(person).padStart(33, '0')}`;
}

function aPerson() {
  return {
    userId: pseudonymOf(1),
    ageBand: '45-49' as const,
    gender: 'M',
    occupation: 'writer',
  };
}
