/** The vocabulary of poster pictures: plain SVG primitives as data, drawn in a box of 200 by 190. */
import type { Palette } from './palettes.ts';
import type { Random } from './random.ts';

export const ART_WIDTH = 200;
export const ART_HEIGHT = 190;

export interface Paint {
  fill?: string;
  stroke?: string;
  strokeWidth?: number;
  strokeDasharray?: string;
  opacity?: number;
}

export type Shape =
  | ({ tag: 'circle'; cx: number; cy: number; r: number } & Paint)
  | ({ tag: 'rect'; x: number; y: number; width: number; height: number; rx?: number } & Paint)
  | ({ tag: 'path'; d: string } & Paint);

/** Draws one style's picture; the same draws of `random` give the same picture. */
export type Motif = (random: Random, palette: Palette) => Shape[];

export const circle = (cx: number, cy: number, r: number, paint: Paint): Shape => ({
  tag: 'circle',
  cx: round(cx),
  cy: round(cy),
  r: round(r),
  ...paint,
});

export const rect = (x: number, y: number, width: number, height: number, paint: Paint): Shape => ({
  tag: 'rect',
  x: round(x),
  y: round(y),
  width: round(width),
  height: round(height),
  ...paint,
});

export const path = (d: string, paint: Paint): Shape => ({ tag: 'path', d, ...paint });

/** A closed polygon through points. */
export const polygon = (points: readonly (readonly [number, number])[], paint: Paint): Shape =>
  path(`M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`, paint);

/** The numbers `0` to `count - 1`. */
export const times = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Coordinates to a tenth, so that the markup stays small. */
export const round = (value: number): number => Math.round(value * 10) / 10;
