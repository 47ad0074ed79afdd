/** Starts as a new person, or goes back to the one started here before. */
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { rememberPosition } from '../../api/read-position.ts';
import { postUser } from '../../api/routes.ts';
import { Icon } from '../../app/icon.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Avatar } from '../../session/avatar.tsx';
import { choosePerson, startAsOwnPerson, useSession } from '../../session/person.ts';
import { showToast } from '../../toasts/toasts.ts';

export function NewPerson() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { ownUserId } = useSession();
  const { mutate, isPending } = useMutation({
    mutationFn: postUser,
    onSuccess: ({ userId, position }) => {
      rememberPosition(userId, position);
      startAsOwnPerson(userId);
      void navigate('/start');
    },
    onError: () => showToast({ kind: 'failed', message: t('people.failed') }),
  });
  return (
    <div className="people__own">
      {ownUserId === null ? null : (
        <button
          type="button"
          className="profile profile--own"
          onClick={() => {
            choosePerson(ownUserId);
            void navigate('/');
          }}
        >
          <span className="profile__face">
            <Avatar userId={ownUserId} />
          </span>
          <span className="profile__words">
            <span className="profile__name">{t('people.return')}</span>
            <span>{t('people.returnDetail')}</span>
          </span>
        </button>
      )}
      <button type="button" className="profile profile--new" disabled={isPending} onClick={() => mutate()}>
        <span className="profile__face profile__face--new">
          <Icon name="plus" />
        </span>
        <span className="profile__words">
          <span className="profile__name">{isPending ? t('people.newBusy') : t('people.new')}</span>
          <span>{t('people.newDetail')}</span>
        </span>
      </button>
    </div>
  );
}
