import { useQueryClient } from '@tanstack/react-query';
import { type CodeRange, ORDER_CODES_MAX, type OrderRequest } from '@yunsu/api';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { faultAt } from '../faults.ts';
import { newIntention } from '../intention.ts';
import { useWords } from '../language.tsx';
import { Choice } from '../parts/Choice.tsx';
import { TextField } from '../parts/Field.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { Working } from '../parts/Working.tsx';
import { orderPath } from '../paths.ts';
import { useAsk } from '../session.tsx';
import { useSubmission } from '../use-submission.ts';
import { schemeName } from './preview.ts';

const FIELDS = ['/range', '/count', '/lot', '/note'];
/** Lengths that the API takes (shapes/issuing.ts). */
const LOT_LENGTH_MAX = 20;
const NOTE_LENGTH_MAX = 200;

/** Reserves codes of a range. The intention is made once: however often it is sent, the codes are reserved once. */
export function OrderForm({ range, close }: { range: CodeRange; close: () => void }) {
  const { language, t } = useWords();
  const ask = useAsk();
  const answers = useQueryClient();
  const navigate = useNavigate();
  const [idempotencyKey] = useState(newIntention);
  const [count, setCount] = useState('');
  const [manner, setManner] = useState<OrderRequest['manner']>('sequential');
  const [lot, setLot] = useState('');
  const [note, setNote] = useState('');
  const wanted = /^\d{1,6}$/.test(count) ? Number(count) : 0;
  const left = BigInt(range.left) - BigInt(wanted);
  const fits = wanted >= 1 && wanted <= ORDER_CODES_MAX && left >= 0n;
  const ordering = useSubmission({
    send: () =>
      ask().createCodeOrder({
        body: {
          range: range.id,
          count: wanted,
          manner,
          ...(lot.trim() === '' ? {} : { lot: lot.trim() }),
          ...(note.trim() === '' ? {} : { note: note.trim() }),
          idempotencyKey,
        },
      }),
    sent: async (order) => {
      await answers.invalidateQueries({ queryKey: ['ranges'] });
      await answers.invalidateQueries({ queryKey: ['orders'] });
      navigate(orderPath(order.id));
    },
  });
  const at = (field: string) => faultAt(ordering.error, `/${field}`, language);
  const tooMany = left < 0n ? t('orderTooMany', { count: range.left }) : undefined;
  return (
    <Sheet title={t('orderCodes')} close={close}>
      <form className="form" onSubmit={ordering.submit}>
        <p>
          {schemeName(range.scheme, language)} <span className="code">{range.stem}</span>
        </p>
        <TextField
          label={t('orderCount')}
          hint={
            fits
              ? t('orderLeft', { count: left.toString() })
              : t('orderCountHint', { max: ORDER_CODES_MAX.toLocaleString('en-US') })
          }
          fault={tooMany ?? at('count')}
          inputMode="numeric"
          value={count}
          change={setCount}
          required
          pattern="[0-9]{1,6}"
        />
        <Choice
          legend={t('manner')}
          value={manner}
          options={[
            ['sequential', t('mannerSequential')],
            ['random', t('mannerRandom')],
          ]}
          choose={setManner}
        />
        <TextField
          label={t('orderLot')}
          fault={at('lot')}
          optional
          value={lot}
          change={setLot}
          maxLength={LOT_LENGTH_MAX}
        />
        <TextField
          label={t('note')}
          fault={at('note')}
          optional
          value={note}
          change={setNote}
          maxLength={NOTE_LENGTH_MAX}
        />
        {ordering.isError && <Trouble error={ordering.error} fields={FIELDS} />}
        {ordering.isPending && <Working text={t('working', { count: wanted })} />}
        <button type="submit" className="main" disabled={!fits || ordering.isPending}>
          {t('orderSend', { count: wanted })}
        </button>
      </form>
    </Sheet>
  );
}
