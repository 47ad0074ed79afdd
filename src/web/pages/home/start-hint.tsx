/** Asks a person with few ratings for some more, and shows how far they have come. */

import { Link } from 'react-router';
import { Icon } from '../../app/icon.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import './start-hint.css';

/** From five ratings on, the rows lean on the person more than on everybody. */
const ENOUGH = 5;

export function StartHint({ rated }: { rated: number }) {
  const { t } = useTranslation();
  if (rated >= ENOUGH) return null;
  const progress = t('home.startProgress', { done: rated, total: ENOUGH });
  return (
    <section className="start-hint" aria-labelledby="start-hint-title">
      <div>
        <h2 id="start-hint-title" className="start-hint__title">
          {t('home.start')}
        </h2>
        <p>{t('home.startDetail', { count: ENOUGH })}</p>
      </div>
      <div className="start-hint__progress">
        <span className="start-hint__stars" aria-hidden="true">
          {Array.from({ length: ENOUGH }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: stars are their places
            <span key={index} data-done={index < rated}>
              <Icon name="star" filled={index < rated} />
            </span>
          ))}
        </span>
        <span>{progress}</span>
        <Link className="text-button" to="/start">
          {t('start.heading')}
        </Link>
      </div>
    </section>
  );
}
