import { useQuery } from '@tanstack/react-query';
import type { PartyAnswer, PlaceAnswer } from '@yunsu/api';
import { unitText } from '../format.ts';
import { useWords } from '../language.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { useAsk } from '../session.tsx';
import { levels, wordOf } from '../vocabulary.ts';

/** A party with its licences, or a place with its operator, as the register has it. */
export function RegisterEntry({ level, uri }: { level: 'party' | 'place'; uri: string }) {
  const { language } = useWords();
  const ask = useAsk();
  const answer = useQuery<PartyAnswer | PlaceAnswer>({
    queryKey: ['register', uri],
    queryFn: ({ signal }) =>
      level === 'party' ? ask(signal).readParty({ code: uri }) : ask(signal).readPlace({ code: uri }),
  });
  return (
    <section className="card" aria-labelledby="register">
      <h1 id="register">{answer.data?.name ?? unitText(level, uri, language)}</h1>
      <p className="row">
        <span className="chip calm">{wordOf(levels, level, language)}</span>
        <span className="code">{uri}</span>
        <CopyButton text={uri} />
      </p>
      {answer.isPending && <Loading />}
      {answer.isError && <Trouble error={answer.error} />}
      {answer.isSuccess && <Entry row={answer.data} />}
    </section>
  );
}

function Entry({ row }: { row: PartyAnswer | PlaceAnswer }) {
  const { t } = useWords();
  const licences = 'licences' in row ? row.licences : [];
  return (
    <dl className="facts">
      <div>
        <dt>{t('division')}</dt>
        <dd>{row.division ?? t('none')}</dd>
      </div>
      {'operator' in row && row.operator !== undefined && (
        <div>
          <dt>{t('operator')}</dt>
          <dd className="code">{row.operator}</dd>
        </div>
      )}
      {licences.map(({ type, number, scope, validFrom, validTo }) => (
        <div key={type + number}>
          <dt>{t('licence')}</dt>
          <dd>
            {number} · {scope} · {validFrom} – {validTo ?? t('open')}
          </dd>
        </div>
      ))}
    </dl>
  );
}
