/** Which pictures, typeface and setting each genre family's posters may have. */
import type { GenreFamily } from './genre-family.ts';
import { drips, embrace, keyhole, record, smile, teeth, vertigo } from './motifs/figures.ts';
import { mesas, night, peaks, planet, waves } from './motifs/landscapes.ts';
import {
  arches,
  blinds,
  blocks,
  bounce,
  contactSheet,
  fingerprint,
  leader,
  searchlights,
  slashes,
  windowLight,
} from './motifs/patterns.ts';
import { confetti, eclipse, orbits, petals, skyline, steps, target } from './motifs/rhythms.ts';
import type { Motif } from './shape.ts';
import type { Typeface } from './typefaces.ts';

/** Where the title stands: under the picture, above it, or under a framed picture. */
export type Setting = 'below' | 'above' | 'framed';

export interface PosterStyle {
  motifs: readonly [Motif, ...Motif[]];
  typeface: Typeface;
  settings: readonly [Setting, ...Setting[]];
}

export const STYLES: Readonly<Record<GenreFamily, PosterStyle>> = {
  noir: { motifs: [blinds], typeface: 'condensed', settings: ['below'] },
  western: { motifs: [mesas], typeface: 'typewriter', settings: ['above'] },
  horror: { motifs: [teeth, drips], typeface: 'typewriter', settings: ['below'] },
  animation: { motifs: [bounce], typeface: 'rounded', settings: ['below', 'above'] },
  musical: { motifs: [record], typeface: 'rounded', settings: ['below', 'above'] },
  'sci-fi': { motifs: [planet, orbits, eclipse], typeface: 'grotesque', settings: ['below', 'above'] },
  war: { motifs: [searchlights, slashes], typeface: 'condensed', settings: ['above', 'framed'] },
  fantasy: { motifs: [night], typeface: 'serif', settings: ['above', 'framed'] },
  documentary: { motifs: [contactSheet], typeface: 'grotesque', settings: ['below', 'above'] },
  mystery: { motifs: [keyhole, vertigo], typeface: 'serif', settings: ['below', 'framed'] },
  children: { motifs: [blocks], typeface: 'rounded', settings: ['below', 'above', 'framed'] },
  crime: { motifs: [fingerprint, skyline, target], typeface: 'typewriter', settings: ['below', 'above'] },
  romance: { motifs: [embrace, petals, waves], typeface: 'serif', settings: ['below', 'above'] },
  thriller: {
    motifs: [vertigo, steps, skyline],
    typeface: 'condensed',
    settings: ['below', 'above', 'framed'],
  },
  adventure: { motifs: [peaks], typeface: 'condensed', settings: ['above'] },
  action: { motifs: [slashes, target], typeface: 'condensed', settings: ['below', 'above'] },
  comedy: {
    motifs: [smile, confetti, arches],
    typeface: 'grotesque',
    settings: ['below', 'above', 'framed'],
  },
  drama: {
    motifs: [waves, arches, windowLight, steps],
    typeface: 'serif',
    settings: ['below', 'above', 'framed'],
  },
  other: { motifs: [leader], typeface: 'grotesque', settings: ['below', 'framed'] },
};
