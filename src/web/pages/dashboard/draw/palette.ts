/** The colours of charts: those of the style sheet as they are now. */
import { useSyncExternalStore } from 'react';
import { useTheme } from '../../../theme/theme.ts';

export interface Palette {
  ink: string;
  inkSoft: string;
  line: string;
  surface: string;
  mark: string;
  /** Of what there is least of, where colour tells how much. */
  least: string;
  font: string;
}

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');

function followSystem(listener: () => void): () => void {
  darkSystem.addEventListener('change', listener);
  return () => darkSystem.removeEventListener('change', listener);
}

/** Reads the colours again when the theme changes, or the system's does. */
export function usePalette(): Palette {
  useTheme();
  useSyncExternalStore(followSystem, () => darkSystem.matches);
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: read('--ink'),
    inkSoft: read('--ink-soft'),
    line: read('--line'),
    surface: read('--surface'),
    mark: read('--velvet'),
    least: read('--surface-sunk'),
    font: read('--font-text'),
  };
}
