/** Says, to those who cannot see the rows move, that they are learning and have changed. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import './learning-status.css';

interface LearningStatusProps {
  learning: boolean;
  /** Changes whenever new rows have come. */
  version: number;
}

export function LearningStatus({ learning, version }: LearningStatusProps) {
  const { t } = useTranslation();
  const first = useRef(version);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (first.current === 0) first.current = version;
    else if (version !== first.current) setChanged(true);
  }, [version]);
  return (
    <>
      <div className="learning" data-learning={learning} aria-hidden="true" />
      <p className="visually-hidden" role="status">
        {learning ? t('home.learning') : changed ? t('home.learned') : ''}
      </p>
    </>
  );
}
