/** One film to be asked about: rate it, or say that you do not know it. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { Poster } from '../../poster/poster.tsx';
import { StarRating } from '../../rating/star-rating.tsx';
import { useRatingScale } from '../../rating/use-rating-scale.ts';
import type { Question } from './arrange-questions.ts';

interface QuestionCardProps {
  film: Question;
  onRate: (rating: number) => void;
  onUnknown: () => void;
}

export function QuestionCard({ film, onRate, onUnknown }: QuestionCardProps) {
  const { t } = useTranslation();
  const scale = useRatingScale();
  return (
    <article className="question">
      <div className="question__poster">
        <Poster movie={film} decorative />
      </div>
      <div className="question__words">
        <h2 className="question__title" dir="auto">
          {film.title}
        </h2>
        <p className="question__year">{film.year ?? t('movie.yearUnknown')}</p>
        <StarRating
          label={t('rate.heading', { film: film.title })}
          value={null}
          scale={scale}
          onRate={onRate}
        />
        <button
          type="button"
          className="text-button"
          aria-label={t('start.unknownOf', { film: film.title })}
          onClick={onUnknown}
        >
          {t('start.unknown')}
        </button>
      </div>
    </article>
  );
}
