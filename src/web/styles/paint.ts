/** Hands values to the style sheet as custom properties: the one place that names them to React. */
import type { CSSProperties } from 'react';

export function paint(values: Readonly<Record<`--${string}`, string | number>>): CSSProperties {
  return values;
}
