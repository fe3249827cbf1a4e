import { linkTypes } from '@yunsu/api';
import { useWords } from '../language.tsx';
import { SelectField, TextField } from '../parts/Field.tsx';
import { draftFaults, type LinkDraft, type Step } from './draft.ts';

/** Stands for a relation of somebody's own in the list of types. */
const OTHER = 'other';

interface Props {
  readonly link: LinkDraft;
  readonly number: number;
  readonly take: (step: Step) => void;
  /** Faults are shown once somebody tried to save. */
  readonly strict: boolean;
  /** What the server says about a field of this link. */
  readonly faultOf: (field: string) => string | undefined;
}

/** The type of a link: a word of GS1, or a relation of somebody's own. */
function TypeFields({ link, take, strict, faultOf }: Props) {
  const { language, t } = useWords();
  const own = !link.linkType.startsWith('gs1:');
  const change = (value: string) => take({ do: 'change', id: link.id, field: 'linkType', value });
  const known = Object.entries(linkTypes)
    .map(([word, title]): [string, string] => [`gs1:${word}`, title[language]])
    .sort(([, one], [, other]) => one.localeCompare(other, language));
  const wrong = strict && draftFaults(link).linkType ? t('linkTypeWrong') : undefined;
  return (
    <>
      <SelectField
        label={t('linkType')}
        fault={own ? undefined : faultOf('linkType')}
        value={own ? OTHER : link.linkType}
        change={(value) => change(value === OTHER ? 'https://' : value)}
        options={[...known, [OTHER, t('linkOther')]]}
      />
      {own && (
        <TextField
          label={t('linkRelation')}
          fault={wrong ?? faultOf('linkType')}
          value={link.linkType}
          change={change}
          maxLength={200}
        />
      )}
    </>
  );
}

/** One link while it is edited. */
export function LinkRow(props: Props) {
  const { link, number, take, strict, faultOf } = props;
  const { t } = useWords();
  const faults = strict ? draftFaults(link) : {};
  const change = (field: 'href' | 'title' | 'languages') => (value: string) =>
    take({ do: 'change', id: link.id, field, value });
  return (
    <fieldset className="link-row">
      <legend>
        {t('linkNumber', { number })}{' '}
        {link.isDefault && <span className="chip good">{t('linkDefault')}</span>}
      </legend>
      <TypeFields {...props} />
      <TextField
        label={t('linkTitle')}
        fault={faults.title ? t('linkTitleWrong') : faultOf('title')}
        value={link.title}
        change={change('title')}
        maxLength={200}
      />
      <TextField
        label={t('linkAddress')}
        fault={faults.href ? t('linkAddressWrong') : faultOf('href')}
        type="url"
        className="code"
        value={link.href}
        change={change('href')}
        maxLength={2048}
      />
      <TextField
        label={t('linkLanguages')}
        hint={t('linkLanguagesHint')}
        fault={
          faults.languages === undefined
            ? faultOf('hreflang')
            : t('linkLanguageWrong', { tag: faults.languages })
        }
        value={link.languages}
        change={change('languages')}
      />
      <div className="row">
        {link.isDefault ? (
          <button type="button" onClick={() => take({ do: 'default' })}>
            {t('linkNoDefault')}
          </button>
        ) : (
          <button type="button" onClick={() => take({ do: 'default', id: link.id })}>
            {t('linkMakeDefault')}
          </button>
        )}
        <button type="button" onClick={() => take({ do: 'remove', id: link.id })}>
          {t('linkRemove')}
        </button>
      </div>
    </fieldset>
  );
}
