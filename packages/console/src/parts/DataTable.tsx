import { type ReactNode, useState } from 'react';
import { useWords } from '../language.tsx';

export interface Column<Row> {
  readonly name: string;
  readonly head: string;
  readonly numeric?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row, index: number) => string;
  readonly classOf?: (row: Row) => string | undefined;
  /** Rows that are drawn without asking for more, where the list is asked for page by page. */
  readonly shownMax?: number;
}

/** Rows that are drawn at first and with each asking for more; a browser gets slow with thousands. */
const ROWS_SHOWN = 30;
const ROWS_MORE = 100;

/** A cell with its head beside it on a phone, where an empty one is left out. */
function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row);
  const looks = [column.numeric && 'numeric', content === null && 'blank'].filter(Boolean).join(' ');
  return (
    // biome-ignore lint/a11y/noRedundantRoles: `display: block` on a phone takes the role away.
    <td role="cell" data-head={column.head} className={looks || undefined}>
      <div>{content}</div>
    </td>
  );
}

/** A table that becomes a list of small cards on a phone. The roles are said, because `display` takes them away there. */
export function DataTable<Row>({ label, columns, rows, keyOf, classOf, shownMax = ROWS_SHOWN }: Props<Row>) {
  const { t } = useWords();
  const [asked, setAsked] = useState(0);
  const shown = shownMax + asked;
  return (
    <div className="table">
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above. */}
      <table role="table" aria-label={label} aria-rowcount={rows.length + 1}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ name, head, numeric }) => (
              <th key={name} role="columnheader" scope="col" className={numeric ? 'numeric' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.slice(0, shown).map((row, index) => (
            <tr key={keyOf(row, index)} role="row" className={classOf?.(row)}>
              {columns.map((column) => (
                <Cell key={column.name} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above. */}
      {rows.length > shown && (
        <button type="button" onClick={() => setAsked(asked + ROWS_MORE)}>
          {t('more', { count: Math.min(ROWS_MORE, rows.length - shown) })}
        </button>
      )}
    </div>
  );
}
