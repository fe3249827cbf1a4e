import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import type { CodeOrder, CodeState, OrderCode } from '@yunsu/api';
import { CODE_STATES } from '@yunsu/domain';
import { Link, useSearchParams } from 'react-router';
import { askFile } from '../ask-file.ts';
import { fileName } from '../file-name.ts';
import { useWords } from '../language.tsx';
import { Choice } from '../parts/Choice.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Loading } from '../parts/Loading.tsx';
import { LoadMore } from '../parts/LoadMore.tsx';
import { ToneChip } from '../parts/ToneChip.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { unitPath } from '../paths.ts';
import { saveBlob } from '../save-file.ts';
import { useAsk, useSession } from '../session.tsx';
import { codeStates, toneWord } from '../vocabulary.ts';

/** Codes of one page; the table draws them in parts of its own. */
const PER_PAGE = 30;
const ALL = 'all';

function useColumns(): Column<OrderCode>[] {
  const { t } = useWords();
  return [
    { name: 'position', head: t('position'), numeric: true, cell: ({ position }) => position },
    {
      name: 'code',
      head: t('code'),
      cell: ({ code, uri }) => (
        <Link className="code" to={unitPath(uri)}>
          {code}
        </Link>
      ),
    },
    { name: 'state', head: t('codeState'), cell: ({ state }) => <ToneChip row={codeStates[state]} /> },
  ];
}

/** All codes of an order as a file. */
function Download({ order }: { order: CodeOrder }) {
  const { t } = useWords();
  const { key } = useSession();
  const asking = useMutation({
    mutationFn: () => askFile(key, 'text/csv', (client) => client.listOrderCodes({ orderID: order.id })),
    onSuccess: (bytes) => saveBlob(fileName([t('orderTitle', { id: order.id })], 'csv'), bytes),
  });
  return (
    <>
      <button type="button" disabled={asking.isPending} onClick={() => asking.mutate()}>
        <Icon name="download" /> {t(asking.isPending ? 'downloading' : 'downloadCsv')}
      </button>
      {asking.isError && <Trouble error={asking.error} />}
    </>
  );
}

/** The codes of an order, by state; the state is in the address. */
export function OrderCodes({ order }: { order: CodeOrder }) {
  const { language, t } = useWords();
  const ask = useAsk();
  const [query, setQuery] = useSearchParams();
  const columns = useColumns();
  const state: CodeState | undefined = CODE_STATES.find((one) => one === query.get('state'));
  const answer = useInfiniteQuery({
    queryKey: ['order-codes', order.id, state],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      ask(signal).listOrderCodes({
        orderID: order.id,
        perPage: PER_PAGE,
        ...(state === undefined ? {} : { state }),
        ...(pageParam === '' ? {} : { nextPageToken: pageParam }),
      }),
    getNextPageParam: ({ nextPageToken }) => nextPageToken,
  });
  const codes = answer.data?.pages.flatMap((page) => page.codes) ?? [];
  return (
    <section className="card" aria-labelledby="order-codes">
      <div className="row apart">
        <h2 id="order-codes">{t('orderCodesTitle')}</h2>
        <Download order={order} />
      </div>
      <Choice
        legend={t('codeState')}
        legendHidden
        value={state ?? ALL}
        options={[
          [ALL, t('stateAll')],
          ...CODE_STATES.map((one): [string, string] => [
            one,
            `${toneWord(codeStates[one], language)} ${order.counts[one]}`,
          ]),
        ]}
        choose={(chosen) => setQuery(chosen === ALL ? {} : { state: chosen }, { replace: true })}
      />
      {answer.isPending && <Loading />}
      {answer.isError && <Trouble error={answer.error} retry={() => answer.refetch()} />}
      {answer.isSuccess && codes.length === 0 && <p className="dim">{t('codesOfStateNone')}</p>}
      {codes.length > 0 && (
        <DataTable
          label={t('orderCodesTitle')}
          columns={columns}
          rows={codes}
          keyOf={({ position }) => String(position)}
          shownMax={codes.length}
        />
      )}
      <LoadMore pages={answer} />
    </section>
  );
}
