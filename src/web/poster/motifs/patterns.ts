/** Pictures that are a pattern: slashes, blinds, blocks, frames, prints. */
import { ART_HEIGHT, ART_WIDTH, circle, type Motif, path, polygon, rect, round, times } from '../shape.ts';

/** Action: slashes across the sheet. */
export const slashes: Motif = (random, { colours: [first, second, third] }) => {
  const lean = random.pick([-90, -60, 70, 100]);
  let x = Math.min(0, -lean) - 30;
  const fills = [first, second, first, third];
  return times(7).map((index) => {
    const width = random.between(10, 44);
    const from = x;
    x += width + random.between(6, 24);
    return polygon(
      [
        [from, -5],
        [from + width, -5],
        [from + width + lean, ART_HEIGHT + 5],
        [from + lean, ART_HEIGHT + 5],
      ],
      { fill: fills[index % fills.length] ?? first },
    );
  });
};

/** Film noir: light through venetian blinds, and somebody at the window. */
export const blinds: Motif = (random, { colours: [light, grey, spark], ground }) => {
  const lean = random.between(-26, 26);
  const x = random.between(70, 130);
  return [
    ...times(9).map((index) =>
      polygon(
        [
          [30, 12 + index * 20],
          [182, 12 + index * 20 + lean],
          [182, 23 + index * 20 + lean],
          [30, 23 + index * 20],
        ],
        { fill: index % 3 === 2 ? grey : light },
      ),
    ),
    path(
      `M${round(x - 46)} 190C${round(x - 44)} 140 ${round(x - 18)} 136 ${round(x - 14)} 122H${round(x + 14)}C${round(x + 18)} 136 ${round(x + 44)} 140 ${round(x + 46)} 190Z`,
      {
        fill: ground,
      },
    ),
    circle(x, 104, 23, { fill: ground }),
    path(
      `M${round(x - 42)} 90Q${round(x)} 78 ${round(x + 42)} 90L${round(x + 20)} 86L${round(x + 16)} 62Q${round(x)} 68 ${round(x - 16)} 62L${round(x - 20)} 86Z`,
      {
        fill: ground,
      },
    ),
    circle(x + 20, 116, 2.4, { fill: spark }),
  ];
};

/** Children: blocks of quarter circles. */
export const blocks: Motif = (random, { colours: [first, second, third], ink, ground }) => {
  const side = 50;
  return times(16).flatMap((index) => {
    const [x, y] = [(index % 4) * side, Math.floor(index / 4) * side - 5];
    const fill = random.pick([first, second, third]);
    const corner = random.pick([
      `M${x} ${y}h${side}A${side} ${side} 0 0 1 ${x} ${y + side}Z`,
      `M${x + side} ${y}v${side}A${side} ${side} 0 0 1 ${x} ${y}Z`,
      `M${x} ${y + side}v-${side}A${side} ${side} 0 0 1 ${x + side} ${y + side}Z`,
      `M${x + side} ${y + side}h-${side}A${side} ${side} 0 0 1 ${x + side} ${y}Z`,
    ]);
    const backing = rect(x, y, side, side, { fill: random.pick([ground, ground, ink, first]) });
    return random.chance(0.18)
      ? [backing, circle(x + 25, y + 25, 17, { fill })]
      : [backing, path(corner, { fill })];
  });
};

/** Animation: a ball bounces through the frame. */
export const bounce: Motif = (random, { colours: [ball, second, third], ink }) => {
  const spots = times(6).map((index): [number, number, number] => {
    const along = index / 5;
    return [18 + along * 164, 156 - Math.abs(Math.sin(along * Math.PI * 1.5)) * 104, 9 + along * 25];
  });
  const fills = [second, third];
  const [x, y, radius] = spots[5] ?? [160, 60, 30];
  const look = random.pick([-3, 3]);
  return [
    path('M0 172Q100 150 200 172V190H0Z', { fill: ink, opacity: 0.9 }),
    ...spots
      .slice(0, 5)
      .map(([cx, cy, r], index) =>
        circle(cx, cy, r, { fill: fills[index % 2] ?? second, opacity: 0.45 + index * 0.11 }),
      ),
    circle(x - 12, y, radius + 8, { fill: ball }),
    circle(x - 24, y - 8, 9, { fill: '#fff' }),
    circle(x - 1, y - 8, 9, { fill: '#fff' }),
    circle(x - 24 + look, y - 7, 4.2, { fill: ink }),
    circle(x - 1 + look, y - 7, 4.2, { fill: ink }),
    path(`M${round(x - 26)} ${round(y + 12)}q14 13 28 0`, { fill: 'none', stroke: ink, strokeWidth: 4 }),
  ];
};

