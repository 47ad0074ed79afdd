/** Matinee's own lettering: one stroke, and an afternoon sun for the dot. */

export function Wordmark() {
  return (
    <svg className="wordmark" viewBox="0 0 236 62" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="8.5" strokeLinecap="round" strokeLinejoin="round">
        <path d="M6 52V26M6 36a11.5 11.5 0 0 1 23 0v16M29 36a11.5 11.5 0 0 1 23 0v16" />
        <path d="M92 25v27M92 38.5a13.5 13.5 0 1 1-27 0 13.5 13.5 0 0 1 27 0" />
        <path d="M108 12v31q0 9 9 9M101 26h15" />
        <path d="M130 26v26" />
        <path d="M145 52V26M145 37a11.5 11.5 0 0 1 23 0v15" />
        <path d="M180 38h22a11.5 13 0 1 0-4 10.3" />
        <path d="M212 38h18a10.5 13 0 1 0-3.5 10.3" />
      </g>
      <g className="wordmark__sun">
        <circle cx="130" cy="11" r="6" />
        <path
          d="M130 -1v0M118.5 11h-1M141.5 11h1M121.5 2.5l-.8-.8M138.5 2.5l.8-.8"
          strokeWidth="3"
          strokeLinecap="round"
        />
      </g>
    </svg>
  );
}
