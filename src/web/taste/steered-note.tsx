/** Says on home that the rows are steered, and leads to where that is changed. */
import { Link } from 'react-router';
import { Icon } from '../app/icon.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { isSteering, useSteering } from './steering.ts';
import './steered-note.css';

export function SteeredNote({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const steered = isSteering(useSteering(userId));
  return (
    <Link className="steered-note" to="/taste">
      <Icon name="sliders" />
      {t(steered ? 'steer.on' : 'steer.off')}
    </Link>
  );
}
