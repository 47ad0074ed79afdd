/** By which rule the wishes of several become one list, and what that means for them. */
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Rule } from './company.ts';

const RULES = ['least-misery', 'average'] as const satisfies readonly Rule[];

export function RulePicker({ rule, onChoose }: { rule: Rule; onChoose: (rule: Rule) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className="rules">
      <legend className="visually-hidden">{t('together.rule')}</legend>
      {RULES.map((known) => (
        <label key={known} className="rules__rule">
          <input
            type="radio"
            className="rules__radio"
            name="together-rule"
            checked={rule === known}
            onChange={() => onChoose(known)}
          />
          <span>
            <strong>{t(`together.${known}`)}</strong>
            <span className="rules__words">{t(`together.${known}Detail`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
