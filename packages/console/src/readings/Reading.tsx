import type { Identification } from '@yunsu/api';
import { Link } from 'react-router';
import { percentOf } from '../decimal.ts';
import { useWords } from '../language.tsx';
import { Icon } from '../parts/Icon.tsx';
import { publicPath, tracePath, unitPath } from '../paths.ts';
import { levels, wordOf } from '../vocabulary.ts';
import { confidenceStep } from './confidence.ts';
import { markPlace } from './mark-place.ts';

export type Candidate = Identification['candidates'][number];

/** How sure a reading is: a bar, its word and the number. */
function Confidence({ confidence }: { confidence: number }) {
  const { t } = useWords();
  const { word, tone } = confidenceStep(confidence);
  return (
    <span className="confidence">
      <span className="confidence-bar" aria-hidden="true">
        <span className={tone} style={{ width: `${confidence * 100}%` }} />
      </span>
      {t(word)} <span className="dim small">{t('confidence', { share: percentOf(String(confidence)) })}</span>
    </span>
  );
}

/** The parts of a code in words, in its order. */
function Parts({ candidate }: { candidate: Candidate }) {
  const { language, t } = useWords();
  if (candidate.inWords.length === 0) return null;
  return (
    <dl className="code-parts" aria-label={t('partsInWords')}>
      {candidate.inWords.map(({ part, value, name, meaning }) => (
        <div key={part}>
          <dt>{name[language]}</dt>
          <dd>
            <span className="code">{value}</span>
            {meaning && <span> {meaning[language]}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What is wrong with a code, each fault with its place in what was written. */
function Issues({ issues, input }: { issues: Candidate['issues']; input: string }) {
  const { language, t } = useWords();
  return (
    <ul className="plain issues">
      {issues.map((issue) => {
        const { before, at, after } = markPlace(input, issue.at);
        return (
          <li key={`${issue.at} ${issue.en}`}>
            <p className="code">
              {before}
              <mark>{at || '\u00A0'}</mark>
              {after}
            </p>
            <p className="fault">
              <Icon name="alert" /> {at === '' ? t('issueAtEnd') : t('issueAt', { place: before.length + 1 })}
              {language === 'zh' ? '：' : ': '}
              {issue[language]}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** Who gives the code out and where anybody may ask about it. */
function Ask({ issuer }: { issuer: NonNullable<Candidate['issuer']> }) {
  const { language, t } = useWords();
  const { name, ask } = issuer;
  return (
    <p className="small">
      {t('issuedBy', { name: name[language] })}
      {ask && <span className="dim"> · {ask[language]}</span>}{' '}
      {ask?.url !== undefined && (
        <a href={ask.url} rel="noopener noreferrer">
          {t('askThere')}
        </a>
      )}
    </p>
  );
}

/** One reading of a code: what it is called, how sure that is, its parts in words, its faults, and the ways on. */
export function Reading({ candidate, input }: { candidate: Candidate; input: string }) {
  const { language, t } = useWords();
  const { uri, name, verified, level, confidence, issues, issuer } = candidate;
  return (
    <li className="candidate">
      <div>
        <p className="row">
          <b>{name[language]}</b>
          <span className="chip calm">{wordOf(levels, level, language)}</span>
          {!verified && (
            <span className="chip warn" title={t('unverifiedHint')}>
              {t('unverified')}
            </span>
          )}
          <Confidence confidence={confidence} />
        </p>
        <p className="code dim small">{uri}</p>
        <Parts candidate={candidate} />
        {issues.length > 0 && <Issues issues={issues} input={input} />}
        {issuer && <Ask issuer={issuer} />}
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
