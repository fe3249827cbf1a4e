import { Link } from 'react-router';
import { useTitle, useWords } from '../language.tsx';

/** For an address that names no page. */
export function NotFoundPage() {
  const { t } = useWords();
  useTitle(t('notFoundTitle'));
  return (
    <section className="card">
      <h1>{t('notFoundTitle')}</h1>
      <p>{t('notFoundText')}</p>
      <p>
        <Link className="button main" to="/">
          {t('goHome')}
        </Link>
      </p>
    </section>
  );
}
