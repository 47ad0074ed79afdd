/** Lets in who is signed in, where one has to be: everybody else signs in first, on the page that they came to. */
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { sessionQuery } from '../api/queries.ts';
import { RowsSkeleton } from '../states/skeleton.tsx';
import { leavePerson, startAsOwnPerson, useSession } from './person.ts';

const SignInPage = lazy(async () => ({
  default: (await import('../pages/account/sign-in-page.tsx')).SignInPage,
}));

export function SignInGate({ children }: { children: ReactNode }) {
  const { data: session } = useQuery(sessionQuery);
  const { userId } = useSession();
  const own = session?.signedIn?.userId;
  // Who signs in is whom the page is for, whoever was chosen in this browser before.
  useEffect(() => {
    if (own === undefined || own === userId) return;
    if (own === null) leavePerson();
    else startAsOwnPerson(own);
  }, [own, userId]);
  if (session?.required === true && session.signedIn === null) {
    return (
      <Suspense fallback={<RowsSkeleton />}>
        <SignInPage methods={session.methods} />
      </Suspense>
    );
  }
  return own === undefined || own === userId ? children : <RowsSkeleton />;
}
