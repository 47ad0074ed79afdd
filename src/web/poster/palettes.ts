/** The colours of each poster style. `ink` is read on `ground`: at least 7 to 1, which a test holds us to. */
import type { GenreFamily } from './genre-family.ts';

export interface Palette {
  ground: string;
  ink: string;
  /** Three colours of the picture, the strongest first. */
  colours: readonly [string, string, string];
}

const palette = (ground: string, ink: string, ...colours: [string, string, string]): Palette => ({
  ground,
  ink,
  colours,
});

export const PALETTES: Readonly<Record<GenreFamily, readonly [Palette, ...Palette[]]>> = {
  noir: [
    palette('#0e0f12', '#f2efe6', '#f2efe6', '#8b8f98', '#c9a227'),
    palette('#15110d', '#f6e7c8', '#f6e7c8', '#8a7453', '#d8432f'),
    palette('#0c1418', '#e4f0ee', '#e4f0ee', '#5f7d83', '#e9b44c'),
  ],
  western: [
    palette('#f4c877', '#3a150c', '#d1481f', '#8f2a14', '#f9e3ac'),
    palette('#f2a65a', '#2b0f14', '#772014', '#b33f1e', '#fbe5b6'),
    palette('#e9d8b4', '#37200f', '#c4672d', '#6f3a1b', '#f3b63f'),
  ],
  horror: [
    palette('#12060a', '#ffe9e2', '#c9122f', '#6d0a1c', '#ff5a4f'),
    palette('#0a1210', '#e4ffe9', '#3fa66b', '#123d2c', '#d7f171'),
    palette('#170b24', '#f7e8ff', '#8b2fc9', '#3f1263', '#ff4d6d'),
  ],
  animation: [
    palette('#ffd23f', '#2b1a4e', '#ee4266', '#3bceac', '#540d6e'),
    palette('#3db5f7', '#06142b', '#ffe156', '#ff5c8a', '#ffffff'),
    palette('#ff9b85', '#3a0f1d', '#5b2a86', '#60d394', '#ffee93'),
    palette('#9be8d8', '#0d2b38', '#ff7f51', '#2563c9', '#fff3b0'),
  ],
  musical: [
    palette('#2a0a3d', '#ffe8f7', '#ff3cac', '#ffb627', '#22d1ee'),
    palette('#5a0f2e', '#fff0d6', '#ffb627', '#f7567c', '#ffe6a7'),
    palette('#06283d', '#e9fbff', '#ff6b6b', '#ffd93d', '#47b5ff'),
  ],
  'sci-fi': [
    palette('#090b24', '#e6f0ff', '#ff4f9a', '#3de0ff', '#7a5cff'),
    palette('#031d22', '#dffdf7', '#18e0b5', '#0a6e77', '#ffd166'),
    palette('#1b0b2e', '#ffe9dc', '#ff8a3d', '#b5179e', '#4cc9f0'),
    palette('#0d1117', '#e9eef5', '#f25f3a', '#51606f', '#9fd8ff'),
    palette('#d9f0ee', '#10263a', '#ff5a5f', '#2f6690', '#ffd166'),
    palette('#f6d9c6', '#2a1038', '#7b2d8b', '#c8553d', '#1b998b'),
  ],
  war: [
    palette('#2c3024', '#f3ecd4', '#b7a867', '#6a6f49', '#e2572e'),
    palette('#24282d', '#eef0ea', '#9aa3a7', '#4e585e', '#d8a13a'),
    palette('#3a241b', '#f8e8d3', '#d9793a', '#7b4a30', '#f1c27d'),
  ],
  fantasy: [
    palette('#1b1748', '#fdf3d7', '#f6c453', '#5a4fcf', '#a7e3ff'),
    palette('#0c2f36', '#f5ffe8', '#bfe87b', '#1f6f6b', '#ffd6a5'),
    palette('#3b1145', '#ffeefb', '#ff9ebb', '#7c3a93', '#ffe08a'),
  ],
  documentary: [
    palette('#f1efe7', '#17202a', '#d7263d', '#5c6b73', '#c2c8c5'),
    palette('#e6ebe8', '#0f2a2e', '#1b7f79', '#62757a', '#f2a541'),
    palette('#f3e9dc', '#2d1e2f', '#e07a1f', '#7a6a7e', '#cdbfae'),
  ],
  mystery: [
    palette('#10243e', '#f6efd9', '#e8b44a', '#2f5d8c', '#f6efd9'),
    palette('#1f1430', '#f5eaff', '#c77dff', '#4b2c78', '#f9c74f'),
    palette('#0f2b26', '#f2f7e4', '#d9c75b', '#2b6b5d', '#f2f7e4'),
  ],
  children: [
    palette('#fff1c9', '#3a1c5a', '#ff6f59', '#2ec4b6', '#ffbf1f'),
    palette('#cdf0ff', '#0f2a52', '#ff8fab', '#3a86ff', '#ffd60a'),
    palette('#e4f7d2', '#173a2a', '#f4845f', '#37a169', '#f7b32b'),
  ],
  crime: [
    palette('#f0e4d0', '#1d1410', '#b3261e', '#1d1410', '#8a6f4d'),
    palette('#1c1d20', '#f4ede1', '#e0a526', '#7d7f86', '#b3261e'),
    palette('#dfe3df', '#141c22', '#27435a', '#141c22', '#c8452d'),
  ],
  romance: [
    palette('#ffe3dc', '#4a0d24', '#e5446d', '#f7a399', '#b01f4f'),
    palette('#5b1030', '#ffeae6', '#ff6f91', '#a72b56', '#ffc2b4'),
    palette('#fbeed7', '#40213a', '#d65a7e', '#f2b279', '#7d3a67'),
    palette('#e9e4ff', '#2c1b52', '#9a6bff', '#ff9ec7', '#5a3fb0'),
  ],
  thriller: [
    palette('#ff7654', '#1a0703', '#1a0703', '#ffe3d6', '#8f2413'),
    palette('#101a24', '#e9f4f4', '#2ec4b6', '#2a4a5c', '#ff9f1c'),
    palette('#f4d13d', '#1c1503', '#1c1503', '#b8860b', '#fff3c0'),
    palette('#241a2d', '#f6eaf4', '#e84a7f', '#5b4370', '#ffd166'),
  ],
  adventure: [
    palette('#fbd79b', '#14323b', '#f0803c', '#1f6f78', '#0e4049'),
    palette('#bfe6e0', '#10303f', '#ff7d4d', '#2b8a8f', '#14505c'),
    palette('#ffd3ba', '#3a1440', '#ff6b5e', '#8a3a7d', '#4a1d5f'),
  ],
  action: [
    palette('#141414', '#fff6e5', '#ff3b1f', '#ffb000', '#f4f4f4'),
    palette('#ffb703', '#171003', '#d00000', '#171003', '#fff1c1'),
    palette('#0d1b3d', '#f3f7ff', '#ff2e4c', '#19c3fb', '#ffd400'),
    palette('#a51219', '#ffffff', '#14080a', '#ffb4a2', '#ffe066'),
  ],
  comedy: [
    palette('#ffe14d', '#2a1055', '#ff4f79', '#2a1055', '#19b5a5'),
    palette('#ff8fb1', '#33091d', '#fff3b0', '#d81159', '#33091d'),
    palette('#7fd8be', '#10302b', '#ff6b4a', '#fcefb4', '#10302b'),
    palette('#ffb26b', '#361307', '#fff0d0', '#d1345b', '#361307'),
    palette('#a5c9ff', '#101d4a', '#ffd447', '#ff5d5d', '#101d4a'),
  ],
  drama: [
    palette('#e9dcc9', '#26160f', '#c8553d', '#588b8b', '#f2b880'),
    palette('#1f2a38', '#f2ebdd', '#e09f5b', '#52708f', '#c9493f'),
    palette('#3c2233', '#fdeee4', '#e88d67', '#7f4f6b', '#f2cc8f'),
    palette('#d7e0da', '#14282b', '#3f7d78', '#e0a458', '#89a99f'),
    palette('#f5d5c0', '#331a26', '#a23e48', '#e98a6d', '#5d3a4e'),
    palette('#142f2e', '#eef6e8', '#7fb69a', '#e3c26f', '#326660'),
  ],
  other: [
    palette('#ece6da', '#221b26', '#b3123a', '#8a7d8f', '#f2b134'),
    palette('#251d2b', '#f7efe3', '#f2b134', '#6c5a78', '#ff5d73'),
  ],
};
