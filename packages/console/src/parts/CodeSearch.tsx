import { useQuery } from '@tanstack/react-query';
import type { Identification } from '@yunsu/api';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { percentOf } from '../decimal.ts';
import { useWords } from '../language.tsx';
import { publicPath, tracePath, unitPath } from '../links.ts';
import { useAsk } from '../session.tsx';
import { useSettled } from '../use-settled.ts';
import { levels, wordOf } from '../vocabulary.ts';
import { Icon } from './Icon.tsx';

const TYPING_MS = 200;
const CODE_LENGTH_MAX = 2048;
type Candidate = Identification['candidates'][number];

/** One reading of a code, with its faults and the ways on. */
function CandidateCard({ candidate }: { candidate: Candidate }) {
  const { language, t } = useWords();
  const { uri, name, level, parts, confidence, issues } = candidate;
  return (
    <li className="candidate">
      <div>
        <p>
          <b>{language === 'zh' ? name.zh : name.en}</b>{' '}
          <span className="chip calm">{wordOf(levels, level, language)}</span>{' '}
          <span className="dim">{t('confidence', { share: percentOf(String(confidence)) })}</span>
        </p>
        <p className="code">{uri}</p>
        <p className="dim code">
          {Object.entries(parts)
            .map(([part, value]) => `${part} ${value}`)
            .join(' · ')}
        </p>
        {issues.map(({ at, en, zh }) => (
          <p key={`${at}${en}`} className="fault">
            <Icon name="alert" /> {language === 'zh' ? zh : en}
          </p>
        ))}
      </div>
      {issues.length === 0 && (
        <div className="row">
          <Link className="button main" to={unitPath(uri)}>
            {t('openUnit')}
          </Link>
          <Link className="button" to={tracePath(uri)}>
            {t('openTrace')}
          </Link>
          <a className="button" href={publicPath(uri)}>
            {t('openPublic')}
          </a>
        </div>
      )}
    </li>
  );
}

/** The one field for every code. It reads along while somebody types; Enter (or a scanner) opens the best reading. */
export function CodeSearch({ code = '', readAlong = false }: { code?: string; readAlong?: boolean }) {
  const { t } = useWords();
  const ask = useAsk();
  const navigate = useNavigate();
  const [text, setText] = useState(code);
  const wanted = useSettled(text.trim(), TYPING_MS);
  const reading = useQuery({
    queryKey: ['identify', wanted],
    queryFn: ({ signal }) => ask(signal).identifyCode({ code: wanted }),
    enabled: readAlong && wanted !== '',
    placeholderData: (before) => before,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') navigate(unitPath(text.trim()));
  };
  const candidates = wanted === '' ? undefined : reading.data?.candidates;
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
      {readAlong && candidates && (
        <section aria-live="polite" aria-label={t('candidates')}>
          {candidates.length === 0 ? (
            <p className="notice warn">{t('candidatesNone')}</p>
          ) : (
            <>
              <h2>{t('candidates')}</h2>
              <ul className="plain candidates">
                {candidates.map((candidate) => (
                  <CandidateCard key={candidate.scheme + candidate.uri} candidate={candidate} />
                ))}
              </ul>
            </>
          )}
        </section>
      )}
    </>
  );
}
