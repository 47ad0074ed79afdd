/** What a file holds, before any of it is kept: how much was found, the doubts to settle, and what is not here. */
import { useState } from 'react';
import type { ImportAnswer } from '../../../api/schemas/import.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { DoubtList } from './doubt-list.tsx';
import { type Choices, type NewRating, ratingsOf } from './import-choices.ts';

interface ImportReviewProps {
  answer: ImportAnswer;
  busy: boolean;
  onAdd: (ratings: NewRating[]) => void;
}

export function ImportReview({ answer, busy, onAdd }: ImportReviewProps) {
  const { t } = useTranslation();
  const [choices, setChoices] = useState<Choices>(new Map());
  const { matched, doubtful, unmatched } = answer;
  const ratings = ratingsOf(answer, choices);
  return (
    <section className="import__review" aria-labelledby="import-found">
      <div role="status">
        <h2 id="import-found" className="movie-row__title">
          {t('import.found', { count: matched.length, format: t(`import.${answer.format}`) })}
        </h2>
      </div>
      {doubtful.length === 0 ? null : (
        <DoubtList
          doubts={doubtful}
          choices={choices}
          onChoose={(line, movieId) => setChoices(new Map(choices).set(line, movieId))}
        />
      )}
      {unmatched.length === 0 ? null : (
        <details className="import__unmatched">
          <summary>{t('import.unmatched', { count: unmatched.length })}</summary>
          <ul>
            {unmatched.map(({ line, title, year, reason }) => (
              <li key={line}>
                <span className="import__line">{t('import.line', { line })}</span> <bdi>{title}</bdi>
                {year === null ? '' : ` (${year})`} · {t(`import.${reason}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="import__add">
        <button
          type="button"
          className="button"
          disabled={busy || ratings.length === 0}
          onClick={() => onAdd(ratings)}
        >
          {t(busy ? 'import.adding' : 'import.add', { count: ratings.length })}
        </button>
        <p>{t('import.replace')}</p>
      </div>
    </section>
  );
}
