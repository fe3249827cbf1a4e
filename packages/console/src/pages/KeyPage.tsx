import { useMutation } from '@tanstack/react-query';
import { Refusal } from '@yunsu/api';
import { type FormEvent, useState } from 'react';
import { useTitle, useWords } from '../language.tsx';
import { Mark } from '../parts/Mark.tsx';
import { LanguageSwitch } from '../parts/Shell.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { clientWith, useSession } from '../session.tsx';

/** Any call refuses a wrong key; this one costs nothing. */
const checkKey = (key: string) => clientWith(key).identifyCode({ code: '0' });

/** A pasted key brings spaces and line ends along, or the words of the header. */
const cleaned = (text: string): string => text.trim().replace(/^Bearer\s+/i, '');

/** Asks for the key, checks it, and lets the person go on without one. */
export function KeyPage() {
  const { t } = useWords();
  const { enter } = useSession();
  const [text, setText] = useState('');
  const checking = useMutation({ mutationFn: checkKey, onSuccess: (_, key) => enter(key) });
  const refused = checking.error instanceof Refusal && checking.error.status === 401;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (cleaned(text) !== '') checking.mutate(cleaned(text));
  };
  useTitle(t('keyTitle'));
  return (
    <div className="door">
      <div className="row apart">
        <span className="mark">
          <Mark />
          <b>{t('wordmark')}</b> <span className="dim">{t('console')}</span>
        </span>
        <LanguageSwitch />
      </div>
      <main className="card">
        <h1>{t('keyTitle')}</h1>
        <p className="dim">{t('keyLead')}</p>
        <form onSubmit={submit}>
          <label htmlFor="key">{t('keyField')}</label>
          <input
            id="key"
            name="key"
            className="code"
            value={text}
            onChange={(event) => setText(event.target.value)}
            required
            maxLength={512}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-describedby="key-hint"
            aria-invalid={refused}
          />
          <p id="key-hint" className="dim">
            {t('keyHint')}
          </p>
          {refused && (
            <p className="notice stop" role="alert">
              {t('keyRefused')}
            </p>
          )}
          {checking.isError && !refused && <Trouble error={checking.error} />}
          <button type="submit" className="main" disabled={checking.isPending}>
            {t(checking.isPending ? 'keyChecking' : 'keyEnter')}
          </button>
        </form>
        <button type="button" className="quiet" onClick={() => enter('')}>
          {t('keyPublic')}
        </button>
      </main>
    </div>
  );
}
