import type { TraceAnswer } from '@yunsu/api';
import { pictureGraphOf, toCsv } from '@yunsu/api';
import { drawPicture, toPictureSvg } from '@yunsu/domain';
import { useState } from 'react';
import { fileName } from '../file-name.ts';
import { useWords } from '../language.tsx';
import { Choice } from '../parts/Choice.tsx';
import { EventSheet, type Opened } from '../parts/EventSheet.tsx';
import { Icon } from '../parts/Icon.tsx';
import { saveFile } from '../save-file.ts';
import { toGapSheet, toLinkSheet, toNodeSheet } from './export.ts';
import { GapTable, LinkTable, NodeTable } from './tables.tsx';

export type Shown = 'nodes' | 'links' | 'gaps';

interface Props {
  readonly answer: TraceAnswer;
  readonly code: string;
  readonly shown: Shown;
  readonly show: (shown: Shown) => void;
  /** Ids of nodes to which the tables are limited; undefined for all. */
  readonly only: ReadonlySet<string> | undefined;
  readonly showAll: () => void;
}

/** The graph as tables: every row that the graph stands for, and as files. */
export function Twin({ answer, code, shown, show, only, showAll }: Props) {
  const { language, t } = useWords();
  const [opened, setOpened] = useState<Opened>();
  const nodes = answer.nodes.filter(({ id }) => only?.has(id) ?? true);
  const links = answer.links.filter(({ from, to }) => !only || only.has(from) || only.has(to));
  const gaps = answer.gaps.filter(({ node }) => !only || only.has(node ?? ''));
  const sheets = {
    nodes: { label: t('exportNodes'), rows: () => toNodeSheet(nodes, language, t) },
    links: { label: t('exportLinks'), rows: () => toLinkSheet(links, language, t) },
    gaps: { label: t('exportGaps'), rows: () => toGapSheet(gaps, language, t) },
  };
  const save = () =>
    saveFile(fileName([code, t(shown)], 'csv'), toCsv(sheets[shown].rows()), 'text/csv;charset=utf-8');
  const savePicture = () => {
    const drawn = drawPicture(pictureGraphOf(answer, language), { language, flow: 'right' });
    saveFile(fileName([code], 'svg'), toPictureSvg(drawn), 'image/svg+xml');
  };
  const counted = { nodes: nodes.length, links: links.length, gaps: gaps.length };
  return (
    <section className="card" aria-label={t('tables')}>
      <div className="row apart">
        <Choice
          legend={t('tables')}
          legendHidden
          value={shown}
          options={(['nodes', 'links', 'gaps'] as const).map((name) => [name, `${t(name)} ${counted[name]}`])}
          choose={show}
        />
        <span className="row">
          <button type="button" onClick={savePicture}>
            <Icon name="download" /> {t('savePicture')}
          </button>
          <button type="button" onClick={save} disabled={counted[shown] === 0}>
            <Icon name="download" /> {sheets[shown].label}
          </button>
        </span>
      </div>
      {only && (
        <p className="notice row apart">
          {t('onlyPicked', { count: counted[shown] })}
          <button type="button" onClick={showAll}>
            {t('showAll')}
          </button>
        </p>
      )}
      {shown === 'nodes' && <NodeTable nodes={nodes} />}
      {shown === 'links' && <LinkTable answer={answer} links={links} open={setOpened} />}
      {shown === 'gaps' && <GapTable gaps={gaps} open={setOpened} />}
      {opened && <EventSheet opened={opened} close={() => setOpened(undefined)} />}
    </section>
  );
}
