/** Pictures made of one form repeated: orbits, petals, confetti, steps, a target, a skyline. */
import { ART_WIDTH, circle, type Motif, path, polygon, rect, round, type Shape, times } from '../shape.ts';

/** Science fiction: bodies on their orbits. */
export const orbits: Motif = (random, { colours: [body, line, glow], ink }) => [
  ...times(30).map(() =>
    circle(random.between(0, 200), random.between(0, 190), random.between(0.5, 1.3), {
      fill: ink,
      opacity: 0.7,
    }),
  ),
  circle(100, 95, 20, { fill: glow }),
  ...times(4).flatMap((index) => {
    const radius = 36 + index * 17;
    const angle = random.between(0, 2 * Math.PI);
    return [
      circle(100, 95, radius, { fill: 'none', stroke: line, strokeWidth: 1.2 }),
      circle(100 + radius * Math.cos(angle), 95 + radius * Math.sin(angle), random.between(4, 11), {
        fill: body,
      }),
    ];
  }),
];

/** Science fiction: an eclipse above a monolith. */
export const eclipse: Motif = (random, { colours: [halo, land, glow], ground }) => {
  const x = random.between(70, 130);
  return [
    circle(x, 76, 58, { fill: halo }),
    circle(x, 76, 50, { fill: glow }),
    circle(x + random.pick([-9, 9]), 70, 46, { fill: ground }),
    path(`M0 158Q100 ${round(random.between(132, 148))} 200 158V190H0Z`, { fill: land }),
    rect(93, 96, 14, 66, { fill: halo }),
  ];
};

/** Romance: a flower of overlapping petals. */
export const petals: Motif = (random, { colours: [first, second, heart] }) => {
  const count = Math.floor(random.between(6, 10));
  const turn = random.between(0, Math.PI);
  return [
    ...times(count).map((index) => {
      const angle = turn + (index * 2 * Math.PI) / count;
      return circle(100 + 42 * Math.cos(angle), 96 + 42 * Math.sin(angle), 34, {
        fill: index % 2 === 0 ? first : second,
        opacity: 0.78,
      });
    }),
    circle(100, 96, 21, { fill: heart }),
  ];
};

/** Comedy: confetti in the air. */
export const confetti: Motif = (random, { colours }) =>
  times(46).map((index) => {
    const fill = colours[index % 3] ?? colours[0];
    const x = (index % 7) * 30 + random.between(0, 20);
    const y = Math.floor(index / 7) * 28 + random.between(0, 18);
    return random.pick(SCRAPS)(x, y, random.between(7, 15), random.between(-8, 8), fill);
  });

type Scrap = (x: number, y: number, side: number, turn: number, fill: string) => Shape;

const SCRAPS: readonly [Scrap, ...Scrap[]] = [
  (x, y, side, _turn, fill) => circle(x, y, side / 2, { fill }),
  (x, y, side, turn, fill) =>
    path(`M${round(x)} ${round(y)}l${round(side * 1.6)} ${round(turn)}`, { stroke: fill, strokeWidth: 5 }),
  (x, y, side, turn, fill) =>
    polygon(
      [
        [x, y],
        [x + side, y + turn],
        [x + turn, y + side],
      ],
      { fill },
    ),
  (x, y, side, _turn, fill) =>
    path(`M${round(x)} ${round(y)}q${round(side / 2)} ${round(-side)} ${round(side)} 0`, {
      fill: 'none',
      stroke: fill,
      strokeWidth: 4,
    }),
];

/** Drama and thrillers: steps that lead somebody down, or up. */
export const steps: Motif = (random, { colours: [light, stair, figure], ink }) => {
  const count = 7;
  const run = ART_WIDTH / count;
  const rise = 21;
  const stand = Math.floor(random.between(1, 6));
  const [x, y] = [stand * run + run / 2, 190 - stand * rise - 22];
  return [
    circle(random.between(30, 90), random.between(36, 60), random.between(22, 34), { fill: light }),
    ...times(count).map((index) => rect(index * run, 168 - index * rise, run + 1, 190, { fill: stair })),
    ...times(count).map((index) => rect(index * run, 168 - index * rise, run + 1, 5, { fill: figure })),
    circle(x, y - 42, 8, { fill: ink }),
    path(`M${round(x - 9)} ${round(y)}q0-33 9-33t9 33Z`, { fill: ink }),
  ];
};

/** Action: a target, taken. */
export const target: Motif = (random, { colours: [first, second, third] }) => {
  const [x, y] = [random.between(80, 120), 95];
  const radius = random.between(60, 76);
  return [
    ...times(5).map((index) =>
      circle(x, y, (radius * (5 - index)) / 5, { fill: index % 2 === 0 ? first : third }),
    ),
    rect(x - radius - 14, y - 1.5, 2 * radius + 28, 3, { fill: second }),
    rect(x - 1.5, y - radius - 14, 3, 2 * radius + 28, { fill: second }),
  ];
};

/** Crime and thrillers: a city at night with few lights on. */
export const skyline: Motif = (random, { colours: [lit, wall, moon], ink }) => {
  let x = -6;
  const houses = times(9).map((index) => {
    const width = random.between(20, 34);
    const house = { x, width, top: random.between(50, 130), fill: index % 2 === 0 ? wall : ink };
    x += width - 2;
    return house;
  });
  return [
    circle(random.between(40, 160), 46, random.between(18, 30), { fill: moon }),
    ...houses.flatMap((house) => [
      rect(house.x, house.top, house.width, 150, { fill: house.fill }),
      ...times(8)
        .filter(() => random.chance(0.42))
        .map((index) =>
          rect(house.x + 5 + (index % 2) * 10, house.top + 8 + Math.floor(index / 2) * 15, 5, 8, {
            fill: house.fill === lit ? moon : lit,
          }),
        ),
    ]),
  ];
};
