import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import type { TraceLink } from '@yunsu/api';
import { useWords } from '../language.tsx';
import { linkKinds, wordOf } from '../vocabulary.ts';

export type RouteEdge = Edge<
  {
    readonly path: string;
    readonly label: { readonly x: number; readonly y: number };
    readonly kind: TraceLink['kind'];
    readonly count: number;
    readonly labelled: boolean;
  },
  'route'
>;

/** A link along the way that the layout found for it. */
export function RouteLine({ data, markerEnd }: EdgeProps<RouteEdge>) {
  const { language } = useWords();
  if (!data) return null;
  const { path, label, kind, count, labelled } = data;
  const word = wordOf(linkKinds, kind, language);
  return (
    <g className={`route ${kind}`}>
      <BaseEdge path={path} {...(markerEnd ? { markerEnd } : {})} />
      {labelled && (
        <text className="route-word" x={label.x} y={label.y} textAnchor="middle">
          <tspan dy="-5">{word}</tspan>
          {count > 1 && (
            <tspan x={label.x} dy="20">
              ×{count}
            </tspan>
          )}
        </text>
      )}
    </g>
  );
}
