/** The taste as a picture: genres and decades, by how much is rated and how it is liked, each with its figures. */
import { formatCount, formatRating } from '../../i18n/format.ts';
import { genreName } from '../../i18n/genre-name.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { OwnRating } from '../../rating/rating-change.ts';
import { paint } from '../../styles/paint.ts';
import { loveOf, TasteFlower } from './taste-flower.tsx';
import { type TasteGroup, tastePicture } from './taste-picture.ts';

export function TasteSection({ ratings }: { ratings: readonly OwnRating[] }) {
  const { t } = useTranslation();
  const { mean, genres, decades } = tastePicture(ratings);
  return (
    <section className="taste-picture" aria-labelledby="taste-picture-title">
      <header>
        <h2 id="taste-picture-title" className="movie-row__title">
          {t('taste.picture')}
        </h2>
        <p className="movie-row__detail">
          {t('taste.pictureDetail', { mean: formatRating(mean, 'computed') })}
        </p>
      </header>
      <div className="taste-picture__genres">
        <TasteFlower genres={genres} />
        <Bars
          title={t('taste.genres')}
          groups={genres.map((group) => ({ ...group, key: genreName(group.key, t) }))}
        />
        <Bars
          title={t('taste.decades')}
          groups={decades.map((group) => ({ ...group, key: t('taste.decade', { decade: group.key }) }))}
        />
      </div>
    </section>
  );
}

function Bars({ title, groups }: { title: string; groups: readonly TasteGroup<string>[] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...groups.map(({ count }) => count));
  return (
    <div className="taste-bars">
      <h3 className="taste-bars__title">{title}</h3>
      <ul className="taste-bars__list">
        {groups.map(({ key, count, mean, above }) => (
          <li key={key} className="taste-bars__row">
            <span className="taste-bars__name">{key}</span>
            <span
              className="taste-bars__bar"
              aria-hidden="true"
              style={paint({ '--length': count / most, '--love': loveOf(above) })}
            />
            <span className="taste-bars__figure">
              {count === 0
                ? t('taste.noneRated')
                : t('taste.figure', {
                    count,
                    films: formatCount(count),
                    mean: formatRating(mean, 'computed'),
                  })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
