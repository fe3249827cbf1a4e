import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Refusal } from '@yunsu/api';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { LanguageProvider } from './language.tsx';
import { Unbroken } from './parts/Unbroken.tsx';
import { AppRoutes } from './routes.tsx';
import { SessionProvider } from './session.tsx';

const RETRIES_MAX = 2;
const FRESH_MS = 10_000;

const answers = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays a refusal; a lost connection or an overloaded server is worth another try.
      retry: (failures, error) => failures < RETRIES_MAX && !(error instanceof Refusal && error.status < 500),
      refetchOnWindowFocus: false,
      staleTime: FRESH_MS,
    },
  },
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <Unbroken>
        <QueryClientProvider client={answers}>
          <SessionProvider>
            <BrowserRouter basename="/console">
              <AppRoutes />
            </BrowserRouter>
          </SessionProvider>
        </QueryClientProvider>
      </Unbroken>
    </LanguageProvider>
  </StrictMode>,
);
