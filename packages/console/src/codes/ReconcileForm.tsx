import type { CodeOrder, VoidReason } from '@yunsu/api';
import { type CountedLabels, closingOf } from '@yunsu/domain';
import { useState } from 'react';
import { faultAt } from '../faults.ts';
import { newIntention } from '../intention.ts';
import { useWords } from '../language.tsx';
import { TextField } from '../parts/Field.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { useAsk } from '../session.tsx';
import { useSubmission } from '../use-submission.ts';
import { voidReasons, wordOf } from '../vocabulary.ts';

const FIELDS = ['/counted/applied', '/counted/spoiled', '/counted/left', '/note'];
const NOTE_LENGTH_MAX = 200;

type Typed = Readonly<Record<keyof CountedLabels, string>>;
const counts = [
  ['applied', 'reconcileApplied'],
  ['spoiled', 'reconcileSpoiled'],
  ['left', 'reconcileLeft'],
] as const;

/** What was typed as numbers; undefined while one of them is missing. */
function countedOf(typed: Typed): CountedLabels | undefined {
  const whole = Object.values(typed).every((text) => /^\d{1,7}$/.test(text.trim()));
  return whole
    ? { applied: Number(typed.applied), spoiled: Number(typed.spoiled), left: Number(typed.left) }
    : undefined;
}

/** What the sum comes to, and what becomes of the codes that are left. */
function Outcome({ order, counted }: { order: CodeOrder; counted: CountedLabels }) {
  const { language, t } = useWords();
  const { counts: codes, labels } = order;
  const { unexplained, reserved, printed } = closingOf(codes, labels, counted);
  const wordOfReason = (reason: VoidReason) => wordOf(voidReasons, reason, language);
  return (
    <>
      <p className={unexplained === 0 ? undefined : 'fault'}>
        {unexplained === 0
          ? t('reconcileEven')
          : t(unexplained < 0 ? 'reconcileOver' : 'reconcileMissing', { count: Math.abs(unexplained) })}
      </p>
      {codes.reserved > 0 && (
        <p>{t('closingReserved', { count: codes.reserved, reason: wordOfReason(reserved) })}</p>
      )}
      {codes.printed > 0 && (
        <p>
          {printed === null
            ? t('closingKept', { count: codes.printed })
            : t('closingPrinted', { count: codes.printed, reason: wordOfReason(printed) })}
        </p>
      )}
    </>
  );
}

/** The sum as one would write it on paper, and what it comes to. */
function Sum({ order, typed }: { order: CodeOrder; typed: Typed }) {
  const { t } = useWords();
  const counted = countedOf(typed);
  const rest = counted && closingOf(order.counts, order.labels, counted).unexplained;
  return (
    <div className="sum" aria-live="polite">
      <output className="sum-line">
        <span>
          <small>{t('reconcilePrinted')}</small> {order.labels}
        </span>
        {counts.map(([name, word]) => (
          <span key={name}>
            − <small>{t(word)}</small> {typed[name].trim() || '?'}
          </span>
        ))}
        <span className={rest === undefined ? undefined : `sum-rest ${rest === 0 ? 'good' : 'stop'}`}>
          = <small>{t('reconcileUnexplained')}</small> {rest ?? '?'}
        </span>
      </output>
      {counted && <Outcome order={order} counted={counted} />}
    </div>
  );
}

/** Accounts for the printed labels of an order: what was counted, and what nobody can say. */
export function ReconcileForm({ order, close }: { order: CodeOrder; close: (moved?: CodeOrder) => void }) {
  const { language, t } = useWords();
  const ask = useAsk();
  const [idempotencyKey] = useState(newIntention);
  const [typed, setTyped] = useState<Typed>({ applied: '', spoiled: '', left: '' });
  const [note, setNote] = useState('');
  const counted = countedOf(typed);
  const sending = useSubmission({
    send: () =>
      ask().moveCodes({
        orderID: order.id,
        body: {
          act: 'reconcile',
          ...(counted ? { counted } : {}),
          ...(note.trim() === '' ? {} : { note: note.trim() }),
          idempotencyKey,
        },
      }),
    sent: close,
  });
  const at = (pointer: string) => faultAt(sending.error, pointer, language);
  return (
    <Sheet title={t('doReconcile')} close={() => close()}>
      <form className="form" onSubmit={sending.submit}>
        <p className="dim">{t('reconcileHint')}</p>
        <div className="form-row">
          {counts.map(([name, word]) => (
            <TextField
              key={name}
              label={t(word)}
              fault={at(`/counted/${name}`)}
              inputMode="numeric"
              pattern="[0-9]{1,7}"
              required
              value={typed[name]}
              change={(value) => setTyped({ ...typed, [name]: value })}
            />
          ))}
        </div>
        <Sum order={order} typed={typed} />
        <TextField
          label={t('note')}
          fault={at('/note')}
          optional
          value={note}
          change={setNote}
          maxLength={NOTE_LENGTH_MAX}
        />
        {sending.isError && <Trouble error={sending.error} fields={FIELDS} />}
        <button type="submit" className="main" disabled={counted === undefined || sending.isPending}>
          {t(sending.isPending ? 'sending' : 'reconcileSend')}
        </button>
      </form>
    </Sheet>
  );
}
