import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useWords } from '../language.tsx';

type Pages = Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;

/** Asks for the next page of a list where there is one. */
export function LoadMore({ pages }: { pages: Pages }) {
  const { t } = useWords();
  if (!pages.hasNextPage) return null;
  return (
    <button type="button" disabled={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
      {t(pages.isFetchingNextPage ? 'loading' : 'loadMore')}
    </button>
  );
}
