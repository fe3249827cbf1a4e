import type { TraceAnswer, TraceGap, TraceLink, TraceNode } from '@yunsu/api';
import { Link } from 'react-router';
import { amountText, formatTime, holderText, placeText, shareText, shortCode, unitText } from '../format.ts';
import { useWords } from '../language.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import type { Opened } from '../parts/EventSheet.tsx';
import { Holder, Place } from '../parts/Who.tsx';
import { unitPath } from '../paths.ts';
import { gapKinds, linkKinds, wordOf } from '../vocabulary.ts';
import type { Language, Say } from '../words.ts';
import { endTexts } from './card-text.ts';

type Open = (opened: Opened) => void;

const timeColumn = <Row extends { time: string }>(t: Say): Column<Row> => ({
  name: 'time',
  head: t('time'),
  cell: ({ time }) => <time dateTime={time}>{formatTime(time)}</time>,
});

const amountColumn = <Row extends { quantity?: string; uom?: string; quantityMax?: string }>(
  t: Say,
  language: Language,
): Column<Row> => ({
  name: 'quantity',
  head: t('quantity'),
  numeric: true,
  cell: (row) => amountText(row, language, t) || null,
});

const shareColumn = <Row extends { share?: string; shareMax?: string }>(t: Say): Column<Row> => ({
  name: 'share',
  head: t('share'),
  numeric: true,
  cell: (row) => shareText(row, t) || null,
});

const eventColumn = <Row extends { eventID: string }>(t: Say, open: Open): Column<Row> => ({
  name: 'event',
  head: t('event'),
  cell: ({ eventID }) => (
    <button type="button" className="as-link" title={eventID} onClick={() => open({ eventID })}>
      {t('openEvent')}
    </button>
  ),
});

function marksOf(node: TraceNode, language: Language, t: Say) {
  const ends = endTexts({ id: node.id, members: [node] }, language);
  if (!node.inTransit && !node.inferred && ends.length === 0) return null;
  return (
    <span className="chips">
      {node.inTransit && <span className="chip warn">{t('inTransit')}</span>}
      {node.inferred && <span className="chip warn">{t('inferred')}</span>}
      {ends.map(({ kind, text }) => (
        <span key={kind + text} className="chip calm">
          {text}
        </span>
      ))}
    </span>
  );
}

/** The nodes of the graph as rows. */
export function NodeTable({ nodes }: { nodes: readonly TraceNode[] }) {
  const { language, t } = useWords();
  const columns: Column<TraceNode>[] = [
    timeColumn(t),
    { name: 'holder', head: t('holder'), cell: ({ holder }) => <Holder holder={holder} /> },
    { name: 'place', head: t('place'), cell: ({ place }) => <Place place={place} /> },
    {
      name: 'code',
      head: t('code'),
      cell: ({ uri, level, product }) => (
        <>
          <Link to={unitPath(uri)}>{unitText(level, uri, language)}</Link>
          {product !== undefined && <div className="dim small">{product}</div>}
        </>
      ),
    },
    amountColumn(t, language),
    shareColumn(t),
    {
      name: 'marks',
      head: t('marks'),
      cell: (node) => marksOf(node, language, t),
    },
  ];
  return <DataTable label={t('nodes')} columns={columns} rows={nodes} keyOf={({ id }) => id} />;
}

/** The links of the graph as rows, with the names of their ends. */
export function LinkTable({
  answer,
  links,
  open,
}: {
  answer: TraceAnswer;
  links: readonly TraceLink[];
  open: Open;
}) {
  const { language, t } = useWords();
  const nodeOf = new Map(answer.nodes.map((node) => [node.id, node]));
  const end = (id: string) => {
    const node = nodeOf.get(id);
    if (!node) return id;
    return (
      <>
        {holderText(node.holder, t)} @ {placeText(node.place, t)}
        <div className="dim small">{unitText(node.level, node.uri, language)}</div>
      </>
    );
  };
  const columns: Column<TraceLink>[] = [
    timeColumn(t),
    {
      name: 'kind',
      head: t('kind'),
      cell: ({ kind }) => <span className={`route-mark ${kind}`}>{wordOf(linkKinds, kind, language)}</span>,
    },
    { name: 'from', head: t('fromNode'), cell: ({ from }) => end(from) },
    { name: 'to', head: t('toNode'), cell: ({ to }) => end(to) },
    amountColumn(t, language),
    shareColumn(t),
    eventColumn(t, open),
  ];
  if (links.length === 0) return <p className="dim">{t('linksNone')}</p>;
  return (
    <DataTable
      label={t('links')}
      columns={columns}
      rows={links}
      keyOf={({ from, to, kind, eventID }, index) => `${index} ${from} ${to} ${kind} ${eventID}`}
    />
  );
}

/** What the record does not explain. */
export function GapTable({ gaps, open }: { gaps: readonly TraceGap[]; open: Open }) {
  const { language, t } = useWords();
  const columns: Column<TraceGap>[] = [
    timeColumn(t),
    { name: 'kind', head: t('kind'), cell: ({ kind }) => wordOf(gapKinds, kind, language) },
    {
      name: 'code',
      head: t('code'),
      cell: ({ uri }) => (
        <Link className="code" to={unitPath(uri)}>
          {shortCode(uri)}
        </Link>
      ),
    },
    amountColumn(t, language),
    eventColumn(t, open),
  ];
  if (gaps.length === 0) return <p className="dim">{t('gapsNone')}</p>;
  return (
    <DataTable
      label={t('gaps')}
      columns={columns}
      rows={gaps}
      keyOf={({ kind, uri, eventID }, index) => `${index} ${kind} ${uri} ${eventID}`}
    />
  );
}
