/** What a person keeps out of their rows: to be let in again. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { useReact } from '../../reactions/use-react.ts';
import { ListedFilm } from './listed-film.tsx';
import { OpinionsList } from './opinions-list.tsx';

export function HiddenPage({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const { judge } = useReact(userId);
  return (
    <OpinionsList
      userId={userId}
      list="hidden"
      belongs={({ verdict }) => verdict === 'hide' || verdict === 'dislike'}
    >
      {(film, { verdict }) => (
        <ListedFilm movie={film} fact={t(verdict === 'hide' ? 'hidden.hide' : 'hidden.dislike')}>
          <button
            type="button"
            className="text-button rated__again"
            aria-label={t('hidden.showOf', { film: film.title })}
            onClick={() => {
              if (verdict !== null) judge(film, verdict);
            }}
          >
            {t('hidden.show')}
          </button>
        </ListedFilm>
      )}
    </OpinionsList>
  );
}
