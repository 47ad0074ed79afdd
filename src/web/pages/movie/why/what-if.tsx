/** What the answer would be without some ratings: in words, with each to be taken in again. */
import type { TFunction } from 'i18next';
import type { ExplanationAnswer } from '../../../../api/schemas/explanation.ts';
import { Icon } from '../../../app/icon.tsx';
import { formatList, formatShare, formatStars } from '../../../i18n/format.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import type { Contribution } from './sum-shares.ts';

interface WhatIfProps {
  view: 'rating' | 'ranking';
  before: ExplanationAnswer;
  after: ExplanationAnswer;
  leftOut: readonly Contribution[];
  onUse: (film: Contribution) => void;
  onUseAll: () => void;
}

export function WhatIf({ view, before, after, leftOut, onUse, onUseAll }: WhatIfProps) {
  const { t } = useTranslation();
  const films = formatList(leftOut.map(({ title }) => title));
  const words = leftOut.length === 0 ? '' : whatIf(view, before, after, films, t);
  return (
    <>
      <p className="why__what-if" role="status">
        {words}
      </p>
      {leftOut.length === 0 ? null : (
        <ul className="why__left-out">
          {leftOut.map((film) => (
            <li key={film.movieId}>
              <button
                type="button"
                className="why__use"
                aria-label={t('why.useOf', { film: film.title })}
                onClick={() => onUse(film)}
              >
                <s dir="auto">{film.title}</s>
                <Icon name="plus" />
              </button>
            </li>
          ))}
          <li>
            <button type="button" className="text-button" onClick={onUseAll}>
              {t('why.useAll')}
            </button>
          </li>
        </ul>
      )}
    </>
  );
}

function whatIf(
  view: WhatIfProps['view'],
  before: ExplanationAnswer,
  after: ExplanationAnswer,
  films: string,
  t: TFunction,
): string {
  if (view === 'ranking') {
    const change = before.score === null || after.score === null ? 0 : after.score / before.score - 1;
    return t('why.withoutRanking', { films, change: formatShare(change * 100, 1, 'percent') });
  }
  const [was, is] = [before, after].map(({ predictedRating }) => formatStars(predictedRating ?? 0));
  return was === is
    ? t('why.withoutSame', { films, after: is })
    : t('why.without', { films, after: is, before: was });
}
