import type { SheetLayout } from '@yunsu/api';
import { useId } from 'react';
import { useWords } from '../language.tsx';
import type { Say } from '../words.ts';
import { type Layout, layouts } from './layouts.ts';

/** A4 in millimetres. */
const A4 = { width: 210, height: 297 };
/** Longest roll label, in millimetres, for one scale of all pictures. */
const ROLL_MAX = 150;

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** A drawing of the paper with its labels. */
export function LayoutPicture({ layout }: { layout: Layout }) {
  const { width, height } = layout.paper === 'a4' ? A4 : { width: ROLL_MAX, height: ROLL_MAX };
  const [columns, rows, gap] = layout.paper === 'a4' ? [layout.columns, layout.rows, 3] : [1, 1, 0];
  const cell =
    layout.paper === 'a4'
      ? { width: (width - 16) / columns, height: (height - 16) / rows, left: 8, top: 8 }
      : { ...layout, left: (width - layout.width) / 2, top: (height - layout.height) / 2 };
  return (
    <svg className="layout-picture" viewBox={`-2 -2 ${width + 4} ${height + 4}`} aria-hidden="true">
      {layout.paper === 'a4' && <rect className="paper" width={width} height={height} />}
      {range(rows).map((row) =>
        range(columns).map((column) => (
          <rect
            key={`${row} ${column}`}
            className="label"
            x={cell.left + column * cell.width + gap / 2}
            y={cell.top + row * cell.height + gap / 2}
            width={cell.width - gap}
            height={cell.height - gap}
            rx="2"
          />
        )),
      )}
    </svg>
  );
}

/** What a layout is called. */
const layoutName = (layout: Layout, t: Say): string =>
  layout.paper === 'a4'
    ? t('layoutA4', { columns: layout.columns, rows: layout.rows })
    : t('layoutRoll', { width: layout.width, height: layout.height });

interface Props {
  readonly value: SheetLayout;
  readonly offered: readonly SheetLayout[];
  readonly choose: (layout: SheetLayout) => void;
}

/** Which paper, by its picture and its name. */
export function LayoutPicker({ value, offered, choose }: Props) {
  const { t } = useWords();
  const name = useId();
  return (
    <fieldset className="layouts">
      <legend>{t('printLayout')}</legend>
      <div className="layouts-row">
        {offered.map((layout) => (
          <label key={layout} className={layout === value ? 'layout chosen' : 'layout'}>
            <input
              type="radio"
              name={name}
              checked={layout === value}
              onChange={() => choose(layout)}
              className="hidden"
            />
            <LayoutPicture layout={layouts[layout]} />
            <span className="small">{layoutName(layouts[layout], t)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
