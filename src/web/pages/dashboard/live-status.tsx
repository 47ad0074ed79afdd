/** Whether the charts follow what happens, a switch for it, and, now and then, a word that they have changed. */
import { useEffect, useRef, useState } from 'react';
import { formatCount, formatTime } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Live } from './live.ts';

interface LiveStatusProps {
  live: Live;
  /** How often charts have been renewed. */
  renewals: number;
  ratings: number | undefined;
  onPause: (paused: boolean) => void;
}

/** Who listens to the page is not told more often. */
const BETWEEN_WORDS_MS = 15_000;

export function LiveStatus({ live, renewals, ratings, onPause }: LiveStatusProps) {
  const { t } = useTranslation();
  const [word, setWord] = useState('');
  const lastWord = useRef(Number.NEGATIVE_INFINITY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a word for each renewal, not for each change of a figure
  useEffect(() => {
    if (renewals === 0 || performance.now() - lastWord.current < BETWEEN_WORDS_MS) return;
    lastWord.current = performance.now();
    setWord(t('dashboard.updated', { count: formatCount(ratings ?? 0), time: formatTime(new Date()) }));
  }, [renewals]);
  return (
    <div className="live-status">
      <p className="live-status__state" data-live={live}>
        {t(`dashboard.${live}`)}
      </p>
      <button type="button" className="text-button" onClick={() => onPause(live !== 'paused')}>
        {t(live === 'paused' ? 'dashboard.resume' : 'dashboard.pause')}
      </button>
      <p className="live-status__word" role="status">
        {word}
      </p>
    </div>
  );
}
