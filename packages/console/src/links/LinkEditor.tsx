import { useQueryClient } from '@tanstack/react-query';
import { LINKS_MAX, type LinkView } from '@yunsu/api';
import { type FormEvent, useReducer, useState } from 'react';
import { faultAt } from '../faults.ts';
import { useWords } from '../language.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { useAsk } from '../session.tsx';
import { useSubmission } from '../use-submission.ts';
import { beginEditing, draftFaults, edit, toLinks } from './draft.ts';
import { LinkRow } from './LinkRow.tsx';

interface Props {
  readonly uri: string;
  readonly links: readonly LinkView[];
  readonly close: (saved: boolean) => void;
}

/** The links of a code while they are edited; nothing is sent before "save", and every step can be undone until then. */
export function LinkEditor({ uri, links, close }: Props) {
  const { language, t } = useWords();
  const ask = useAsk();
  const answers = useQueryClient();
  const [editing, take] = useReducer(edit, links, beginEditing);
  const [strict, setStrict] = useState(false);
  const saving = useSubmission({
    send: () => ask().replaceLinks({ body: { code: uri, links: toLinks(editing.links) } }),
    sent: (answer) => {
      answers.setQueryData(['links', uri], answer);
      close(true);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setStrict(true);
    const wrong = editing.links.some((link) => Object.keys(draftFaults(link)).length > 0);
    if (!wrong) saving.submit(event);
  };
  const fields = editing.links.flatMap((_, index) =>
    ['linkType', 'title', 'href', 'hreflang'].map((field) => `/links/${index}/${field}`),
  );
  const full = editing.links.length >= LINKS_MAX;
  return (
    <form className="form" onSubmit={submit} noValidate>
      {editing.links.map((link, index) => (
        <LinkRow
          key={link.id}
          link={link}
          number={index + 1}
          take={take}
          strict={strict}
          faultOf={(field) => faultAt(saving.error, `/links/${index}/${field}`, language)}
        />
      ))}
      <div className="row">
        <button type="button" disabled={full} onClick={() => take({ do: 'add' })}>
          <Icon name="plus" /> {t('linkAdd')}
        </button>
        <button type="button" disabled={editing.past.length === 0} onClick={() => take({ do: 'undo' })}>
          {t('linkUndo')}
        </button>
        {full && <span className="dim small">{t('linksMost', { max: LINKS_MAX })}</span>}
      </div>
      {saving.isError && <Trouble error={saving.error} fields={fields} />}
      <div className="row">
        <button type="submit" className="main" disabled={saving.isPending || editing.past.length === 0}>
          {saving.isPending ? t('sending') : t('linkSave', { count: editing.links.length })}
        </button>
        <button type="button" onClick={() => close(false)}>
          {t('cancel')}
        </button>
        {editing.past.length === 0 && <span className="dim small">{t('linkUnchanged')}</span>}
      </div>
    </form>
  );
}
