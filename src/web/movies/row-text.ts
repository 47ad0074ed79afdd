/** The words of rows and reasons, in the reader's language: the server sends what they are about. */
import type { TFunction } from 'i18next';
import type { ReasonAnswer, RowsAnswer } from '../../api/schemas/recommendation.ts';
import { formatRating } from '../i18n/format.ts';
import { genreName } from '../i18n/genre-name.ts';

export type Row = RowsAnswer['rows'][number];

export function rowTitle(row: Row, t: TFunction): string {
  switch (row.kind) {
    case 'because':
      return row.movieTitle === undefined ? row.title : t('row.because', { film: row.movieTitle });
    case 'new-genre':
      return row.genre === undefined ? row.title : t('row.new-genre', { genre: genreName(row.genre, t) });
    case 'for-you':
    case 'popular':
    case 'hidden-gems':
      return t(`row.${row.kind}`);
  }
}

export function rowDetail(row: Row, t: TFunction): string {
  return t(`row.${row.kind}Detail`);
}

export function reasonText(reason: ReasonAnswer, t: TFunction): string {
  switch (reason.kind) {
    case 'similar':
      return reason.title === undefined ? reason.text : t('reason.similar', { film: reason.title });
    case 'genre':
      return reason.genre === undefined
        ? reason.text
        : t('reason.genre', { genre: genreName(reason.genre, t) });
    case 'popular':
      return reason.ratings === undefined || reason.meanRating === undefined
        ? reason.text
        : t('reason.popular', { count: reason.ratings, mean: formatRating(reason.meanRating, 'computed') });
    case 'content':
      return t('reason.content');
  }
}
