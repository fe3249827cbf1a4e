import type { CodeOrder, VoidReason } from '@yunsu/api';
import { useState } from 'react';
import { faultAt } from '../faults.ts';
import { newIntention } from '../intention.ts';
import { useWords } from '../language.tsx';
import { SelectField, TextField } from '../parts/Field.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { Working } from '../parts/Working.tsx';
import { useAsk } from '../session.tsx';
import { useSubmission } from '../use-submission.ts';
import { voidReasons, wordOf } from '../vocabulary.ts';
import { swept } from './balance.ts';
import { WhichCodes } from './WhichCodes.tsx';
import { chosenOf, type Which } from './which.ts';

const FIELDS = ['/positions', '/codes', '/reason', '/note'];
const NOTE_LENGTH_MAX = 200;

export type Act = 'print' | 'activate' | 'void';
/** What each act is called and what it means. */
const sentences = {
  print: ['doPrinted', 'printedHint'],
  activate: ['doActivate', 'activateHint'],
  void: ['doVoid', 'voidHint'],
} as const;
const reasons = Object.keys(voidReasons) as VoidReason[];

interface Props {
  readonly order: CodeOrder;
  readonly act: Act;
  readonly close: (moved?: CodeOrder) => void;
}

/** Says that codes of an order were printed, are active or void. However often it is sent, it is done once. */
export function MoveForm({ order, act, close }: Props) {
  const { language, t } = useWords();
  const ask = useAsk();
  const [idempotencyKey] = useState(newIntention);
  const [which, setWhich] = useState<Which>({
    by: act === 'void' ? 'positions' : 'all',
    from: '',
    to: '',
    pasted: '',
  });
  const [reason, setReason] = useState<VoidReason>('spoiled');
  const [note, setNote] = useState('');
  const [word, hint] = sentences[act];
  const most = swept(order, act);
  const chosen = chosenOf(which, order, most);
  const moving = useSubmission({
    send: () =>
      ask().moveCodes({
        orderID: order.id,
        body: {
          act,
          ...chosen?.part,
          ...(act === 'void' ? { reason } : {}),
          ...(note.trim() === '' ? {} : { note: note.trim() }),
          idempotencyKey,
        },
      }),
    sent: close,
  });
  const at = (field: string) => faultAt(moving.error, `/${field}`, language);
  return (
    <Sheet title={t(word)} close={() => close()}>
      <form className="form" onSubmit={moving.submit}>
        <p className={act === 'void' ? 'notice warn' : 'dim'}>{t(hint)}</p>
        <WhichCodes
          order={order}
          which={which}
          change={setWhich}
          chosen={chosen}
          movable={most}
          faultOf={at}
        />
        {act === 'void' && (
          <SelectField
            label={t('voidReason')}
            fault={at('reason')}
            value={reason}
            change={setReason}
            options={reasons.map((one) => [one, wordOf(voidReasons, one, language)] as const)}
          />
        )}
        <TextField
          label={t('note')}
          fault={at('note')}
          optional
          value={note}
          change={setNote}
          maxLength={NOTE_LENGTH_MAX}
        />
        {moving.isError && <Trouble error={moving.error} fields={FIELDS} />}
        {moving.isPending && <Working text={t('working', { count: chosen?.count ?? 0 })} />}
        <button type="submit" className="main" disabled={chosen === undefined || moving.isPending}>
          {t('moveSend', { act: t(word), count: chosen?.count ?? 0 })}
        </button>
      </form>
    </Sheet>
  );
}
