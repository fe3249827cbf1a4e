import { useQuery } from '@tanstack/react-query';
import { type LinkView, linkTypeTitle } from '@yunsu/api';
import { lazy, Suspense, useState } from 'react';
import { formatTime, shortCode } from '../format.ts';
import { useWords } from '../language.tsx';
import { Loading } from '../parts/Loading.tsx';
import { ToneChip } from '../parts/ToneChip.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { useAsk, useSession } from '../session.tsx';
import { healths } from '../vocabulary.ts';

/** Most people read links; only who edits loads the editor. */
const LinkEditor = lazy(async () => ({ default: (await import('./LinkEditor.tsx')).LinkEditor }));

function LinkLine({ link, uri }: { link: LinkView; uri: string }) {
  const { language, t } = useWords();
  const { anchor, linkType, href, title, hreflang, isDefault, health, lastVisited, lastResult } = link;
  const visited =
    lastVisited === null
      ? ''
      : t('visited', { time: formatTime(lastVisited), result: lastResult ?? t('none') });
  return (
    <li>
      <p className="row">
        <a href={href} rel="noopener noreferrer">
          {title}
        </a>
        <span className="dim small">{linkTypeTitle(linkType)?.[language] ?? linkType}</span>
        {hreflang.length > 0 && <span className="dim small">{hreflang.join(', ')}</span>}
        {isDefault && <span className="chip good">{t('linkDefault')}</span>}
        {anchor !== uri && (
          <span className="chip mute">{t('linkInherited', { anchor: shortCode(anchor) })}</span>
        )}
        <ToneChip row={healths[health]} />
      </p>
      <p className="dim small">
        <span className="code">{href}</span> {visited}
      </p>
    </li>
  );
}

/** Where a code leads, with what the last visit found, and an editor for who may change it. */
export function Links({ code }: { code: string }) {
  const { t } = useWords();
  const ask = useAsk();
  const { key } = useSession();
  const [state, setState] = useState<'read' | 'edit' | 'saved'>('read');
  const answer = useQuery({
    queryKey: ['links', code],
    queryFn: ({ signal }) => ask(signal).listLinks({ code }),
  });
  const links = answer.data?.links ?? [];
  const uri = answer.data?.uri ?? code;
  return (
    <section className="card" aria-labelledby="code-links">
      <div className="row apart">
        <h2 id="code-links">{t('linksTitle')}</h2>
        {key && answer.isSuccess && state !== 'edit' && (
          <button type="button" onClick={() => setState('edit')}>
            {t('linksEdit')}
          </button>
        )}
      </div>
      <p className="dim">{t('linksLead')}</p>
      {answer.isPending && <Loading />}
      {answer.isError && <Trouble error={answer.error} retry={() => answer.refetch()} />}
      {state === 'saved' && (
        <p className="notice" role="status">
          {t('linksSaved')}
        </p>
      )}
      {state === 'edit' ? (
        <Suspense fallback={<Loading />}>
          <LinkEditor
            uri={uri}
            links={links.filter(({ anchor }) => anchor === uri)}
            close={(saved) => setState(saved ? 'saved' : 'read')}
          />
        </Suspense>
      ) : (
        <ul className="plain lines">
          {links.map((link) => (
            <LinkLine
              key={`${link.anchor} ${link.linkType} ${link.href} ${link.hreflang}`}
              link={link}
              uri={uri}
            />
          ))}
        </ul>
      )}
      {answer.isSuccess && links.length === 0 && state !== 'edit' && (
        <p className="dim">{t('linksOfNone')}</p>
      )}
    </section>
  );
}
