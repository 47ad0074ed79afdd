/** A chart drawn by Vega, as wide as its place: a picture to those who listen, marks to click on for those who see. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.ts';
import type { DrawnChart } from './chart-spec.ts';
import { openView } from './open-view.ts';
import { savePicture } from './save-picture.ts';

export interface ChartPlotProps extends Omit<DrawnChart, 'width' | 'alone'> {
  /** What the picture shows. */
  label: string;
  /** The lines that a row says when it is pointed at. */
  tell: (place: number) => readonly string[];
  onPick: (place: number) => void;
}

export function ChartPlot({ label, tell, onPick, ...drawn }: ChartPlotProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const tip = useRef<HTMLParagraphElement>(null);
  const width = useWidth(place);
  const [told, setTold] = useState<readonly string[]>([]);
  const { chart, rows, palette, locale } = drawn;

  useEffect(() => {
    const shown = place.current;
    if (shown === null || width === 0) return;
    const drawing = document.createElement('div');
    const view = openView({ chart, rows, palette, locale, width }, drawing);
    view.tooltip((_handler, event, item, value) => {
      const row = value === null || value === undefined ? null : placeOf(item?.datum);
      setTold(row === null ? [] : tell(row));
      // Without a row there is no event either, when the view ends.
      if (row !== null) moveTo(tip.current, shown, event);
    });
    view.addEventListener('click', (_event, item) => {
      const row = placeOf(item?.datum);
      if (row !== null) onPick(row);
    });
    let over = false;
    // Shown once it is drawn: what was there stays until then.
    void view.runAsync().then(() => {
      if (over) return;
      shown.replaceChildren(drawing);
      shown.dataset.drawn = 'true';
    });
    return () => {
      over = true;
      view.finalize();
      setTold([]);
    };
  }, [chart, rows, palette, locale, width, tell, onPick]);

  return (
    <>
      <div className="plot" role="img" aria-label={label}>
        <div className="plot__drawing" aria-hidden="true" ref={place} />
        <p className="plot__tip" aria-hidden="true" ref={tip} hidden={told.length === 0}>
          {told.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      </div>
      <div className="chart__pictures">
        {(['svg', 'png'] as const).map((format) => (
          <button
            key={format}
            type="button"
            className="text-button"
            onClick={() => void savePicture({ ...drawn, width }, format)}
            aria-label={t('dashboard.saveOf', { format: format.toUpperCase(), chart: chart.title })}
          >
            {format.toUpperCase()}
          </button>
        ))}
      </div>
    </>
  );
}

/** The place of the row that a mark stands for; null for an axis, a legend, or the line through all of them. */
function placeOf(datum: unknown): number | null {
  if (typeof datum !== 'object' || datum === null || !('place' in datum)) return null;
  return typeof datum.place === 'number' ? datum.place : null;
}

const AWAY = 14;

function moveTo(tip: HTMLElement | null, within: HTMLElement, { clientX, clientY }: MouseEvent): void {
  if (tip === null) return;
  const { left, top, width } = within.getBoundingClientRect();
  const x = clientX - left;
  tip.style.insetBlockStart = `${clientY - top + AWAY}px`;
  tip.style.insetInlineStart = x < width / 2 ? `${x + AWAY}px` : 'auto';
  tip.style.insetInlineEnd = x < width / 2 ? 'auto' : `${width - x + AWAY}px`;
}

/** The width of an element in whole pixels, as it changes; 0 before it is known. */
function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
