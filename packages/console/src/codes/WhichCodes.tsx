import { type CodeOrder, MOVEMENT_CODES_MAX } from '@yunsu/api';
import { useWords } from '../language.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Field, TextField } from '../parts/Field.tsx';
import { pastedCodes } from './pasted.ts';
import type { Chosen, Which } from './which.ts';

interface Props {
  readonly order: CodeOrder;
  readonly which: Which;
  readonly change: (which: Which) => void;
  readonly chosen: Chosen;
  readonly movable: number;
  readonly faultOf: (field: string) => string | undefined;
}

function Positions({ order, which, change, chosen, faultOf }: Props) {
  const { t } = useWords();
  const wrong =
    chosen === undefined && which.from !== '' ? t('positionsWrong', { count: order.count }) : undefined;
  return (
    <div className="form-row">
      <TextField
        label={t('positionFrom')}
        fault={wrong ?? faultOf('positions')}
        inputMode="numeric"
        value={which.from}
        change={(from) => change({ ...which, from })}
      />
      <TextField
        label={t('positionTo')}
        inputMode="numeric"
        optional
        value={which.to}
        change={(to) => change({ ...which, to })}
      />
    </div>
  );
}

function Pasted({ which, change, faultOf }: Props) {
  const { t } = useWords();
  const count = pastedCodes(which.pasted).length;
  const said = t('pastedCount', { count, max: MOVEMENT_CODES_MAX });
  return (
    <Field label={t('pastedField')} hint={said} fault={count > MOVEMENT_CODES_MAX ? said : faultOf('codes')}>
      {(control) => (
        <textarea
          {...control}
          className="code"
          rows={6}
          spellCheck={false}
          value={which.pasted}
          onChange={(event) => change({ ...which, pasted: event.target.value })}
        />
      )}
    </Field>
  );
}

/** Which codes of an order: all that may move, some by their positions, or those of a pasted list. */
export function WhichCodes(props: Props) {
  const { which, change, movable } = props;
  const { t } = useWords();
  return (
    <>
      <Choice
        legend={t('which')}
        value={which.by}
        options={[
          ['positions', t('whichPositions')],
          ['codes', t('whichCodes')],
          ['all', t('whichAll')],
        ]}
        choose={(by) => change({ ...which, by })}
      />
      {which.by === 'all' && <p className="dim">{t('whichAllHint', { count: movable })}</p>}
      {which.by === 'positions' && <Positions {...props} />}
      {which.by === 'codes' && <Pasted {...props} />}
    </>
  );
}
