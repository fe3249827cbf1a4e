import { useState } from 'react';
import { Link } from 'react-router';
import { useTitle, useWords } from '../language.tsx';
import { CodeSearch } from '../parts/CodeSearch.tsx';
import { unitPath } from '../paths.ts';
import { readRecent } from '../recent.ts';

/** Any code, read while it is typed. */
export function HomePage() {
  const { t } = useWords();
  const [recent] = useState(readRecent);
  useTitle(t('navLookUp'));
  return (
    <>
      <section className="card hero">
        <h1>{t('homeTitle')}</h1>
        <p className="dim">{t('homeLead')}</p>
        <CodeSearch readAlong />
      </section>
      {recent.length > 0 && (
        <section className="card">
          <h2>{t('recent')}</h2>
          <ul className="plain recent">
            {recent.map((code) => (
              <li key={code}>
                <Link className="code" to={unitPath(code)}>
                  {code}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
