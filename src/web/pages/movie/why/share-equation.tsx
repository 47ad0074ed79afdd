/** The sum behind a score in one line: everybody's view, the ratings named below, all the others, and what they make. */
import { formatShare } from '../../../i18n/format.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import type { ShareSum } from './sum-shares.ts';

interface ShareEquationProps {
  sum: ShareSum;
  unit: 'stars' | 'percent';
  /** The predicted rating as it is shown, on the scale of the data. */
  clipped: number | null;
}

/** From this difference on the rating was more than the scale has. */
const CLIPPED_FROM = 0.005;

export function ShareEquation({ sum, unit, clipped }: ShareEquationProps) {
  const { t } = useTranslation();
  const terms = [
    ...(sum.base === 0 ? [] : [{ key: 'base', value: sum.base, text: t('why.base') }]),
    { key: 'named', value: sum.named, text: t('why.named', { count: sum.contributions.length }) },
    ...(sum.otherCount === 0
      ? []
      : [{ key: 'others', value: sum.others, text: t('why.others', { count: sum.otherCount }) }]),
  ];
  const beyond = unit === 'stars' && clipped !== null && Math.abs(sum.total - clipped) > CLIPPED_FROM;
  return (
    <>
      <dl className="equation">
        {terms.map(({ key, value, text }, index) => (
          <div key={key} className="equation__term">
            <dd>{formatShare(value, 2, unit, index > 0)}</dd>
            <dt>{text}</dt>
          </div>
        ))}
        <div className="equation__term equation__term--sum">
          <dd>= {formatShare(sum.total, unit === 'stars' ? 2 : 0, unit, false)}</dd>
          <dt>{t(unit === 'stars' ? 'movie.predictedLabel' : 'why.wholeScore')}</dt>
        </div>
      </dl>
      {beyond ? <p className="why__note">{t('why.clipped')}</p> : null}
    </>
  );
}
