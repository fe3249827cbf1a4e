import { useQueryClient } from '@tanstack/react-query';
import { type Client, createClient } from '@yunsu/api';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

/** A session is a key, or `''` for the public view; `null` until the person has said which. */
interface Session {
  readonly key: string | null;
  enter(key: string): void;
  leave(): void;
}

/** sessionStorage: one tab, gone when it closes. The key is in no address and no cookie. */
const NAME = 'yunsu.key';
const Current = createContext<Session | undefined>(undefined);

/** Gives every component the key of this tab. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const answers = useQueryClient();
  const [key, setKey] = useState(() => sessionStorage.getItem(NAME));
  const session = useMemo<Session>(
    () => ({
      key,
      enter(entered) {
        sessionStorage.setItem(NAME, entered);
        answers.clear();
        setKey(entered);
      },
      leave() {
        sessionStorage.removeItem(NAME);
        answers.clear();
        setKey(null);
      },
    }),
    [key, answers],
  );
  return <Current value={session}>{children}</Current>;
}

/** The key of this tab. */
export function useSession(): Session {
  const session = useContext(Current);
  if (!session) throw new Error('useSession stands outside of SessionProvider');
  return session;
}

/** The one door: the typed client with a key, on the server that served this page. */
export const clientWith = (key: string | null, signal?: AbortSignal): Client =>
  createClient({ url: location.origin, ...(key ? { key } : {}), ...(signal ? { signal } : {}) });

/** Asks the API with the key of this tab. */
export function useAsk(): (signal?: AbortSignal) => Client {
  const { key } = useSession();
  return useMemo(() => (signal?: AbortSignal) => clientWith(key, signal), [key]);
}

/** The part of a key that may be shown: its id, never the secret. */
export const keyName = (key: string): string => /^(ys_[0-9a-z]+)_/.exec(key)?.[1] ?? '…';