/** Crime: a fingerprint. */
export const fingerprint: Motif = (random, { colours: [line, , mark] }) => [
  ...times(9).map((index) => {
    const [rx, ry] = [6 + index * 8, 9 + index * 9.6];
    const arc = `M${100 - rx} ${round(104 + ry * 0.5)}V104A${rx} ${round(ry)} 0 0 1 ${100 + rx} 104V${round(104 + ry * random.between(0.3, 0.8))}`;
    return path(arc, {
      fill: 'none',
      stroke: line,
      strokeWidth: 4,
      strokeDasharray: `${round(random.between(40, 140))} ${round(random.between(4, 10))}`,
    });
  }),
  path(`M${round(random.between(16, 40))} 172h${round(random.between(40, 70))}`, {
    stroke: mark,
    strokeWidth: 3,
  }),
];

/** Documentary: a contact sheet with one frame ringed. */
export const contactSheet: Motif = (random, { colours: [pencil, grey, pale], ink }) => {
  const chosen = Math.floor(random.between(0, 9));
  const [cx, cy] = [20 + (chosen % 3) * 56 + 24, 18 + Math.floor(chosen / 3) * 54 + 20];
  return [
    ...times(9).flatMap((index) => {
      const [x, y] = [20 + (index % 3) * 56, 18 + Math.floor(index / 3) * 54];
      const horizon = random.between(12, 30);
      return [
        rect(x, y, 48, 42, { fill: index === chosen ? pale : grey }),
        rect(x, y + horizon, 48, 42 - horizon, { fill: ink, opacity: index === chosen ? 0.85 : 0.35 }),
        circle(x + random.between(12, 36), y + horizon - 3, random.between(4, 9), { fill: pale }),
      ];
    }),
    circle(cx, cy, 33, { fill: 'none', stroke: pencil, strokeWidth: 4 }),
  ];
};

/** War: search lights over a dark town. */
export const searchlights: Motif = (random, { colours: [beam, town, fire], ink }) => [
  ...times(3).map((index) => {
    const foot = 30 + index * 70;
    const head = foot + random.between(-90, 90);
    return polygon(
      [
        [foot - 3, 165],
        [foot + 3, 165],
        [head + 26, -5],
        [head - 26, -5],
      ],
      { fill: beam, opacity: 0.5 },
    );
  }),
  circle(random.between(40, 160), random.between(30, 70), 7, { fill: fire }),
  ...times(12).map((index) => {
    const height = random.between(18, 52);
    return rect(index * 17 - 2, 190 - height, 18, height, { fill: index % 3 === 1 ? ink : town });
  }),
];

/** Drama: nested arches. */
export const arches: Motif = (random, { colours: [first, second, third] }) => {
  const x = random.between(82, 118);
  const fills = random.pick([
    [first, second, third],
    [second, third, first],
    [third, first, second],
  ]);
  return times(6).map((index) => {
    const half = 88 - index * 15;
    return path(`M${round(x - half)} 195V${round(98)}a${half} ${half} 0 0 1 ${half * 2} 0V195Z`, {
      fill: fills[index % 3] ?? first,
    });
  });
};

/** Drama: a window's light on a wall. */
export const windowLight: Motif = (random, { colours: [light, wall, warm], ink }) => {
  const lean = random.between(22, 52);
  const pane = (x: number, y: number) =>
    polygon(
      [
        [x, y],
        [x + 44, y - 8],
        [x + 44 + lean * 0.3, y + 50],
        [x + lean * 0.3, y + 58],
      ],
      { fill: light },
    );
  const stand = random.between(28, 60);
  return [
    rect(0, 0, ART_WIDTH, ART_HEIGHT, { fill: wall }),
    rect(0, 150, ART_WIDTH, 40, { fill: ink, opacity: 0.55 }),
    pane(84, 30),
    pane(134, 22),
    pane(84 + lean * 0.36, 94),
    pane(134 + lean * 0.36, 86),
    circle(stand, 92, 13, { fill: ink }),
    path(`M${round(stand - 19)} 176q0-66 19-66t19 66Z`, { fill: ink }),
    circle(stand + 22, 128, 3, { fill: warm }),
  ];
};

/** Anything else: the countdown of a film leader. */
export const leader: Motif = (random, { colours: [hand, line, glow], ink }) => {
  const angle = random.between(0.4, 5.6);
  const [x, y] = [100 + 74 * Math.sin(angle), 95 - 74 * Math.cos(angle)];
  const far = angle > Math.PI ? 1 : 0;
  return [
    path(`M100 95V21A74 74 0 ${far} 1 ${round(x)} ${round(y)}Z`, { fill: glow, opacity: 0.8 }),
    rect(0, 94, ART_WIDTH, 1.6, { fill: line }),
    rect(99.2, 0, 1.6, ART_HEIGHT, { fill: line }),
    circle(100, 95, 74, { fill: 'none', stroke: ink, strokeWidth: 4 }),
    circle(100, 95, 60, { fill: 'none', stroke: ink, strokeWidth: 2 }),
    path(`M100 95L${round(x)} ${round(y)}`, { stroke: hand, strokeWidth: 4 }),
  ];
};
