/** Signing in, in the place of whatever page was asked for: that page is there once it is done. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { SessionAnswer } from '../../../api/schemas/session.ts';
import { ApiError } from '../../api/api-error.ts';
import { postSession } from '../../api/routes.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { sessionChanged } from '../../session/session-changed.ts';
import './account.css';

export function SignInPage({ methods }: Pick<SessionAnswer, 'methods'>) {
  const { t } = useTranslation();
  usePageTitle(t('account.signIn'));
  return (
    <div className="account">
      <h1 className="page-heading">{t('account.signIn')}</h1>
      <p className="page-lead">{t('account.lead')}</p>
      {methods.includes('oidc') ? (
        <a className="button" href="/api/session/oidc">
          {t('account.withOidc')}
        </a>
      ) : null}
      {methods.includes('password') ? <PasswordForm /> : null}
    </div>
  );
}

function PasswordForm() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => postSession({ name, password }),
    onSuccess: (session) => sessionChanged(client, session),
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    mutate();
  }
  return (
    <form className="account__form" onSubmit={submit}>
      <label className="field">
        <span>{t('account.name')}</span>
        <input
          name="username"
          autoComplete="username"
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className="field">
        <span>{t('account.password')}</span>
        <input
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      <p role="alert" className="account__refusal">
        {error === null ? '' : refusalOf(error, t)}
      </p>
      <button type="submit" className="button" disabled={isPending}>
        {isPending ? t('account.signingIn') : t('account.signIn')}
      </button>
    </form>
  );
}

function refusalOf(error: Error, t: ReturnType<typeof useTranslation>['t']): string {
  if (!(error instanceof ApiError)) return t('failure.serverDetail');
  if (error.status === 401) return t('account.wrong');
  if (error.kind === 'too-many') return t('account.tooMany', { count: error.retryAfter ?? 60 });
  return t(error.kind === 'unreachable' ? 'failure.unreachableDetail' : 'failure.serverDetail');
}
