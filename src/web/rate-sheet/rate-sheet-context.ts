/** Opens the sheet in which a film is rated without leaving the page. */
import { createContext, useContext } from 'react';
import type { ListedMovie } from '../rating/rating-change.ts';
import type { Attribution } from '../reactions/use-react.ts';

export interface SheetSubject {
  movie: ListedMovie;
  attribution?: Attribution | undefined;
}

export const RateSheetContext = createContext<(subject: SheetSubject) => void>(() => undefined);

export const useRateSheet = () => useContext(RateSheetContext);
