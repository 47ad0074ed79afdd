/** A film for two, or more: who watches, by which rule, and what suits them all, each film with whose reasons speak for it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { togetherQuery } from '../../api/queries.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Failure } from '../../states/failure.tsx';
import { Panel } from '../../states/panel.tsx';
import { GridSkeleton } from '../../states/skeleton.tsx';
import { readCompany, writeCompany } from './company.ts';
import { CompanyPicker } from './company-picker.tsx';
import { RulePicker } from './rule-picker.tsx';
import { SharedFilm } from './shared-film.tsx';
import './together-page.css';

export function TogetherPage({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const [parameters, setParameters] = useSearchParams();
  const company = readCompany(parameters, userId);
  const films = useQuery({ ...togetherQuery(userId, company), placeholderData: keepPreviousData });
  usePageTitle(t('together.title'));
  const change = (changes: Partial<typeof company>) =>
    setParameters(writeCompany({ ...company, ...changes }), { replace: true, preventScrollReset: true });
  const alone = company.others.length === 0;
  return (
    <div className="together">
      <header>
        <h1 className="page-heading">{t('together.title')}</h1>
        <p className="page-lead">{t('together.lead')}</p>
      </header>
      <CompanyPicker userId={userId} others={company.others} onChoose={(others) => change({ others })} />
      <RulePicker rule={company.rule} onChoose={(rule) => change({ rule })} />
      {alone ? (
        <Panel picture="empty-seats" title={t('together.alone')} detail={t('together.aloneDetail')} />
      ) : null}
      {!alone && films.isPending ? <GridSkeleton count={6} /> : null}
      {!alone && films.isError && films.data === undefined ? (
        <Failure error={films.error} onRetry={() => void films.refetch()} />
      ) : null}
      {!alone && films.data?.items.length === 0 ? (
        <Panel picture="empty-seats" title={t('together.none')} detail={t('together.noneDetail')} />
      ) : null}
      {alone ? null : (
        <ol className="together__films" data-stale={films.isPlaceholderData}>
          {films.data?.items.map((item) => (
            <li key={item.movieId}>
              <SharedFilm item={item} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
