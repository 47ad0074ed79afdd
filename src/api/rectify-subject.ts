/** Puts right what is held about a person: their fields, and ratings that are not theirs or not so (GDPR, Article 16). */
import type { UserId } from '../domain/ids.ts';
import type { RecordPosition } from '../domain/position.ts';
import type { ApiContext } from './app.ts';
import { knownMovie } from './identify.ts';
import type { RectificationRequest } from './schemas/subject.ts';

/** The positions of what was accepted; none where nothing was named. */
export async function rectifySubject(
  context: ApiContext,
  userId: UserId,
  { profile, ratings = [] }: RectificationRequest,
): Promise<RecordPosition[]> {
  const { intake, store, pseudonymiser } = context;
  const corrected = await Promise.all(
    ratings.map(async ({ movieId, rating }) => ({
      userId,
      movie: await knownMovie(context, movieId),
      rating,
    })),
  );
  const positions: RecordPosition[] = [];
  if (profile !== undefined && Object.keys(profile).length > 0) {
    const known = await store.user(pseudonymiser.pseudonymise(userId));
    const fields = {
      ageBand: known?.ageBand ?? null,
      gender: known?.gender ?? null,
      occupation: known?.occupation ?? null,
    };
    positions.push(...(await intake.introduce(userId, { ...fields, ...profile })));
  }
  if (corrected.length > 0) positions.push(...(await intake.rate(corrected)));
  return positions;
}
