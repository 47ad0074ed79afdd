/** The icons, drawn on a grid of 24 with one stroke. */

const PATHS = {
  home: 'M3 11.5 12 4l9 7.5M6 9.5V20h12V9.5',
  search: 'M10.5 17.5a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM15.5 15.5 21 21',
  star: 'm12 3.2 2.7 5.7 6.3.8-4.6 4.3 1.2 6.2L12 17.1 6.4 20.2 7.6 14 3 9.7l6.3-.8z',
  person: 'M12 12a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.4ZM4 20.5c1-4 4.2-6 8-6s7 2 8 6',
  sun: 'M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z',
  contrast: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 3.5v17M12 7.5h4.5M12 12h8M12 16.5h4.5',
  like: 'M7 11v9H3.5v-9zM7 11l4-7.5c1.8 0 2.6 1.3 2.3 3L12.8 9.5H19a2 2 0 0 1 2 2.4l-1.3 6.5A2 2 0 0 1 17.7 20H7',
  dislike:
    'M17 13V4h3.5v9zM17 13l-4 7.5c-1.8 0-2.6-1.3-2.3-3l.5-3H5a2 2 0 0 1-2-2.4l1.3-6.5A2 2 0 0 1 6.3 4H17',
  hide: 'M3 3l18 18M10 5.2A10.5 10.5 0 0 1 12 5c5 0 8.5 4 9.5 7a12 12 0 0 1-2.7 4M6.5 6.8A12 12 0 0 0 2.5 12c1 3 4.5 7 9.5 7a9.6 9.6 0 0 0 5-1.4M9.9 9.9a3 3 0 0 0 4.2 4.2',
  bookmark: 'M6.5 3.5h11v17L12 16l-5.5 4.5z',
  sliders: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
  chart: 'M4 20V4M4 20h16M8.5 16v-5M13 16V7M17.5 16v-7',
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  close: 'M5.5 5.5l13 13M18.5 5.5l-13 13',
  plus: 'M12 5v14M5 12h14',
  trash: 'M4 7h16M9.5 7V4h5v3M6.5 7l1 13h9l1-13M10 11v5.5M14 11v5.5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, filled = false }: { name: IconName; filled?: boolean }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
