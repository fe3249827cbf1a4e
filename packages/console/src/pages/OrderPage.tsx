import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CodeOrder } from '@yunsu/api';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { type Act, MoveForm } from '../codes/MoveForm.tsx';
import { Movements } from '../codes/Movements.tsx';
import { OrderCodes } from '../codes/OrderCodes.tsx';
import { OrderHead } from '../codes/OrderHead.tsx';
import { ReconcileForm } from '../codes/ReconcileForm.tsx';
import { useTitle, useWords } from '../language.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { CODES_PATH } from '../paths.ts';
import { PrintForm } from '../print/PrintForm.tsx';
import { useAsk } from '../session.tsx';

/** The dialog that is open over an order. */
export type Doing = Act | 'reconcile' | 'sheet' | undefined;

/** An order: its balance, what was done to its codes, the codes, and everything that may be done next. */
export function OrderPage() {
  const { t } = useWords();
  const ask = useAsk();
  const { orderID = '' } = useParams();
  const answer = useQuery({
    queryKey: ['order', orderID],
    queryFn: ({ signal }) => ask(signal).readCodeOrder({ orderID }),
  });
  useTitle(t('orderTitle', { id: orderID }));
  return (
    <>
      <p>
        <Link to={CODES_PATH}>← {t('backToCodes')}</Link>
      </p>
      {answer.isPending && <Loading />}
      {answer.isError && <Trouble error={answer.error} retry={() => answer.refetch()} />}
      {answer.isSuccess && <Order key={orderID} order={answer.data} />}
    </>
  );
}

/** What was just done, in a sentence. */
function useDone(order: CodeOrder, before: CodeOrder | undefined): string | undefined {
  const { t } = useWords();
  if (before === undefined) return undefined;
  const fresh = order.movements.slice(before.movements.length);
  if (fresh.some(({ act }) => act === 'reconcile')) {
    return t('reconcileDone', { count: order.unexplained ?? 0 });
  }
  const count = fresh.reduce((sum, movement) => sum + movement.count, 0);
  return count === 0 ? t('movedNone') : t('moved', { count });
}

function Order({ order }: { order: CodeOrder }) {
  const answers = useQueryClient();
  const [doing, setDoing] = useState<Doing>();
  const [before, setBefore] = useState<CodeOrder>();
  const done = useDone(order, before);
  const close = (moved?: CodeOrder) => {
    setDoing(undefined);
    if (!moved) return;
    setBefore(order);
    answers.setQueryData(['order', order.id], moved);
    answers.invalidateQueries({ queryKey: ['order-codes', order.id] });
    answers.invalidateQueries({ queryKey: ['orders'] });
  };
  return (
    <>
      <OrderHead
        order={order}
        mayReconcile={order.reconciled === null && order.labels > 0}
        start={setDoing}
      />
      {done !== undefined && (
        <p className="notice" role="status">
          {done}
        </p>
      )}
      <Movements movements={order.movements} />
      <OrderCodes order={order} />
      {(doing === 'print' || doing === 'activate' || doing === 'void') && (
        <MoveForm order={order} act={doing} close={close} />
      )}
      {doing === 'reconcile' && <ReconcileForm order={order} close={close} />}
      {doing === 'sheet' && (
        <PrintForm
          source={{ order: order.id, count: order.count, scheme: order.scheme }}
          close={() => setDoing(undefined)}
        />
      )}
    </>
  );
}
