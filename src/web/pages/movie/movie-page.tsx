/** One film: what it is, what we think of it for the person, what they think of it, and films like it. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { Link, useParams } from 'react-router';
import type { MovieAnswer } from '../../../api/schemas/movie.ts';
import { failureKind } from '../../api/api-error.ts';
import { movieQuery } from '../../api/queries.ts';
import { postInteraction } from '../../api/routes.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { genreName } from '../../i18n/genre-name.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { posterPalette } from '../../poster/design.ts';
import { longestWord } from '../../poster/longest-word.ts';
import { Poster } from '../../poster/poster.tsx';
import { RateFilm } from '../../rating/rate-film.tsx';
import { ReactionButtons } from '../../reactions/reaction-buttons.tsx';
import { useSession } from '../../session/person.ts';
import { Failure } from '../../states/failure.tsx';
import { Panel } from '../../states/panel.tsx';
import { paint } from '../../styles/paint.ts';
import { MovieFigures } from './movie-figures.tsx';
import { MovieSkeleton } from './movie-skeleton.tsx';
import { SimilarMovies } from './similar-movies.tsx';
import './movie-page.css';

/** Below the film: it travels once the film is there. */
const WhySection = lazy(async () => ({ default: (await import('./why/why-section.tsx')).WhySection }));

export function MoviePage() {
  const { movieId: text = '' } = useParams();
  const movieId = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null;
  return movieId === null ? <UnknownMovie /> : <KnownMovie key={movieId} movieId={movieId} />;
}

function KnownMovie({ movieId }: { movieId: number }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery(movieQuery(movieId));
  usePageTitle(data?.title ?? (isPending ? t('app.loading') : t('movie.unknown')));
  if (isPending) return <MovieSkeleton />;
  if (data !== undefined) return <MovieDetails movie={data} />;
  if (failureKind(error) === 'not-found') return <UnknownMovie />;
  return <Failure level={1} error={error} onRetry={() => void refetch()} />;
}

function MovieDetails({ movie }: { movie: MovieAnswer }) {
  const { t } = useTranslation();
  const { userId } = useSession();
  const { colours } = posterPalette(movie);
  useEffect(() => {
    if (userId === null) return;
    // Losing a view changes nothing for the person, so a failure is let go.
    postInteraction({ userId, movieId: movie.movieId, type: 'view' }).catch(() => undefined);
  }, [userId, movie.movieId]);
  return (
    <div className="movie-page">
      <article
        className="movie"
        style={paint({ '--glow': colours[0], '--longest': longestWord(movie.title) })}
      >
        <div className="movie__poster">
          <Poster movie={movie} />
        </div>
        <div className="movie__words">
          <h1 className="page-heading movie__title" data-length={lengthOf(movie.title)} dir="auto">
            {movie.title}
          </h1>
          <ul className="movie__tags">
            <li>{movie.year ?? t('movie.yearUnknown')}</li>
            {movie.genres.map((genre) => (
              <li key={genre}>
                <Link to={`/search?genre=${encodeURIComponent(genre)}`}>{genreName(genre, t)}</Link>
              </li>
            ))}
          </ul>
          <MovieFigures movie={movie} userId={userId} />
          {userId === null ? (
            <Link className="button" to="/people">
              {t('movie.signIn')}
            </Link>
          ) : (
            <section className="movie__opinion" aria-labelledby="opinion-title">
              <h2 id="opinion-title" className="movie__subtitle">
                {t('rate.title')}
              </h2>
              <RateFilm userId={userId} movie={movie} />
              <ReactionButtons userId={userId} movie={movie} />
            </section>
          )}
        </div>
      </article>
      {userId === null ? null : (
        <Suspense>
          <WhySection key={userId} movieId={movie.movieId} userId={userId} />
        </Suspense>
      )}
      <SimilarMovies movieId={movie.movieId} userId={userId} />
    </div>
  );
}

/** How large a title may be set. */
function lengthOf(title: string): 'short' | 'long' | 'endless' {
  if (title.length > 110) return 'endless';
  return title.length > 34 ? 'long' : 'short';
}

function UnknownMovie() {
  const { t } = useTranslation();
  usePageTitle(t('movie.unknown'));
  return (
    <Panel level={1} picture="broken-reel" title={t('movie.unknown')} detail={t('movie.unknownDetail')}>
      <Link className="button" to="/search">
        {t('search.heading')}
      </Link>
    </Panel>
  );
}
