/** Bring your own history: an exported file is read, doubts are settled by the person, and the rest becomes ratings. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiError } from '../../api/api-error.ts';
import { rememberPosition } from '../../api/read-position.ts';
import { postImport, postRatings } from '../../api/routes.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Failure } from '../../states/failure.tsx';
import { showToast } from '../../toasts/toasts.ts';
import type { NewRating } from './import-choices.ts';
import { ImportReview } from './import-review.tsx';
import './import-page.css';

export function ImportPage({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  usePageTitle(t('import.title'));
  const reading = useMutation({ mutationFn: async (file: File) => postImport(await file.text()) });
  const adding = useMutation({
    mutationFn: (ratings: readonly NewRating[]) => postRatings(userId, ratings),
    onSuccess: async (position, ratings) => {
      if (position !== null) rememberPosition(userId, position);
      await client.invalidateQueries({ queryKey: ['person', userId] });
      showToast({ kind: 'done', message: t('import.added', { count: ratings.length }) });
      void navigate('/');
    },
    onError: () => showToast({ kind: 'failed', message: t('import.failed') }),
  });
  const choose = (file: File | undefined) => {
    if (file === undefined) return;
    setName(file.name);
    reading.mutate(file);
  };
  const refused = reading.error instanceof ApiError && reading.error.kind === 'refused';
  return (
    <div className="import">
      <header>
        <h1 className="page-heading">{t('import.title')}</h1>
        <p className="page-lead">{t('import.lead')}</p>
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut, the button is the way */}
      <div
        className="import__drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          choose(event.dataTransfer.files[0]);
        }}
      >
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv"
          className="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            choose(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <button
          type="button"
          className="button"
          disabled={reading.isPending}
          onClick={() => input.current?.click()}
        >
          {t(reading.isPending ? 'import.reading' : 'import.choose')}
        </button>
        <p>{name === '' ? t('import.drop') : name}</p>
        <details className="import__how">
          <summary>{t('import.how')}</summary>
          <ul>
            <li>{t('import.howLetterboxd')}</li>
            <li>{t('import.howImdb')}</li>
          </ul>
        </details>
      </div>
      {refused ? (
        <p className="import__refused" role="alert">
          {t('import.refused')}
        </p>
      ) : null}
      {reading.isError && !refused ? (
        <Failure
          error={reading.error}
          onRetry={() => {
            if (reading.variables !== undefined) reading.mutate(reading.variables);
          }}
        />
      ) : null}
      {reading.data === undefined ? null : (
        <ImportReview
          key={reading.submittedAt}
          answer={reading.data}
          busy={adding.isPending}
          onAdd={(ratings) => adding.mutate(ratings)}
        />
      )}
    </div>
  );
}
