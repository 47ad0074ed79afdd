/** The words that a field may hold, apart from the schemas: threads that only read rows start without their library. */

/** The age bands of MovieLens 1M: ages are kept in no finer grain behind the producer. */
export const AGE_BANDS = ['under-18', '18-24', '25-34', '35-44', '45-49', '50-55', '56-plus'] as const;

/** What a person does with a film besides rating it. `neutral` takes a like, dislike or hide back, `unwatchlist` a watchlist. */
export const INTERACTION_TYPES = [
  'view',
  'click',
  'like',
  'dislike',
  'hide',
  'neutral',
  'watchlist',
  'unwatchlist',
  'impression',
] as const;
