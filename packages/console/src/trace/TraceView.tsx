import type { TraceAnswer } from '@yunsu/api';
import { useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { formatTime } from '../format.ts';
import { useWords } from '../language.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useWide } from '../use-wide.ts';
import { useWidth } from '../use-width.ts';
import { CardDetails } from './CardDetails.tsx';
import { drawTrace, viewHeight, zoomMin } from './draw.ts';
import { TraceGraph } from './TraceGraph.tsx';
import { type Shown, Twin } from './Twin.tsx';

/** Cards that a graph can show at all. */
const CARDS_MAX = 2000;
/** Most of the window's height that the graph takes, so that the tables stay in sight. */
const HEIGHT_PORTION = 0.68;

function Notices({ answer, showGaps }: { answer: TraceAnswer; showGaps: () => void }) {
  const { t } = useWords();
  const { asKnownAt, truncated, gaps } = answer;
  return (
    <>
      <p className="dim small">
        {t('asKnownAt', { number: asKnownAt.number, time: formatTime(asKnownAt.time) })} · {t('zoneNote')}
      </p>
      {truncated && (
        <p className="notice warn" role="status">
          <Icon name="alert" /> {t('truncated', { limit: truncated.limit, max: truncated.max })}
        </p>
      )}
      {gaps.length > 0 && (
        <p className="notice warn row apart">
          <span>
            <Icon name="alert" /> {t('gapsNotice', { count: gaps.length })}
          </span>
          <button type="button" onClick={showGaps}>
            {t('gaps')}
          </button>
        </p>
      )}
    </>
  );
}

const isShown = (text: string | null): text is Shown =>
  text === 'nodes' || text === 'links' || text === 'gaps';

/** An answer as graph and as tables. */
export function TraceView({ answer, code }: { answer: TraceAnswer; code: string }) {
  const { t } = useWords();
  const [query, setQuery] = useSearchParams();
  const frame = useRef<HTMLDivElement>(null);
  const tables = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const downward = !useWide();
  const drawing = useMemo(() => drawTrace(answer, downward), [answer, downward]);
  const [picked, setPicked] = useState<string>();
  const [only, setOnly] = useState<ReadonlySet<string>>();
  const view = useMemo(() => {
    const heightMax = Math.round(window.innerHeight * HEIGHT_PORTION);
    const room = { width, heightMax, zoomMin: zoomMin(downward) };
    return { ...room, height: viewHeight(drawing, room) };
  }, [drawing, width, downward]);
  const asked = query.get('show');
  const shown = isShown(asked) ? asked : 'nodes';
  const show = (name: Shown) => {
    const changed = new URLSearchParams(query);
    changed.set('show', name);
    setQuery(changed, { replace: true, preventScrollReset: true });
  };
  const card = drawing.cards.find(({ id }) => id === picked);
  const showRows = () => {
    setOnly(new Set(card?.members.map(({ id }) => id)));
    show('nodes');
    tables.current?.scrollIntoView({ behavior: 'smooth' });
  };
  const showGaps = () => {
    setOnly(undefined);
    show('gaps');
    tables.current?.scrollIntoView({ behavior: 'smooth' });
  };
  if (answer.nodes.length === 0) return <p className="notice">{t('traceNone')}</p>;
  return (
    <>
      <Notices answer={answer} showGaps={showGaps} />
      {answer.nodes.length === 1 && <p className="notice">{t('traceOne')}</p>}
      <div className="graph-frame" ref={frame}>
        {drawing.cards.length > CARDS_MAX && (
          <p className="notice">{t('graphTooLarge', { max: CARDS_MAX })}</p>
        )}
        {drawing.cards.length <= CARDS_MAX && width > 0 && (
          <TraceGraph
            answer={answer}
            drawing={drawing}
            downward={downward}
            view={view}
            picked={picked}
            pick={setPicked}
          />
        )}
        {card && <CardDetails card={card} showRows={showRows} close={() => setPicked(undefined)} />}
      </div>
      <div ref={tables}>
        <Twin
          answer={answer}
          code={code}
          shown={shown}
          show={show}
          only={only}
          showAll={() => setOnly(undefined)}
        />
      </div>
    </>
  );
}
