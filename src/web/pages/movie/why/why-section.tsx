/**
 * Why this film: the predicted rating and the ranking value, each taken apart exactly over the person's own ratings, and
 * what they would be without any of these. Asking "what if" changes nothing of theirs.
 */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { explanationQuery } from '../../../api/queries.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { Failure } from '../../../states/failure.tsx';
import { Waiting } from '../../../states/skeleton.tsx';
import { ShareBars } from './share-bars.tsx';
import { ShareEquation } from './share-equation.tsx';
import { type Contribution, sumShares } from './sum-shares.ts';
import { WhatIf } from './what-if.tsx';
import { type View, WhyViews } from './why-views.tsx';
import './why-section.css';

export function WhySection({ movieId, userId }: { movieId: number; userId: string }) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('rating');
  const [leftOut, setLeftOut] = useState<readonly Contribution[]>([]);
  const without = leftOut.map((contribution) => contribution.movieId).toSorted((a, b) => a - b);
  const all = useQuery(explanationQuery(userId, movieId, []));
  const asked = useQuery({
    ...explanationQuery(userId, movieId, without),
    placeholderData: keepPreviousData,
  });
  const unit = view === 'rating' ? 'stars' : 'percent';
  const explained = asked.data?.explanation[view === 'rating' ? 'predictedRating' : 'score'] ?? null;
  const sum = explained === null ? null : sumShares(explained, unit);
  const personal = sum !== null && (sum.contributions.length > 0 || leftOut.length > 0);
  return (
    <section className="why" aria-labelledby="why-title">
      <header className="why__header">
        <div>
          <h2 id="why-title" className="movie-row__title">
            {t('why.title')}
          </h2>
          <p className="movie-row__detail">
            {asked.data !== undefined && !personal ? t('why.nothing') : t(`why.${view}Lead`)}
          </p>
        </div>
        {personal ? <WhyViews view={view} onView={setView} /> : null}
      </header>
      {asked.isPending ? (
        <Waiting>
          <div className="skeleton why__waiting" />
        </Waiting>
      ) : null}
      {asked.isError && asked.data === undefined ? (
        <Failure error={asked.error} onRetry={() => void asked.refetch()} />
      ) : null}
      {sum === null || !personal || asked.data === undefined || all.data === undefined ? null : (
        <div className="why__body" data-stale={asked.isPlaceholderData}>
          <WhatIf
            view={view}
            before={all.data}
            after={asked.data}
            leftOut={leftOut}
            onUse={(film) => setLeftOut(leftOut.filter((other) => other !== film))}
            onUseAll={() => setLeftOut([])}
          />
          <ShareEquation sum={sum} unit={unit} clipped={asked.data.predictedRating} />
          <ShareBars sum={sum} unit={unit} onLeaveOut={(film) => setLeftOut([...leftOut, film])} />
        </div>
      )}
    </section>
  );
}
