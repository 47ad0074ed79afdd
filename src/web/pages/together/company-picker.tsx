/** Who watches besides: people to choose from, and the person started in this browser. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { profilesQuery } from '../../api/queries.ts';
import { Icon } from '../../app/icon.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Avatar } from '../../session/avatar.tsx';
import { useSession } from '../../session/person.ts';
import { personName } from '../../session/person-name.ts';
import { MOST_OTHERS } from './company.ts';

interface CompanyPickerProps {
  userId: string;
  others: readonly string[];
  onChoose: (others: string[]) => void;
}

export function CompanyPicker({ userId, others, onChoose }: CompanyPickerProps) {
  const { t } = useTranslation();
  const session = useSession();
  const profiles = useInfiniteQuery(profilesQuery);
  const known = profiles.data?.pages.flatMap(({ results }) => results.map((profile) => profile.userId)) ?? [];
  const own = session.ownUserId === null ? [] : [session.ownUserId];
  const choices = [...new Set([...others, ...own, ...known])].filter((id) => id !== userId);
  return (
    <fieldset className="company">
      <legend className="company__legend">
        {t('together.who', { name: personName(userId, session, t) })}
      </legend>
      <div className="company__people">
        {choices.map((id) => {
          const chosen = others.includes(id);
          return (
            <button
              key={id}
              type="button"
              className="company__person"
              aria-pressed={chosen}
              disabled={!chosen && others.length >= MOST_OTHERS}
              onClick={() => onChoose(chosen ? others.filter((other) => other !== id) : [...others, id])}
            >
              <span className="company__face">
                <Avatar userId={id} />
              </span>
              {personName(id, session, t)}
              {chosen ? <Icon name="close" /> : null}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}
