/**
 * What a browser does for a new page and a single-page application must do itself: after going to another address the
 * focus is at the start of the content, and so is the view (going back keeps its place).
 */
import { useEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

export function useNavigationFocus(main: { readonly current: HTMLElement | null }): void {
  const { pathname } = useLocation();
  const navigation = useNavigationType();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
    if (navigation !== NavigationType.Pop) window.scrollTo({ top: 0, behavior: 'instant' });
  }, [main, navigation, pathname]);
}
