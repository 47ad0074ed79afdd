/** A film for several: what each of them would give it, and why. */
import { Link } from 'react-router';
import type { TogetherAnswer } from '../../../api/schemas/together.ts';
import { formatRating } from '../../i18n/format.ts';
import { genreName } from '../../i18n/genre-name.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { MovieFacts } from '../../movies/movie-facts.tsx';
import { reasonText } from '../../movies/row-text.ts';
import { Poster } from '../../poster/poster.tsx';
import { Avatar } from '../../session/avatar.tsx';
import { useSession } from '../../session/person.ts';
import { personName } from '../../session/person-name.ts';

export function SharedFilm({ item }: { item: TogetherAnswer['items'][number] }) {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <article className="shared">
      <Link to={`/film/${item.movieId}`} className="shared__link">
        <span className="shared__poster">
          <Poster movie={item} decorative />
        </span>
        <span className="shared__title" dir="auto">
          {item.title}
        </span>
      </Link>
      <div className="shared__facts">
        <MovieFacts movie={item} />
      </div>
      <ul className="shared__people">
        {item.people.map(({ userId, predictedRating, reasons: [reason] }) => (
          <li key={userId} className="shared__person">
            <span className="shared__face">
              <Avatar userId={userId} />
            </span>
            <span>
              <strong>{personName(userId, session, t)}</strong>
              {predictedRating === null ? null : (
                <span className="shared__rating"> {formatRating(predictedRating, 'computed')}</span>
              )}
              {reason === undefined ? null : <span className="shared__reason">{reasonFor(reason)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </article>
  );

  /** Reasons are told to the person themselves elsewhere; here they are somebody's. */
  function reasonFor(reason: Parameters<typeof reasonText>[0]): string {
    return reason.kind === 'similar' && reason.title !== undefined
      ? t('together.liked', { film: reason.title })
      : reason.kind === 'genre'
        ? t('together.enjoys', { genre: genreName(reason.genre ?? '', t) })
        : reasonText(reason, t);
  }
}
