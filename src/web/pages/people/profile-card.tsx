/** Somebody from the data: a face, and what they like. */

import { useNavigate } from 'react-router';
import type { Profile } from '../../../api/schemas/person.ts';
import { formatList } from '../../i18n/format.ts';
import { genreName } from '../../i18n/genre-name.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Avatar } from '../../session/avatar.tsx';
import { choosePerson, useSession } from '../../session/person.ts';
import { personName } from '../../session/person-name.ts';

export function ProfileCard({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const session = useSession();
  const { userId, favouriteGenres, ratings } = profile;
  return (
    <button
      type="button"
      className="profile"
      aria-current={session.userId === userId ? 'true' : undefined}
      onClick={() => {
        choosePerson(userId);
        void navigate('/');
      }}
    >
      <span className="profile__face">
        <Avatar userId={userId} />
      </span>
      <span className="profile__words">
        <span className="profile__name">{personName(userId, session, t)}</span>
        {favouriteGenres.length === 0 ? null : (
          <span>
            {t('people.likes', { genres: formatList(favouriteGenres.map((genre) => genreName(genre, t))) })}
          </span>
        )}
        <span className="profile__ratings">
          {session.userId === userId ? t('people.current') : t('people.ratings', { count: ratings })}
        </span>
      </span>
    </button>
  );
}
