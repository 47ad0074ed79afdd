/** Designs the poster of a film from its title, year and genres alone: no picture is asked of anybody. */
import { leadingGenre } from './genre-family.ts';
import { PALETTES, type Palette } from './palettes.ts';
import { hashText, seededRandom } from './random.ts';
import { type SetTitle, setTitle } from './set-title.ts';
import type { Shape } from './shape.ts';
import { type Setting, STYLES } from './styles.ts';
import { TYPEFACES, type Typeface } from './typefaces.ts';

export const POSTER_WIDTH = 200;
export const POSTER_HEIGHT = 300;

const MARGIN = 15;
const CREDIT_HEIGHT = 16;

/** What a poster is made from. */
export interface PosterSubject {
  title: string;
  year: number | null;
  genres: readonly string[];
}

export interface PosterDesign {
  palette: Palette;
  setting: Setting;
  typeface: Typeface;
  shapes: Shape[];
  /** Where the picture lies. */
  art: { x: number; y: number; width: number; height: number; mirrored: boolean };
  title: SetTitle & { x: number; firstBaseline: number; anchor: 'start' | 'middle' };
  credit: { y: number; genre: string | null; year: number | null };
}

/** The poster of a film: the same subject always gives the same design. */
export function designPoster(subject: PosterSubject): PosterDesign {
  const { family, genre } = leadingGenre(subject.genres);
  const random = seededRandom(hashText(`${subject.title}\u0000${subject.year ?? ''}`));
  const style = STYLES[family];
  const palette = random.pick(PALETTES[family]);
  const setting = random.pick(style.settings);
  const motif = random.pick(style.motifs);
  const anchor = random.pick(['start', 'middle'] as const);
  const mirrored = random.chance(0.5);
  const shapes = motif(random, palette);
  return {
    palette,
    setting,
    typeface: style.typeface,
    shapes,
    art: { ...ART[setting], mirrored },
    ...placeText(subject, setting, style.typeface, anchor),
    credit: { y: setting === 'above' ? 103 : POSTER_HEIGHT - 13, genre, year: subject.year },
  };
}

/** The palette alone, for what stands around a poster. */
export function posterPalette(subject: PosterSubject): Palette {
  const random = seededRandom(hashText(`${subject.title}\u0000${subject.year ?? ''}`));
  return random.pick(PALETTES[leadingGenre(subject.genres).family]);
}

const ART: Readonly<Record<Setting, { x: number; y: number; width: number; height: number }>> = {
  below: { x: 0, y: 0, width: 200, height: 190 },
  above: { x: 0, y: 110, width: 200, height: 190 },
  framed: { x: MARGIN, y: MARGIN, width: 170, height: 161.5 },
};

function placeText(
  subject: PosterSubject,
  setting: Setting,
  typeface: Typeface,
  anchor: 'start' | 'middle',
): Pick<PosterDesign, 'title'> {
  const top = setting === 'above' ? MARGIN : ART[setting].y + ART[setting].height + 10;
  const bottom = setting === 'above' ? 92 : POSTER_HEIGHT - MARGIN - CREDIT_HEIGHT + 2;
  const title = setTitle(subject.title, typeface, {
    width: POSTER_WIDTH - 2 * MARGIN,
    height: bottom - top,
  });
  const used = title.lines.length * title.leading;
  const slack = bottom - top - used;
  const rise = TYPEFACES[typeface].leading > 1.1 ? 0.95 : 0.84;
  return {
    title: {
      ...title,
      anchor,
      x: anchor === 'middle' ? POSTER_WIDTH / 2 : title.rightToLeft ? POSTER_WIDTH - MARGIN : MARGIN,
      firstBaseline: top + slack / 2 + title.size * rise,
    },
  };
}
