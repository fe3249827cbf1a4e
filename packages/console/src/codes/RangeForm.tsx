import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CodeRange, IssuableScheme } from '@yunsu/api';
import { useState } from 'react';
import { faultAt } from '../faults.ts';
import { useWords } from '../language.tsx';
import { SelectField, TextField } from '../parts/Field.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { useAsk } from '../session.tsx';
import { useSettled } from '../use-settled.ts';
import { useSubmission } from '../use-submission.ts';
import type { WordName } from '../words.ts';
import { type Preview, previewRange, type RangeDraft, schemeName } from './preview.ts';

const TYPING_MS = 300;
const FIELDS = ['/party', '/scheme', '/stem', '/digits', '/from', '/to'];

/** What the stem of each scheme is. */
const stemHints = {
  gtin: 'stemHintGtin',
  sscc: 'stemHintSscc',
  giai: 'stemHintGiai',
  grai: 'stemHintGrai',
  drug: 'stemHintDrug',
  pesticide: 'stemHintPesticide',
  provincial: 'stemHintProvincial',
} as const satisfies Record<IssuableScheme, WordName>;
const schemeIDs = Object.keys(stemHints) as IssuableScheme[];

/** Who a typed code names, with the name on register. */
function useParty(text: string) {
  const ask = useAsk();
  const code = useSettled(text.trim(), TYPING_MS);
  return useQuery({
    queryKey: ['party-of', code],
    enabled: code !== '',
    queryFn: async ({ signal }) => {
      const { candidates } = await ask(signal).identifyCode({ code });
      const uri =
        candidates.find(({ level, issues }) => level === 'party' && issues.length === 0)?.uri ?? code;
      return { uri, name: (await ask(signal).readParty({ code: uri })).name };
    },
    retry: false,
  });
}

/** The first and the last code that a range will give. */
function Codes({ preview }: { preview: Preview }) {
  const { t } = useWords();
  return (
    <section className="preview" aria-label={t('previewCodes')} aria-live="polite">
      <h3>{t('previewCodes')}</h3>
      {preview.ok ? (
        <dl className="facts">
          <div>
            <dt>{t('previewFirst')}</dt>
            <dd className="code">{preview.first}</dd>
          </div>
          <div>
            <dt>{t('previewLast')}</dt>
            <dd className="code">{preview.last}</dd>
          </div>
          <div>
            <dt>{t('quantity')}</dt>
            <dd>{t('previewCount', { count: preview.count.toLocaleString('en-US') })}</dd>
          </div>
        </dl>
      ) : (
        <p className="dim">{t('previewWaiting')}</p>
      )}
    </section>
  );
}

/** What the preview says about a field; a stem that nobody has typed yet is not wrong. */
function usePreviewFault(preview: Preview, draft: RangeDraft) {
  const { language, t } = useWords();
  return (field: 'stem' | 'digits' | 'from' | 'to') => {
    if (preview.ok || preview.field !== field || draft.stem.trim() === '') return undefined;
    if (preview.reason) return preview.reason[language];
    return t('rangeNumberWrong', { size: String(preview.size) });
  };
}

/** Gives a range of codes to a party. The codes are composed here with the server's own rules, before anything is sent. */
export function RangeForm({ close }: { close: (given?: CodeRange) => void }) {
  const { language, t } = useWords();
  const ask = useAsk();
  const answers = useQueryClient();
  const [party, setParty] = useState('');
  const [draft, setDraft] = useState<RangeDraft>({ scheme: 'gtin', stem: '', digits: '', from: '', to: '' });
  const found = useParty(party);
  const preview = previewRange(draft);
  const previewFault = usePreviewFault(preview, draft);
  const set = (field: keyof RangeDraft) => (value: string) => setDraft({ ...draft, [field]: value });
  const giving = useSubmission({
    send: () =>
      ask().createCodeRange({
        body: {
          party: found.data?.uri ?? party.trim(),
          scheme: draft.scheme,
          stem: draft.stem.trim(),
          ...(draft.digits.trim() === '' ? {} : { digits: Number(draft.digits) }),
          ...(draft.from.trim() === '' ? {} : { from: draft.from.trim() }),
          ...(draft.to.trim() === '' ? {} : { to: draft.to.trim() }),
        },
      }),
    sent: async (range) => {
      await answers.invalidateQueries({ queryKey: ['ranges'] });
      close(range);
    },
  });
  const at = (field: string) => faultAt(giving.error, `/${field}`, language);
  const partyHint = found.data
    ? t('rangePartyFound', { name: found.data.name })
    : t(found.isError ? 'rangePartyUnknown' : 'rangePartyHint');
  return (
    <Sheet title={t('rangeGive')} close={() => close()}>
      <form className="form" onSubmit={giving.submit}>
        <p className="dim">{t('rangeGiveHint')}</p>
        <TextField
          label={t('rangeParty')}
          hint={partyHint}
          fault={at('party')}
          className="code"
          value={party}
          change={setParty}
          required
          maxLength={1024}
        />
        <SelectField
          label={t('scheme')}
          fault={at('scheme')}
          value={draft.scheme}
          change={set('scheme')}
          options={schemeIDs.map((scheme) => [scheme, schemeName(scheme, language)] as const)}
        />
        <TextField
          label={t('stem')}
          hint={t(stemHints[draft.scheme])}
          fault={previewFault('stem') ?? at('stem')}
          className="code"
          value={draft.stem}
          change={set('stem')}
          required
          maxLength={64}
        />
        <div className="form-row">
          <TextField
            label={t('digits')}
            fault={previewFault('digits') ?? at('digits')}
            inputMode="numeric"
            optional
            value={draft.digits}
            change={set('digits')}
          />
          <TextField
            label={t('rangeFrom')}
            fault={previewFault('from') ?? at('from')}
            inputMode="numeric"
            optional
            value={draft.from}
            change={set('from')}
          />
          <TextField
            label={t('rangeTo')}
            hint={t('rangeToHint')}
            fault={previewFault('to') ?? at('to')}
            inputMode="numeric"
            optional
            value={draft.to}
            change={set('to')}
          />
        </div>
        <Codes preview={preview} />
        {giving.isError && <Trouble error={giving.error} fields={FIELDS} />}
        <button type="submit" className="main" disabled={!preview.ok || giving.isPending}>
          {t(giving.isPending ? 'sending' : 'rangeGive')}
        </button>
      </form>
    </Sheet>
  );
}
