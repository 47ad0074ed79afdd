/** Who is signed in, what they may do here, and signing out. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { sessionQuery } from '../../api/queries.ts';
import { deleteSession } from '../../api/routes.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { leavePerson } from '../../session/person.ts';
import { sessionChanged } from '../../session/session-changed.ts';
import { showToast } from '../../toasts/toasts.ts';
import './account.css';

export function AccountPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  usePageTitle(t('account.title'));
  const { mutate, isPending } = useMutation({
    mutationFn: deleteSession,
    onSuccess: (signedOut) => {
      leavePerson();
      sessionChanged(client, signedOut);
    },
    onError: () => showToast({ kind: 'failed', message: t('failure.serverDetail') }),
  });
  if (session === undefined) return null;
  // In the demonstration there are people to choose from instead.
  if (session.signedIn === null) return <Navigate to="/people" replace />;
  const { userId, roles } = session.signedIn;
  return (
    <div className="account">
      <h1 className="page-heading">{t('account.title')}</h1>
      <dl className="account__facts">
        <dt>{t('account.person')}</dt>
        <dd dir="auto">{userId ?? t('account.nobody')}</dd>
        <dt>{t('account.roles')}</dt>
        <dd>{roles.map((role) => t('account.role', { context: role, defaultValue: role })).join(', ')}</dd>
      </dl>
      <button type="button" className="button" disabled={isPending} onClick={() => mutate()}>
        {t('account.signOut')}
      </button>
    </div>
  );
}
