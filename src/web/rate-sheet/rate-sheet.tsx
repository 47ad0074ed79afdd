/** Rates a film from anywhere: a sheet from below on a phone, a dialog in the middle elsewhere. */
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { Icon } from '../app/icon.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { MovieFacts } from '../movies/movie-facts.tsx';
import { Poster } from '../poster/poster.tsx';
import { RateFilm } from '../rating/rate-film.tsx';
import { ReactionButtons } from '../reactions/reaction-buttons.tsx';
import type { SheetSubject } from './rate-sheet-context.ts';
import './rate-sheet.css';

interface RateSheetProps {
  subject: SheetSubject;
  userId: string;
  onClose: () => void;
}

export function RateSheet({ subject: { movie, attribution }, userId, onClose }: RateSheetProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself
    <dialog
      ref={dialog}
      className="rate-sheet"
      aria-labelledby="rate-sheet-title"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) close();
      }}
    >
      <div className="rate-sheet__body">
        <div className="rate-sheet__poster">
          <Poster movie={movie} decorative />
        </div>
        <div className="rate-sheet__film">
          <h2 id="rate-sheet-title" className="rate-sheet__title" dir="auto">
            {movie.title}
          </h2>
          <MovieFacts movie={movie} />
        </div>
        <button
          type="button"
          className="icon-button rate-sheet__close"
          aria-label={t('rate.close')}
          onClick={close}
        >
          <Icon name="close" />
        </button>
        <div className="rate-sheet__actions">
          <RateFilm userId={userId} movie={movie} />
          <ReactionButtons userId={userId} movie={movie} attribution={attribution} onHide={close} />
          <Link className="text-button" to={`/film/${movie.movieId}`} onClick={close}>
            {t('rate.details')}
            <Icon name="forward" />
          </Link>
        </div>
      </div>
    </dialog>
  );
}
