/** Chooses which of two figures is taken apart. */
import { useTranslation } from '../../../i18n/use-translation.ts';

const VIEWS = ['rating', 'ranking'] as const;
export type View = (typeof VIEWS)[number];

export function WhyViews({ view, onView }: { view: View; onView: (view: View) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className="why__views">
      <legend className="visually-hidden">{t('why.views')}</legend>
      {VIEWS.map((known) => (
        <label key={known} className="why__view">
          <input
            type="radio"
            className="visually-hidden"
            name="why-view"
            checked={view === known}
            onChange={() => onView(known)}
          />
          <span>{t(`why.${known}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
