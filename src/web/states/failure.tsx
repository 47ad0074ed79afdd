/** What went wrong and what to do about it, in the place of what could not be shown. */
import { useEffect, useState } from 'react';
import { ApiError, failureKind } from '../api/api-error.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Panel } from './panel.tsx';

const NOT_READY_SECONDS = 1;
const TOO_MANY_SECONDS = 5;

interface FailureProps {
  error: unknown;
  onRetry: () => void;
  /** The heading's level where it stands. */
  level?: 1 | 2;
}

export function Failure({ error, onRetry, level = 2 }: FailureProps) {
  const { t } = useTranslation();
  const kind = failureKind(error);
  const seconds = useCountdown(waitOf(error), error, onRetry);
  const detail =
    kind === 'too-many' ? t('failure.too-manyDetail', { count: seconds ?? 0 }) : t(`failure.${kind}Detail`);
  return (
    <Panel
      level={level}
      picture={kind === 'not-ready' ? 'projector' : 'broken-reel'}
      title={t(`failure.${kind}`)}
      detail={detail}
      alert
    >
      <button type="button" className="button" onClick={onRetry}>
        {t('failure.retry')}
      </button>
    </Panel>
  );
}

/** Seconds until we ask again by ourselves; null when we do not. */
function waitOf(error: unknown): number | null {
  switch (failureKind(error)) {
    case 'not-ready':
      return NOT_READY_SECONDS;
    case 'too-many':
      return error instanceof ApiError ? (error.retryAfter ?? TOO_MANY_SECONDS) : TOO_MANY_SECONDS;
    default:
      return null;
  }
}

/** Counts down from `from` for each new `error`, then calls `onEnd`; the seconds left. */
function useCountdown(from: number | null, error: unknown, onEnd: () => void): number | null {
  const [left, setLeft] = useState(from);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each failure counts anew, though its wait may be the same
  useEffect(() => setLeft(from), [from, error]);
  useEffect(() => {
    if (left === null) return;
    const timer = setTimeout(() => (left <= 0 ? onEnd() : setLeft(left - 1)), left <= 0 ? 0 : 1_000);
    return () => clearTimeout(timer);
  }, [left, onEnd]);
  return left;
}
