/** Pictures around one thing: a keyhole, an embrace, teeth, a record, a smile. */
import { ART_HEIGHT, ART_WIDTH, circle, type Motif, path, polygon, rect, round, times } from '../shape.ts';

/** Mystery: light falling through a keyhole. */
export const keyhole: Motif = (random, { colours: [light, wall, hot], ground }) => {
  const spread = random.between(44, 84);
  return [
    rect(0, 0, ART_WIDTH, ART_HEIGHT, { fill: wall }),
    circle(100, 84, random.between(66, 80), { fill: ground, opacity: 0.35 }),
    polygon(
      [
        [92, 100],
        [108, 100],
        [100 + spread, 190],
        [100 - spread, 190],
      ],
      { fill: light, opacity: 0.3 },
    ),
    circle(100, 74, 24, { fill: light }),
    polygon(
      [
        [91, 86],
        [109, 86],
        [118, 132],
        [82, 132],
      ],
      { fill: light },
    ),
    circle(100, 74, random.between(7, 10), { fill: hot, opacity: 0.9 }),
  ];
};

/** Romance: two circles and what they share. */
export const embrace: Motif = (random, { colours: [left, right, shared] }) => {
  const radius = random.between(54, 62);
  const half = random.between(26, 36);
  const y = 98;
  const reach = Math.sqrt(radius * radius - half * half);
  const lens = `M100 ${round(y - reach)}A${round(radius)} ${round(radius)} 0 0 1 100 ${round(y + reach)}A${round(radius)} ${round(radius)} 0 0 1 100 ${round(y - reach)}Z`;
  return [
    circle(100 - half, y, radius, { fill: left }),
    circle(100 + half, y, radius, { fill: right }),
    path(lens, { fill: shared }),
  ];
};

/** Horror: a mouth, or what drips. */
export const teeth: Motif = (random, { colours: [flesh, deep, glow] }) => {
  const upper = times(8).flatMap((index): [number, number][] => [
    [index * 28.6, 0],
    [index * 28.6 + 14.3, random.between(44, 96)],
  ]);
  const lower = times(8).flatMap((index): [number, number][] => [
    [index * 28.6, 190],
    [index * 28.6 + 14.3, random.between(108, 150)],
  ]);
  return [
    rect(0, 0, ART_WIDTH, ART_HEIGHT, { fill: deep }),
    circle(random.between(78, 122), 98, 20, { fill: glow }),
    circle(100, 98, 5, { fill: deep }),
    polygon([[0, 0], ...upper, [200, 0]], { fill: flesh }),
    polygon([[0, 190], ...lower, [200, 190]], { fill: flesh }),
  ];
};

export const drips: Motif = (random, { colours: [blood, deep, glow] }) => [
  circle(100, 112, random.between(44, 56), { fill: deep }),
  circle(82, 112, 6, { fill: glow }),
  circle(118, 112, 6, { fill: glow }),
  ...times(9).map((index) => ({
    ...rect(index * 23 - 4, -20, random.between(15, 21), random.between(50, 150), { fill: blood }),
    rx: 10,
  })),
  rect(0, 0, ART_WIDTH, 24, { fill: blood }),
];

/** Musical: a record, its label, and a beat. */
export const record: Motif = (random, { colours: [label, beat, shine], ink }) => [
  circle(100, 88, 74, { fill: ink }),
  ...times(5).map((index) =>
    circle(100, 88, 36 + index * 8, { fill: 'none', stroke: label, strokeWidth: 0.7, opacity: 0.6 }),
  ),
  path('M100 88L40 44A74 74 0 0 1 74 19Z', { fill: shine, opacity: 0.35 }),
  circle(100, 88, 27, { fill: label }),
  circle(100, 88, 5, { fill: ink }),
  ...times(14).map((index) => {
    const height = random.between(8, 46);
    return { ...rect(index * 14.3 + 3, 190 - height, 8, height + 10, { fill: beat }), rx: 4 };
  }),
];

/** Comedy: a burst of rays, and a smile before it. */
export const smile: Motif = (random, { colours: [ray, face, mouth] }) => {
  const turn = random.between(0, 0.3);
  const rays = times(12).map((index) => {
    const from = turn + (index * Math.PI) / 6;
    const to = from + Math.PI / 12;
    return polygon(
      [
        [100, 96],
        [100 + 190 * Math.cos(from), 96 + 190 * Math.sin(from)],
        [100 + 190 * Math.cos(to), 96 + 190 * Math.sin(to)],
      ],
      { fill: ray, opacity: 0.8 },
    );
  });
  const wink = random.chance(0.3);
  return [
    ...rays,
    circle(100, 96, 58, { fill: face }),
    circle(80, 82, 6, { fill: mouth === face ? ray : mouth }),
    wink
      ? path('M112 82h17', { stroke: mouth, strokeWidth: 5 })
      : circle(120, 82, 6, { fill: mouth === face ? ray : mouth }),
    path('M66 102h68a34 34 0 0 1-68 0Z', { fill: ray }),
  ];
};

/** Thriller: rings that pull the eye off its centre. */
export const vertigo: Motif = (random, { colours: [ring, second, core], ground }) => {
  const [dx, dy] = [random.between(-2.6, 2.6), random.between(-2.2, 2.2)];
  return [
    ...times(11).map((index) =>
      circle(100 + dx * index, 95 + dy * index, 150 - index * 13.5, {
        fill: index % 2 === 0 ? ring : ground,
      }),
    ),
    circle(100 + dx * 11, 95 + dy * 11, 9, { fill: core === ground ? second : core }),
  ];
};
