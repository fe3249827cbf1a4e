import {
  type AriaLabelConfig,
  MarkerType,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  type Viewport,
} from '@xyflow/react';
import type { TraceAnswer } from '@yunsu/api';
import { useEffect, useMemo } from 'react';
import { useWords } from '../language.tsx';
import { Icon } from '../parts/Icon.tsx';
import { linkKinds, wordOf } from '../vocabulary.ts';
import { toCardText } from './card-text.ts';
import { CARD, type Drawing, firstView } from './draw.ts';
import { type RouteEdge, RouteLine } from './RouteLine.tsx';
import { type CardNode, TraceCard } from './TraceCard.tsx';

const nodeTypes = { card: TraceCard };
const edgeTypes = { route: RouteLine };
const ZOOM_MIN = 0.05;
const ZOOM_MAX = 1.5;
/** With more cards than this, words on the lines would cover each other. */
const LABELLED_MAX = 60;
/** With more cards than this, those out of sight are not drawn, and the keyboard reaches them by the tables only. */
const REACHABLE_MAX = 300;
const MOVE_MS = 200;

interface Props {
  readonly answer: TraceAnswer;
  readonly drawing: Drawing;
  readonly downward: boolean;
  readonly view: { readonly width: number; readonly height: number; readonly zoomMin: number };
  readonly picked: string | undefined;
  readonly pick: (card: string | undefined) => void;
}

function useNodes({ answer, drawing, downward, picked }: Props): CardNode[] {
  const { language, t } = useWords();
  const gapped = useMemo(() => new Set(answer.gaps.map(({ node }) => node)), [answer]);
  return useMemo(
    () =>
      drawing.cards.map((card) => {
        const { holder, place, unit, amount, share } = toCardText(card, language, t);
        return {
          id: card.id,
          type: 'card',
          position: { x: card.x, y: card.y },
          width: CARD.width,
          height: CARD.height,
          selected: card.id === picked,
          ariaRole: 'button',
          ariaLabel: [holder, place, unit, amount, share].filter(Boolean).join(', '),
          data: {
            card,
            isStart: card.members.some(({ id }) => id === answer.root),
            hasGap: card.members.some(({ id }) => gapped.has(id)),
            downward,
          },
        };
      }),
    [drawing, answer, gapped, downward, picked, language, t],
  );
}

function useEdges({ drawing }: Props): RouteEdge[] {
  const { language, t } = useWords();
  return useMemo(() => {
    const named = new Map(drawing.cards.map((card) => [card.id, toCardText(card, language, t).holder]));
    return drawing.links.map(({ id, from, to, kind, path, label, members }) => ({
      id,
      ariaLabel: `${named.get(from)} → ${named.get(to)}, ${wordOf(linkKinds, kind, language)}`,
      type: 'route',
      source: from,
      target: to,
      markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14, color: '#7d8c86' },
      focusable: false,
      data: {
        path,
        label,
        kind,
        count: members.length,
        labelled: drawing.cards.length <= LABELLED_MAX,
      },
    }));
  }, [drawing, language, t]);
}

function Controls({ start }: { start: Viewport }) {
  const { t } = useWords();
  const flow = useReactFlow();
  const buttons = [
    ['plus', t('zoomIn'), () => flow.zoomIn({ duration: MOVE_MS })],
    ['minus', t('zoomOut'), () => flow.zoomOut({ duration: MOVE_MS })],
    ['fit', t('zoomFit'), () => flow.fitView({ duration: MOVE_MS, padding: 0.05 })],
    ['home', t('zoomStart'), () => flow.setViewport(start, { duration: MOVE_MS })],
  ] as const;
  return (
    <div className="graph-controls">
      {buttons.map(([icon, label, act]) => (
        <button key={icon} type="button" aria-label={label} title={label} onClick={act}>
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}

function Flow(props: Props & { start: Viewport }) {
  const { start, drawing, view, pick, picked } = props;
  const { t } = useWords();
  const flow = useReactFlow<CardNode, RouteEdge>();
  const nodes = useNodes(props);
  const edges = useEdges(props);
  useEffect(() => {
    flow.setViewport(start);
  }, [flow, start]);
  const change = (changes: readonly NodeChange<CardNode>[]) => {
    const on = changes.find((one) => one.type === 'select' && one.selected);
    const off = changes.some((one) => one.type === 'select' && !one.selected && one.id === picked);
    if (on?.type === 'select') pick(on.id);
    else if (off) pick(undefined);
  };
  const labels: Partial<AriaLabelConfig> = {
    'node.a11yDescription.default': t('openNode'),
    'node.a11yDescription.keyboardDisabled': t('openNode'),
    'edge.a11yDescription.default': '',
  };
  return (
    <section className="graph" aria-label={t('graph')} style={{ height: view.height }}>
      <ReactFlow<CardNode, RouteEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        defaultViewport={start}
        minZoom={ZOOM_MIN}
        maxZoom={ZOOM_MAX}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        onlyRenderVisibleElements={drawing.cards.length > REACHABLE_MAX}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        ariaLabelConfig={labels}
        proOptions={{ hideAttribution: true }}
        onNodesChange={change}
      />
    </section>
  );
}

/** What the colours of the lines say. */
function Legend({ drawing }: { drawing: Drawing }) {
  const { language, t } = useWords();
  const kinds = [...new Set(drawing.links.map(({ kind }) => kind))];
  return (
    <ul className="plain legend" aria-label={t('legend')}>
      {kinds.map((kind) => (
        <li key={kind} className={kind}>
          {wordOf(linkKinds, kind, language)}
        </li>
      ))}
    </ul>
  );
}

/** The graph: cards and lines, moved by dragging, looked into by picking. */
export function TraceGraph(props: Props) {
  const { answer, drawing, view } = props;
  const { t } = useWords();
  const start = useMemo(() => {
    const card = drawing.cards.find(({ members }) => members.some(({ id }) => id === answer.root));
    return firstView(drawing, view, card ?? { x: 0, y: 0 });
  }, [drawing, answer, view]);
  return (
    <ReactFlowProvider>
      <Flow {...props} start={start} />
      <div className="row graph-foot">
        <Controls start={start} />
        <Legend drawing={drawing} />
        <span className="dim small">{t('graphHint')}</span>
      </div>
    </ReactFlowProvider>
  );
}
