/** A face for a person: drawn from their id, the same each time, and meaning nothing. */
import { hashText, seededRandom } from '../poster/random.ts';
import './avatar.css';

const GROUNDS = ['#b3123a', '#1f6f78', '#5b2a86', '#b5521b', '#27435a', '#7d3a67', '#3f5f2b'] as const;
const SKINS = ['#ffd9b8', '#f2b98d', '#c98a5e', '#8f5b3b', '#ffe3cf'] as const;
const HATS = ['#ffc857', '#ff8fa3', '#9be8d8', '#fff1c9', '#a5c9ff'] as const;

export function Avatar({ userId }: { userId: string }) {
  const random = seededRandom(hashText(`avatar\u0000${userId}`));
  const ground = random.pick(GROUNDS);
  const skin = random.pick(SKINS);
  const hat = random.pick(HATS);
  const look = random.between(-3, 3);
  const tilt = random.between(-9, 9);
  const hair = random.pick([
    'M17 29a15 15 0 0 1 30 0l-4-3-6-6-14 3z',
    'M16 36V28a16 16 0 0 1 32 0v8l-5-9H21z',
    '',
  ]);
  const glasses = random.chance(0.4);
  return (
    <svg className="avatar" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <rect width="64" height="64" fill={ground} />
      <path d="M10 66a22 20 0 0 1 44 0z" fill={hat} />
      <g transform={`rotate(${tilt} 32 34)`}>
        <circle cx="32" cy="31" r="15" fill={skin} />
        {hair === '' ? null : <path d={hair} fill="#221b26" />}
        <circle cx={27 + look} cy="32" r="2" fill="#221b26" />
        <circle cx={37 + look} cy="32" r="2" fill="#221b26" />
        {glasses ? (
          <path
            d={`M${22 + look} 29h9v7h-9zM${33 + look} 29h9v7h-9zM${31 + look} 31h2`}
            fill="none"
            stroke="#221b26"
            strokeWidth="1.6"
          />
        ) : null}
        <path d={`M${28 + look} 39q4 3.5 8 0`} stroke="#221b26" strokeWidth="1.8" fill="none" />
      </g>
    </svg>
  );
}
