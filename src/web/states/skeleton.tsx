/** What a page looks like before its films have come; says so when it takes long. */
import { useEffect, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import './skeleton.css';

const SLOW_MILLISECONDS = 4_000;
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

export function RowsSkeleton({ rows = 3 }: { rows?: number }) {
  return (
    <Waiting>
      {times(rows).map((row) => (
        <div key={row} className="skeleton-row">
          <div className="skeleton skeleton--heading" />
          <div className="skeleton-row__posters">
            {times(9).map((poster) => (
              <PosterSkeleton key={poster} />
            ))}
          </div>
        </div>
      ))}
    </Waiting>
  );
}

export function GridSkeleton({ count = 18 }: { count?: number }) {
  return (
    <Waiting>
      <div className="movie-grid">
        {times(count).map((poster) => (
          <PosterSkeleton key={poster} />
        ))}
      </div>
    </Waiting>
  );
}

function PosterSkeleton() {
  return (
    <div>
      <div className="skeleton skeleton--poster" />
      <div className="skeleton skeleton--line" />
    </div>
  );
}

/** Wraps placeholders: one polite word for those who cannot see them, and a sentence after some seconds. */
export function Waiting({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MILLISECONDS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="waiting">
      <p role="status" className={slow ? 'waiting__slow' : 'visually-hidden'}>
        {slow ? t('app.slow') : t('app.loading')}
      </p>
      <div aria-hidden="true" className="waiting__shapes">
        {children}
      </div>
    </div>
  );
}
