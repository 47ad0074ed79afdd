/** One slider: its name, what it does where it stands, and what its ends are. */
import { useId } from 'react';

interface SteeringSliderProps {
  name: string;
  words: string;
  ends: readonly [string, string];
  value: number;
  range: { min: number; max: number; step: number };
  onChange: (value: number) => void;
}

export function SteeringSlider({ name, words, ends, value, range, onChange }: SteeringSliderProps) {
  const id = useId();
  return (
    <div className="steering__control">
      <label className="steering__name" htmlFor={id}>
        {name}
      </label>
      <p className="steering__words">{words}</p>
      <input
        id={id}
        type="range"
        className="steering__slider"
        {...range}
        value={value}
        aria-valuetext={words}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <p className="steering__ends" aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
    </div>
  );
}
