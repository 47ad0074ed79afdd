/** Which of the poster styles a film gets: the most telling of its genres, whatever the data set calls it. */

export const GENRE_FAMILIES = [
  'noir',
  'western',
  'horror',
  'animation',
  'musical',
  'sci-fi',
  'war',
  'fantasy',
  'documentary',
  'mystery',
  'children',
  'crime',
  'romance',
  'thriller',
  'adventure',
  'action',
  'comedy',
  'drama',
  'other',
] as const;
export type GenreFamily = (typeof GENRE_FAMILIES)[number];

/** Most telling first: a Western that is also a drama looks like a Western. */
const PATTERNS: readonly (readonly [RegExp, GenreFamily])[] = [
  [/noir/i, 'noir'],
  [/western/i, 'western'],
  [/horror/i, 'horror'],
  [/animation/i, 'animation'],
  [/music|concert/i, 'musical'],
  [/sci-?fi|science/i, 'sci-fi'],
  [/\bwar\b/i, 'war'],
  [/fantasy/i, 'fantasy'],
  [/documentary/i, 'documentary'],
  [/mystery/i, 'mystery'],
  [/child|family/i, 'children'],
  [/crime|gangster/i, 'crime'],
  [/roman/i, 'romance'],
  [/thriller|suspense/i, 'thriller'],
  [/adventure/i, 'adventure'],
  [/action/i, 'action'],
  [/comedy/i, 'comedy'],
  [/drama/i, 'drama'],
];

/** The genre that decides the look, and its family; `other` without a genre that we know. */
export function leadingGenre(genres: readonly string[]): { family: GenreFamily; genre: string | null } {
  for (const [pattern, family] of PATTERNS) {
    const genre = genres.find((name) => pattern.test(name));
    if (genre !== undefined) return { family, genre };
  }
  return { family: 'other', genre: genres[0] ?? null };
}
