/**
 * Rates in stars: a group of radio buttons, one for each value, so that arrow keys, touch and screen readers work as
 * they do everywhere. A pointer commits at once; the keyboard once it has come to rest, or leaves.
 */
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { formatRating } from '../i18n/format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Star } from './star.tsx';
import { type RatingScale, starFill, starValues } from './star-values.ts';
import './star-rating.css';

const KEYBOARD_REST_MILLISECONDS = 600;

interface StarRatingProps {
  label: string;
  value: number | null;
  scale: RatingScale;
  onRate: (value: number) => void;
}

export function StarRating({ label, value, scale, onRate }: StarRatingProps) {
  const { t } = useTranslation();
  const name = useId();
  const [hovered, setHovered] = useState<number | null>(null);
  const { draft, change, commit } = useDraft(value, onRate);
  const byKeys = useRef(false);
  const shown = hovered ?? draft ?? 0;
  const maximum = Math.ceil(scale.maximum);
  return (
    <fieldset
      className="star-rating"
      onPointerLeave={() => setHovered(null)}
      onBlur={commit}
      onPointerDown={() => {
        byKeys.current = false;
      }}
      onKeyDown={(event) => {
        byKeys.current = true;
        if (event.key === 'Enter') commit();
      }}
    >
      <legend className="visually-hidden">{label}</legend>
      <div className="star-rating__stars">
        {Array.from({ length: maximum }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: stars are their places
          <span key={index} className="star-rating__star">
            <Star fill={starFill(shown, index)} />
            {starValues(scale)
              .filter((each) => Math.ceil(each) === index + 1)
              .map((each) => (
                <label
                  key={each}
                  className="star-rating__value"
                  onPointerEnter={(event) => {
                    if (event.pointerType === 'mouse') setHovered(each);
                  }}
                >
                  <span className="visually-hidden">
                    {t('rate.value', { value: formatRating(each), maximum })}
                  </span>
                  <input
                    type="radio"
                    className="visually-hidden"
                    name={name}
                    value={each}
                    checked={draft === each}
                    onChange={() => change(each, byKeys.current ? KEYBOARD_REST_MILLISECONDS : 0)}
                  />
                </label>
              ))}
          </span>
        ))}
      </div>
    </fieldset>
  );
}

/** The value on its way: shown at once, handed on at once or after a rest. */
function useDraft(value: number | null, onRate: (value: number) => void) {
  const [draft, setDraft] = useState(value);
  const waiting = useRef<{ value: number; timer: ReturnType<typeof setTimeout> } | null>(null);
  const latestOnRate = useRef(onRate);
  useEffect(() => {
    latestOnRate.current = onRate;
  });
  useEffect(() => {
    if (waiting.current === null) setDraft(value);
  }, [value]);
  const commit = useCallback(() => {
    if (waiting.current === null) return;
    clearTimeout(waiting.current.timer);
    const { value: chosen } = waiting.current;
    waiting.current = null;
    latestOnRate.current(chosen);
  }, []);
  useEffect(() => commit, [commit]);
  const change = (next: number, restMilliseconds: number) => {
    if (waiting.current !== null) clearTimeout(waiting.current.timer);
    setDraft(next);
    waiting.current = { value: next, timer: setTimeout(commit, restMilliseconds) };
  };
  return { draft, change, commit };
}
