import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { CapturePage } from './pages/CapturePage.tsx';
import { HomePage } from './pages/HomePage.tsx';
import { KeyPage } from './pages/KeyPage.tsx';
import { LinkHealthPage } from './pages/LinkHealthPage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { UnitPage } from './pages/UnitPage.tsx';
import { Loading } from './parts/Loading.tsx';
import { Shell } from './parts/Shell.tsx';
import { useSession } from './session.tsx';

/** The graph is half of the code; only who traces loads it. */
const TracePage = lazy(async () => ({ default: (await import('./pages/TracePage.tsx')).TracePage }));

/** Codes are composed in the browser with the rules of all schemes; only who makes codes loads them. */
const CodesPage = lazy(async () => ({ default: (await import('./pages/CodesPage.tsx')).CodesPage }));
const OrderPage = lazy(async () => ({ default: (await import('./pages/OrderPage.tsx')).OrderPage }));

/** Every page of the console. A new one is a file in `pages/` and a line here. */
export function AppRoutes() {
  const { key } = useSession();
  if (key === null) return <KeyPage />;
  return (
    <Shell>
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route path="/" element={<HomePage />} />
          <Route path="/units" element={<UnitPage />} />
          <Route path="/trace" element={<TracePage />} />
          <Route path="/codes" element={<CodesPage />} />
          <Route path="/codes/orders/:orderID" element={<OrderPage />} />
          <Route path="/link-health" element={<LinkHealthPage />} />
          <Route path="/capture" element={<CapturePage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}
