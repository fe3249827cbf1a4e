import { useWords } from '../language.tsx';

/** Says that an answer is on its way. */
export function Loading() {
  const { t } = useWords();
  return (
    <p className="loading" role="status">
      <span className="spinner" aria-hidden="true" />
      {t('loading')}
    </p>
  );
}
