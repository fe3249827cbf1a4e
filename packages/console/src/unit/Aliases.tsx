import { useQuery } from '@tanstack/react-query';
import type { AliasAnswer } from '@yunsu/api';
import { useState } from 'react';
import { formatTime } from '../format.ts';
import { useWords } from '../language.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { useAsk, useSession } from '../session.tsx';
import { AliasForm } from './AliasForm.tsx';

/** While an alias is joining, the list asks again. */
const POLL_MS = 2000;

function AliasLine({ alias }: { alias: AliasAnswer['aliases'][number] }) {
  const { language, t } = useWords();
  const { uri, name, state, added } = alias;
  return (
    <li className="row">
      <span>{name[language]}</span>
      <span className="code">{uri}</span>
      <CopyButton text={uri} />
      <span className={`chip ${state === 'done' ? 'good' : 'warn'}`}>
        {t(state === 'done' ? 'aliasDone' : 'aliasWaiting')}
      </span>
      <span className="dim small">{t('aliasAdded', { time: formatTime(added) })}</span>
    </li>
  );
}

/** The other codes of a unit, and a form to add one. */
export function Aliases({ code }: { code: string }) {
  const { t } = useWords();
  const ask = useAsk();
  const { key } = useSession();
  const [adding, setAdding] = useState(false);
  const answer = useQuery({
    queryKey: ['aliases', code],
    queryFn: ({ signal }) => ask(signal).listAliases({ code }),
    refetchInterval: ({ state }) =>
      state.data?.aliases.some((alias) => alias.state === 'waiting') ? POLL_MS : false,
  });
  return (
    <section className="card" aria-labelledby="aliases">
      <div className="row apart">
        <h2 id="aliases">{t('aliases')}</h2>
        {key && !adding && (
          <button type="button" onClick={() => setAdding(true)}>
            <Icon name="plus" /> {t('aliasAdd')}
          </button>
        )}
      </div>
      {answer.isPending && <Loading />}
      {answer.isError && <Trouble error={answer.error} retry={() => answer.refetch()} />}
      {answer.data?.aliases.length === 0 && !adding && <p className="dim">{t('aliasesNone')}</p>}
      {answer.data && answer.data.aliases.length > 0 && (
        <ul className="plain lines">
          {answer.data.aliases.map((alias) => (
            <AliasLine key={alias.uri} alias={alias} />
          ))}
        </ul>
      )}
      {adding && <AliasForm unit={code} done={() => setAdding(false)} />}
    </section>
  );
}
