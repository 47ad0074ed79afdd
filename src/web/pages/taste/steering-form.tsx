/** The sliders that steer a person's rows; each says in words what it does where it stands. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { isSteering, NO_STEERING, type Steering } from '../../taste/steering.ts';
import { SteeringSlider } from './steering-slider.tsx';

const FIRST_DECADE = 1920;

interface SteeringFormProps {
  steering: Steering;
  onSteer: (steering: Steering) => void;
}

export function SteeringForm({ steering, onSteer }: SteeringFormProps) {
  const { t } = useTranslation();
  const { popularity, novelty, diversity, era } = steering;
  const lastDecade = Math.floor(new Date().getFullYear() / 10);
  const eraWords = era === null ? t('steer.eraAny') : t('steer.eraAround', { decade: era - 5 });
  return (
    <form className="steering" onSubmit={(event) => event.preventDefault()}>
      <SteeringSlider
        name={t('steer.popularity')}
        words={t(
          popularity === 0 ? 'steer.popularityNone' : popularity > 0 ? 'steer.known' : 'steer.unknown',
        )}
        ends={[t('steer.popularityLow'), t('steer.popularityHigh')]}
        value={popularity}
        range={{ min: -1, max: 1, step: 0.25 }}
        onChange={(value) => onSteer({ ...steering, popularity: value })}
      />
      <SteeringSlider
        name={t('steer.novelty')}
        words={t(novelty === 0 ? 'steer.noveltyNone' : 'steer.noveltySome')}
        ends={[t('steer.noveltyLow'), t('steer.noveltyHigh')]}
        value={novelty}
        range={{ min: 0, max: 1, step: 0.25 }}
        onChange={(value) => onSteer({ ...steering, novelty: value })}
      />
      <SteeringSlider
        name={t('steer.diversity')}
        words={t(diversity === 0 ? 'steer.diversityNone' : 'steer.diversitySome')}
        ends={[t('steer.diversityLow'), t('steer.diversityHigh')]}
        value={diversity}
        range={{ min: 0, max: 1, step: 0.25 }}
        onChange={(value) => onSteer({ ...steering, diversity: value })}
      />
      <SteeringSlider
        name={t('steer.era')}
        words={eraWords}
        ends={[t('steer.eraLow'), t('steer.eraHigh')]}
        value={era === null ? FIRST_DECADE / 10 - 1 : Math.floor(era / 10)}
        range={{ min: FIRST_DECADE / 10 - 1, max: lastDecade, step: 1 }}
        onChange={(value) => onSteer({ ...steering, era: value < FIRST_DECADE / 10 ? null : value * 10 + 5 })}
      />
      <button
        type="button"
        className="text-button"
        disabled={!isSteering(steering)}
        onClick={() => onSteer(NO_STEERING)}
      >
        {t('steer.reset')}
      </button>
    </form>
  );
}
