import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { faultAt } from '../faults.ts';
import { useWords } from '../language.tsx';
import { TextField } from '../parts/Field.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { useAsk } from '../session.tsx';
import { useSubmission } from '../use-submission.ts';

const FIELDS = ['/alias', '/decision/number', '/decision/reason'];
/** Lengths that the API takes (shapes/alias.ts). */
const NUMBER_LENGTH_MAX = 64;
const REASON_LENGTH_MAX = 500;
const CODE_LENGTH_MAX = 2048;

/** Gives a unit another name; joining two codes that both have events asks for the decision of a regulator. */
export function AliasForm({ unit, done }: { unit: string; done: () => void }) {
  const { language, t } = useWords();
  const ask = useAsk();
  const answers = useQueryClient();
  const [alias, setAlias] = useState('');
  const [decided, setDecided] = useState(false);
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const adding = useSubmission({
    send: () =>
      ask().addAlias({
        body: { unit, alias: alias.trim(), ...(decided ? { decision: { number, reason } } : {}) },
      }),
    sent: async () => {
      // What stood under the other code belongs to this unit from now on.
      await answers.invalidateQueries();
      done();
    },
  });
  const at = (pointer: string) => faultAt(adding.error, pointer, language);
  return (
    <form className="form" onSubmit={adding.submit}>
      <TextField
        label={t('aliasField')}
        hint={t('aliasHint')}
        fault={at('/alias')}
        className="code"
        value={alias}
        change={setAlias}
        required
        maxLength={CODE_LENGTH_MAX}
      />
      <label className="check">
        <input type="checkbox" checked={decided} onChange={(event) => setDecided(event.target.checked)} />
        {t('aliasDecide')}
      </label>
      {decided && (
        <>
          <p className="dim small">{t('aliasDecideHint')}</p>
          <TextField
            label={t('decisionNumber')}
            fault={at('/decision/number')}
            value={number}
            change={setNumber}
            required
            maxLength={NUMBER_LENGTH_MAX}
          />
          <TextField
            label={t('decisionReason')}
            fault={at('/decision/reason')}
            value={reason}
            change={setReason}
            required
            maxLength={REASON_LENGTH_MAX}
          />
        </>
      )}
      {adding.isError && <Trouble error={adding.error} fields={FIELDS} />}
      <div className="row">
        <button type="submit" className="main" disabled={adding.isPending}>
          {t(adding.isPending ? 'sending' : 'aliasSend')}
        </button>
        <button type="button" onClick={done}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
