/** Small pictures for pages with nothing on them. */

export type PictureName = 'projector' | 'broken-reel' | 'empty-seats';

export function Picture({ name }: { name: PictureName }) {
  return (
    <svg className="picture" viewBox="0 0 160 110" aria-hidden="true" focusable="false">
      {PICTURES[name]}
    </svg>
  );
}

const PICTURES = {
  projector: (
    <>
      <path d="M92 56 160 22v74z" className="picture__light" />
      <rect x="26" y="44" width="66" height="38" rx="9" className="picture__solid" />
      <circle cx="42" cy="28" r="17" className="picture__line" />
      <circle cx="77" cy="32" r="12" className="picture__line" />
      <circle cx="42" cy="28" r="4" className="picture__solid" />
      <circle cx="77" cy="32" r="3" className="picture__solid" />
      <path d="M44 82 34 104M74 82l10 22" className="picture__line" />
    </>
  ),
  'broken-reel': (
    <>
      <circle cx="66" cy="52" r="42" className="picture__line" />
      <circle cx="66" cy="52" r="6" className="picture__solid" />
      {[0, 72, 144, 216, 288].map((angle) => (
        <circle
          key={angle}
          cx="66"
          cy="27"
          r="9"
          className="picture__light"
          transform={`rotate(${angle} 66 52)`}
        />
      ))}
      <path d="M96 82c18 14 30 2 36 12M140 88c6-8 10 2 16-4" className="picture__line" />
    </>
  ),
  'empty-seats': (
    <>
      <path d="M30 6h100l12 44H18z" className="picture__light" />
      {[18, 62, 106].map((x) => (
        <g key={x}>
          <rect x={x} y="62" width="36" height="30" rx="10" className="picture__solid" />
          <path d={`M${x - 4} 80v14h44V80`} className="picture__line" />
        </g>
      ))}
    </>
  ),
} as const;
