/** A film's designed poster, as one SVG picture. */
import { createElement, memo } from 'react';
import { genreName } from '../i18n/genre-name.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { designPoster, POSTER_HEIGHT, POSTER_WIDTH, type PosterSubject } from './design.ts';
import './poster.css';
import { ART_HEIGHT, ART_WIDTH } from './shape.ts';
import { TYPEFACES } from './typefaces.ts';

interface PosterProps {
  movie: PosterSubject;
  /** True where the film's name stands beside the poster as text: the picture then says nothing of its own. */
  decorative?: boolean;
}

function DesignedPoster({ movie, decorative = false }: PosterProps) {
  const { t } = useTranslation();
  const { palette, shapes, art, title, credit, typeface } = designPoster(movie);
  const face = TYPEFACES[typeface];
  const label = movie.year === null ? movie.title : `${movie.title} (${movie.year})`;
  const creditLine = [credit.genre === null ? null : genreName(credit.genre, t), credit.year]
    .filter((part) => part !== null)
    .join('  ·  ');
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: labelled as a picture, or hidden where its film is named in text
    <svg
      className="poster"
      viewBox={`0 0 ${POSTER_WIDTH} ${POSTER_HEIGHT}`}
      {...(decorative
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': t('poster.label', { film: label }) })}
      focusable="false"
    >
      <rect width={POSTER_WIDTH} height={POSTER_HEIGHT} fill={palette.ground} />
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: a part of the picture around it */}
      <svg {...box(art)} viewBox={`0 0 ${ART_WIDTH} ${ART_HEIGHT}`}>
        <g transform={art.mirrored ? `translate(${ART_WIDTH} 0) scale(-1 1)` : undefined}>
          {shapes.map(({ tag, ...attributes }, index) => createElement(tag, { key: index, ...attributes }))}
        </g>
      </svg>
      <text
        className={`poster__title poster__title--${typeface}`}
        fill={palette.ink}
        fontSize={title.size}
        fontWeight={face.weight}
        textAnchor={title.anchor}
        direction={title.rightToLeft ? 'rtl' : 'ltr'}
      >
        {title.lines.map((line, index) => (
          <tspan
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a title never change their order
            key={index}
            x={title.x}
            y={title.firstBaseline + index * title.leading}
          >
            {line}
          </tspan>
        ))}
      </text>
      <text
        className="poster__credit"
        fill={palette.ink}
        x={title.x}
        y={credit.y}
        textAnchor={title.anchor === 'start' && title.rightToLeft ? 'end' : title.anchor}
      >
        {creditLine}
      </text>
    </svg>
  );
}

/** New answers bring the same films as new objects: a poster is drawn again only when what it is made from changed. */
export const Poster = memo(
  DesignedPoster,
  (before, after) =>
    before.decorative === after.decorative &&
    before.movie.title === after.movie.title &&
    before.movie.year === after.movie.year &&
    before.movie.genres.join('|') === after.movie.genres.join('|'),
);

function box({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return { x, y, width, height };
}
