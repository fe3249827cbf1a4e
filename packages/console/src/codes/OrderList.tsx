import { useInfiniteQuery } from '@tanstack/react-query';
import type { CodeOrder } from '@yunsu/api';
import { Link } from 'react-router';
import { formatTime } from '../format.ts';
import { useWords } from '../language.tsx';
import { Bar, BarWords } from '../parts/Bar.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { Loading } from '../parts/Loading.tsx';
import { LoadMore } from '../parts/LoadMore.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { Holder } from '../parts/Who.tsx';
import { orderPath } from '../paths.ts';
import { useAsk } from '../session.tsx';
import { balanceOf, sumText } from './balance.ts';
import { schemeName } from './preview.ts';
import { Reconciled } from './Reconciled.tsx';

/** Orders of one page. */
const PER_PAGE = 20;

/** The balance of an order as a bar and in words. */
export function Balance({ order }: { order: CodeOrder }) {
  const { language } = useWords();
  const parts = balanceOf(order, language);
  return (
    <>
      <Bar parts={parts} label={sumText(parts)} />
      <BarWords parts={parts} />
    </>
  );
}

function useColumns(): Column<CodeOrder>[] {
  const { language, t } = useWords();
  return [
    {
      name: 'order',
      head: t('created'),
      cell: ({ id, created, lot }) => (
        <>
          <Link to={orderPath(id)}>{t('orderTitle', { id })}</Link>
          <div className="dim small">
            {formatTime(created)}
            {lot !== undefined && ` · ${t('orderLot')} ${lot}`}
          </div>
        </>
      ),
    },
    { name: 'party', head: t('standingTo'), cell: ({ party }) => <Holder holder={party} /> },
    {
      name: 'scheme',
      head: t('scheme'),
      cell: ({ scheme, stem }) => (
        <>
          {schemeName(scheme, language)} <div className="code small">{stem}</div>
        </>
      ),
    },
    { name: 'count', head: t('orderCount'), numeric: true, cell: ({ count }) => count },
    { name: 'balance', head: t('balance'), cell: (order) => <Balance order={order} /> },
    { name: 'reconciled', head: t('doReconcile'), cell: (order) => <Reconciled order={order} /> },
  ];
}

/** The orders of the caller, the latest first; each with a balance that adds up. */
export function OrderList() {
  const { t } = useWords();
  const ask = useAsk();
  const columns = useColumns();
  const answer = useInfiniteQuery({
    queryKey: ['orders'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      ask(signal).listCodeOrders({
        perPage: PER_PAGE,
        ...(pageParam === '' ? {} : { nextPageToken: pageParam }),
      }),
    getNextPageParam: ({ nextPageToken }) => nextPageToken,
  });
  const orders = answer.data?.pages.flatMap((page) => page.orders) ?? [];
  return (
    <section className="card" aria-labelledby="orders">
      <h2 id="orders">{t('orders')}</h2>
      {answer.isPending && <Loading />}
      {answer.isError && <Trouble error={answer.error} retry={() => answer.refetch()} />}
      {answer.isSuccess && orders.length === 0 && <p className="dim">{t('ordersNone')}</p>}
      {orders.length > 0 && (
        <DataTable label={t('orders')} columns={columns} rows={orders} keyOf={({ id }) => id} />
      )}
      <LoadMore pages={answer} />
    </section>
  );
}
