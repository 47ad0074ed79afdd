/** Lets every part of the page open the rating sheet, which travels when it is first opened. */
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useSession } from '../session/person.ts';
import { RateSheetContext, type SheetSubject } from './rate-sheet-context.ts';

const RateSheet = lazy(async () => ({ default: (await import('./rate-sheet.tsx')).RateSheet }));

export function RateSheetProvider({ children }: { children: ReactNode }) {
  const [subject, setSubject] = useState<SheetSubject | null>(null);
  const { userId } = useSession();
  return (
    <RateSheetContext value={setSubject}>
      {children}
      {subject === null || userId === null ? null : (
        <Suspense>
          <RateSheet
            key={subject.movie.movieId}
            subject={subject}
            userId={userId}
            onClose={() => setSubject(null)}
          />
        </Suspense>
      )}
    </RateSheetContext>
  );
}
