import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../language.tsx';
import { unitPath } from '../paths.ts';
import { Readings } from '../readings/Readings.tsx';
import { useSettled } from '../use-settled.ts';
import { Icon } from './Icon.tsx';

const TYPING_MS = 200;
const CODE_LENGTH_MAX = 2048;

/** The one field for every code. It reads along while somebody types; Enter (or a scanner) opens the best reading. */
export function CodeSearch({ code = '', readAlong = false }: { code?: string; readAlong?: boolean }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [text, setText] = useState(code);
  const wanted = useSettled(text.trim(), TYPING_MS);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') navigate(unitPath(text.trim()));
  };
  return (
    <>
      <search>
        <form className="ask" onSubmit={submit}>
          <label htmlFor="code">{t('codeField')}</label>
          <div className="ask-row">
            <input
              id="code"
              name="code"
              className="code"
              value={text}
              onChange={(event) => setText(event.target.value)}
              placeholder={t('codePlaceholder')}
              required
              maxLength={CODE_LENGTH_MAX}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              enterKeyHint="search"
            />
            <button type="submit" className="main">
              <Icon name="search" />
              <span>{t('lookUp')}</span>
            </button>
          </div>
        </form>
      </search>
      {readAlong && wanted !== '' && (
        <section aria-live="polite" aria-label={t('candidates')}>
          <h2>{t('candidates')}</h2>
          <Readings code={wanted} />
        </section>
      )}
    </>
  );
}
