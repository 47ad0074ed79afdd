/**
 * A row of films that scrolls sideways: by touch as it is, by mouse with two buttons, by keyboard with the arrow keys
 * from film to film (Home and End to the ends).
 */
import {
  Children,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Icon } from '../app/icon.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import './scroller.css';

interface ScrollerProps {
  /** The row's name, for the names of the buttons. */
  name: string;
  labelledBy: string;
  children: ReactNode;
}

export function Scroller({ name, labelledBy, children }: ScrollerProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const { atStart, atEnd, measure } = useEnds(list);
  const scroll = (direction: 1 | -1) => {
    const element = list.current;
    element?.scrollBy({ left: direction * element.clientWidth * 0.85 });
  };
  return (
    <div className="scroller">
      <ul
        ref={list}
        className="scroller__list"
        aria-labelledby={labelledBy}
        onScroll={measure}
        onKeyDown={moveFocus}
      >
        {Children.map(children, (child) => (
          <li className="scroller__item">{child}</li>
        ))}
      </ul>
      <button
        type="button"
        className="scroller__button scroller__button--back"
        aria-label={t('row.back', { row: name })}
        hidden={atStart}
        onClick={() => scroll(-1)}
      >
        <Icon name="back" />
      </button>
      <button
        type="button"
        className="scroller__button scroller__button--forward"
        aria-label={t('row.forward', { row: name })}
        hidden={atEnd}
        onClick={() => scroll(1)}
      >
        <Icon name="forward" />
      </button>
    </div>
  );
}

/** Whether the list stands at its ends, kept up to date. */
function useEnds(list: { current: HTMLUListElement | null }) {
  const [ends, setEnds] = useState({ atStart: true, atEnd: true });
  const measure = useCallback(() => {
    const element = list.current;
    if (element === null) return;
    const atStart = element.scrollLeft < 8;
    const atEnd = element.scrollLeft + element.clientWidth > element.scrollWidth - 8;
    setEnds((old) => (old.atStart === atStart && old.atEnd === atEnd ? old : { atStart, atEnd }));
  }, [list]);
  useEffect(() => {
    if (list.current === null) return;
    const observer = new ResizeObserver(measure);
    observer.observe(list.current);
    return () => observer.disconnect();
  }, [list, measure]);
  return { ...ends, measure };
}

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index) => index + 1,
  ArrowLeft: (index) => index - 1,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.movie-card__link')];
  const focused = document.activeElement;
  const index = focused instanceof HTMLElement ? links.indexOf(focused) : -1;
  const step = STEPS[event.key];
  if (step === undefined || index === -1) return;
  event.preventDefault();
  const target = links[step(index, links.length)];
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: 'nearest', inline: 'center' });
}
