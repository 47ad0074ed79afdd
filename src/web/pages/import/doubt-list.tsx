/** Lines of a file that may mean one film or another: for each the person says which, or none. */
import type { ImportAnswer } from '../../../api/schemas/import.ts';
import { formatRating } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { type Choices, choiceOf } from './import-choices.ts';

interface DoubtListProps {
  doubts: ImportAnswer['doubtful'];
  choices: Choices;
  onChoose: (line: number, movieId: number | null) => void;
}

export function DoubtList({ doubts, choices, onChoose }: DoubtListProps) {
  const { t } = useTranslation();
  return (
    <div>
      <h3 className="import__subtitle">{t('import.doubts', { count: doubts.length })}</h3>
      <ul className="import__doubts">
        {doubts.map((doubt) => (
          <li key={doubt.line}>
            <label className="field import__doubt">
              <span>
                <span className="import__line">{t('import.line', { line: doubt.line })}</span>{' '}
                <bdi>{doubt.title}</bdi>
                {doubt.year === null ? '' : ` (${doubt.year})`} · {formatRating(doubt.rating)} ★
              </span>
              <select
                value={choiceOf(doubt, choices) ?? ''}
                onChange={({ target: { value } }) =>
                  onChoose(doubt.line, value === '' ? null : Number(value))
                }
              >
                <option value="">{t('import.noneOfThese')}</option>
                {doubt.candidates.map(({ movieId, title, year }) => (
                  <option key={movieId} value={movieId}>
                    {`${title} (${year ?? t('movie.yearUnknown')})`}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}
