import { SHEET_LABELS_MAX, type SheetRequest } from '@yunsu/api';
import { useState } from 'react';
import { faultAt } from '../faults.ts';
import { useWords } from '../language.tsx';
import { Choice } from '../parts/Choice.tsx';
import { TextField } from '../parts/Field.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { Working } from '../parts/Working.tsx';
import type { WordName } from '../words.ts';
import { CertificateFields } from './CertificateFields.tsx';
import { emptyCertificate, missingParts, todayInBeijing } from './certificate.ts';
import { LayoutPicker } from './LayoutPicker.tsx';
import { layouts, perPageOf } from './layouts.ts';
import { kindsOf, layoutsOf, type Source } from './offers.ts';
import { Preview } from './Preview.tsx';
import { pagesOf } from './print-run.ts';
import { StartPicker } from './StartPicker.tsx';
import { type PrintDraft, positionsOf, sheetRequests } from './sheet-requests.ts';
import { usePrintRun } from './use-print-run.ts';

const FIELDS = ['/title', '/order', '/startAt', '/certificate'];
const TITLE_LENGTH_MAX = 40;

/** What each kind of label is called. */
const kindWords = {
  qr: 'kindQr',
  datamatrix: 'kindDatamatrix',
  'gs1-128': 'kindGs1128',
  sscc: 'kindSscc',
  certificate: 'kindCertificate',
} as const satisfies Record<SheetRequest['kind'], WordName>;

interface PartProps {
  readonly source: Source;
  readonly draft: PrintDraft;
  readonly change: (part: Partial<PrintDraft>) => void;
  readonly faultOf: (pointer: string) => string | undefined;
}

/** What goes on each label. */
function Content({ source, draft, change, faultOf }: PartProps) {
  const { t } = useWords();
  const wrong =
    positionsOf(source, draft) === undefined && 'count' in source
      ? t('positionsWrong', { count: source.count })
      : undefined;
  return (
    <>
      <Choice
        legend={t('printKind')}
        value={draft.kind}
        options={kindsOf(source.scheme).map((kind) => [kind, t(kindWords[kind])] as const)}
        choose={(kind) => change({ kind })}
      />
      {'count' in source && (
        <div className="form-row">
          <TextField
            label={t('positionFrom')}
            fault={wrong ?? faultOf('/order')}
            inputMode="numeric"
            value={draft.from}
            change={(from) => change({ from })}
          />
          <TextField
            label={t('positionTo')}
            inputMode="numeric"
            value={draft.to}
            change={(to) => change({ to })}
          />
        </div>
      )}
      {draft.kind === 'certificate' ? (
        <CertificateFields
          content={draft.certificate}
          change={(certificate) => change({ certificate })}
          faultOf={(part) => faultOf(`/certificate/${part}`)}
        />
      ) : (
        <TextField
          label={t('printLabelTitle')}
          hint={t('printLabelTitleHint', { max: TITLE_LENGTH_MAX })}
          fault={faultOf('/title')}
          optional
          maxLength={TITLE_LENGTH_MAX}
          value={draft.title}
          change={(title) => change({ title })}
        />
      )}
    </>
  );
}

/** On which paper, in which file, and from which label on. */
function Paper({ draft, change }: Pick<PartProps, 'draft' | 'change'>) {
  const { t } = useWords();
  const layout = layouts[draft.layout];
  const chooseForm = (form: PrintDraft['form']) => {
    const [first = draft.layout] = layoutsOf(form);
    change(layoutsOf(form).includes(draft.layout) ? { form } : { form, layout: first });
  };
  return (
    <>
      <Choice
        legend={t('printForm')}
        value={draft.form}
        options={[
          ['pdf', 'PDF'],
          ['zpl', 'ZPL'],
        ]}
        choose={chooseForm}
      />
      {draft.form === 'zpl' && (
        <Choice
          legend={t('printDpi')}
          value={String(draft.dpi) as '203' | '300' | '600'}
          options={(['203', '300', '600'] as const).map((dpi) => [dpi, t('dpiOf', { dpi })] as const)}
          choose={(dpi) => change({ dpi: Number(dpi) as PrintDraft['dpi'] })}
        />
      )}
      <LayoutPicker
        value={draft.layout}
        offered={layoutsOf(draft.form)}
        choose={(chosen) => change({ layout: chosen, startAt: 1 })}
      />
      {layout.paper === 'a4' && (
        <StartPicker
          columns={layout.columns}
          rows={layout.rows}
          startAt={draft.startAt}
          choose={(startAt) => change({ startAt })}
        />
      )}
    </>
  );
}

/** How many labels, pages and files it will be. */
function Amount({ source, draft, files }: Pick<PartProps, 'source' | 'draft'> & { files: number }) {
  const { t } = useWords();
  const positions = positionsOf(source, draft);
  if (!positions) return null;
  const perPage = perPageOf(draft.layout);
  const sheets = pagesOf({ ...positions, startAt: perPage === 1 ? 1 : draft.startAt, perPage });
  return (
    <p className="dim">
      {t('printAmount', { labels: positions.to - positions.from + 1, sheets })}
      {files > 1 && ` ${t('printFiles', { files, max: SHEET_LABELS_MAX })}`}
    </p>
  );
}

const draftFor = (source: Source): PrintDraft => ({
  kind: kindsOf(source.scheme)[0] ?? 'qr',
  layout: source.scheme === 'sscc' ? 'roll-100x150' : 'a4-3x8',
  form: 'pdf',
  dpi: 300,
  startAt: 1,
  title: '',
  from: '1',
  to: 'count' in source ? String(source.count) : '1',
  certificate: emptyCertificate(todayInBeijing(Date.now())),
});

/** Labels on paper: what, on which paper, from which label on; a preview of one, then files to print. */
export function PrintForm({ source, close }: { source: Source; close: () => void }) {
  const { language, t } = useWords();
  const [draft, setDraft] = useState(() => draftFor(source));
  const name = t('printTitle');
  const { state, run, stop } = usePrintRun(
    `${name}-${'code' in source ? source.code : t('orderTitle', { id: source.order })}`,
  );
  const requests = sheetRequests(source, draft);
  const complete = draft.kind !== 'certificate' || missingParts(draft.certificate).length === 0;
  const error = state.kind === 'refused' ? state.error : undefined;
  const part: PartProps = {
    source,
    draft,
    change: (changed) => setDraft({ ...draft, ...changed }),
    faultOf: (pointer) => faultAt(error, pointer, language),
  };
  const working = state.kind === 'working';
  return (
    <Sheet title={name} close={close}>
      <form
        className="print"
        onSubmit={(event) => {
          event.preventDefault();
          run(requests);
        }}
      >
        <div className="form">
          <Content {...part} />
          <Paper {...part} />
        </div>
        <div className="form print-side">
          <Preview source={source} draft={draft} />
          <Amount source={source} draft={draft} files={requests.length} />
          {error !== undefined && <Trouble error={error} fields={FIELDS} />}
          {working && (
            <>
              <Working
                text={t('printWorking', { part: state.file, parts: requests.length })}
                {...(requests.length > 1 ? { done: state.file - 1, of: requests.length } : {})}
              />
              <button type="button" onClick={stop}>
                {t('printStop')}
              </button>
            </>
          )}
          {state.kind === 'done' && (
            <p className="notice" role="status">
              {'code' in source ? t('printDoneOne') : t('printDone', { files: state.files })}
            </p>
          )}
          <button type="submit" className="main" disabled={requests.length === 0 || !complete || working}>
            <Icon name="download" /> {t('printDownload', { form: draft.form.toUpperCase() })}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
