import { OrderList } from '../codes/OrderList.tsx';
import { RangeList } from '../codes/RangeList.tsx';
import { useTitle, useWords } from '../language.tsx';
import { useSession } from '../session.tsx';

/** Ranges and orders: who may make codes of what, and what became of those that were made. */
export function CodesPage() {
  const { t } = useWords();
  const { key } = useSession();
  useTitle(t('codesTitle'));
  return (
    <>
      <section className="card">
        <h1>{t('codesTitle')}</h1>
        <p className="dim">{t('codesLead')}</p>
        {!key && <p className="notice">{t('codesNeedKey')}</p>}
      </section>
      {key && (
        <>
          <RangeList />
          <OrderList />
        </>
      )}
    </>
  );
}
