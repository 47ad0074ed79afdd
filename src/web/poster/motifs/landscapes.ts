/** Pictures with a horizon: mountains, deserts, nights, waves. */
import { ART_HEIGHT, ART_WIDTH, circle, type Motif, path, polygon, rect, round, times } from '../shape.ts';

/** Adventure: a sun behind layers of peaks. */
export const peaks: Motif = (random, { colours: [sun, far, near], ink }) => {
  const ridge = (base: number, height: number, steps: number): [number, number][] => [
    [0, ART_HEIGHT],
    ...times(steps + 1).map((step): [number, number] => [
      (ART_WIDTH / steps) * step,
      base - (step % 2 === 0 ? random.between(0, height * 0.3) : random.between(height * 0.7, height)),
    ]),
    [ART_WIDTH, ART_HEIGHT],
  ];
  return [
    circle(random.between(60, 140), 78, random.between(34, 46), { fill: sun }),
    polygon(ridge(140, 70, 4), { fill: far, opacity: 0.75 }),
    polygon(ridge(165, 62, 5), { fill: near }),
    polygon(ridge(192, 40, 7), { fill: ink }),
  ];
};

/** Western: a low sun, bands of heat, two mesas. */
export const mesas: Motif = (random, { colours: [sun, rock, light], ink }) => {
  const mesa = (x: number, width: number, top: number): [number, number][] => [
    [x, 165],
    [x + width * 0.14, top + 14],
    [x + width * 0.2, top],
    [x + width * 0.8, top],
    [x + width * 0.86, top + 14],
    [x + width, 165],
  ];
  const left = random.between(-20, 20);
  return [
    circle(random.between(80, 130), 118, 58, { fill: sun }),
    ...times(4).map((band) =>
      rect(0, 96 + band * 13, ART_WIDTH, 2 + band * 1.6, { fill: light, opacity: 0.55 }),
    ),
    polygon(mesa(left, 84, random.between(78, 96)), { fill: rock }),
    polygon(mesa(118, 104, random.between(104, 120)), { fill: rock }),
    rect(0, 160, ART_WIDTH, 30, { fill: ink }),
  ];
};

/** Fantasy: a crescent, stars, and hills with a tower. */
export const night: Motif = (random, { colours: [moon, hill, star], ground, ink }) => {
  const x = random.between(60, 140);
  const tower = random.between(30, 150);
  return [
    ...times(26).map(() =>
      circle(random.between(4, 196), random.between(4, 120), random.between(0.6, 1.9), { fill: star }),
    ),
    circle(x, 68, 42, { fill: moon }),
    circle(x + random.pick([-17, 17]), 60, 36, { fill: ground }),
    polygon(
      [
        [tower, 150],
        [tower, 108],
        [tower + 8, 88],
        [tower + 16, 108],
        [tower + 16, 150],
      ],
      { fill: hill },
    ),
    path(`M0 150Q50 ${round(random.between(105, 135))} 100 146T200 132V190H0Z`, { fill: hill }),
    path(`M0 172Q60 ${round(random.between(140, 158))} 120 170T200 160V190H0Z`, { fill: ink, opacity: 0.2 }),
  ];
};

/** Science fiction: a ringed planet above a grid that runs to the horizon. */
export const planet: Motif = (random, { colours: [body, line, glow], ground }) => {
  const y = random.between(64, 76);
  const tilt = random.pick([-16, 14]);
  return [
    ...times(22).map(() =>
      circle(random.between(0, 200), random.between(0, 128), random.between(0.5, 1.4), {
        fill: line,
        opacity: 0.8,
      }),
    ),
    circle(100, y, 45, { fill: body }),
    path(`M58 ${round(y + 14)}A45 45 0 0 0 142 ${round(y + 14)}Z`, { fill: glow, opacity: 0.55 }),
    path(`M28 ${round(y + tilt)}Q100 ${round(y + 34)} 172 ${round(y - tilt)}`, {
      fill: 'none',
      stroke: line,
      strokeWidth: 4,
    }),
    rect(0, 136, ART_WIDTH, 60, { fill: ground }),
    ...times(11).map((index) =>
      path(`M${100 + (index - 5) * 13} 136L${100 + (index - 5) * 52} 190`, {
        stroke: line,
        strokeWidth: 0.9,
      }),
    ),
    ...times(5).map((index) => rect(0, 136 + index * index * 2.9, ART_WIDTH, 0.9, { fill: line })),
  ];
};

/** Drama: calm waves under a disc. */
export const waves: Motif = (random, { colours: [disc, water, foam], ink }) => {
  const wave = (y: number, swing: number) =>
    `M0 ${round(y)}C40 ${round(y - swing)} 60 ${round(y + swing)} 100 ${round(y)}S160 ${round(y - swing)} 200 ${round(y)}V190H0Z`;
  return [
    circle(random.between(50, 150), random.between(60, 80), random.between(34, 48), { fill: disc }),
    path(wave(108, random.between(10, 20)), { fill: foam }),
    path(wave(132, random.between(-18, -10)), { fill: water }),
    path(wave(158, random.between(8, 16)), { fill: ink }),
  ];
};
