import { useId } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../language.tsx';
import { Choice } from '../parts/Choice.tsx';
import { DEPTHS, type Filters, withFilter } from './filters.ts';

/** The filters of a trace; each change is a new address, so that it can be sent to a colleague and gone back from. */
export function TraceFilters({ filters }: { filters: Filters }) {
  const { t } = useWords();
  const id = useId();
  const [query, setQuery] = useSearchParams();
  const set = (name: keyof Filters, value: string) => setQuery(withFilter(query, name, value));
  const { code, direction, from, to, depthMax } = filters;
  const filtered = from !== '' || to !== '' || depthMax !== '';
  return (
    <section className="filters" aria-label={t('filters')}>
      <Choice
        legend={t('direction')}
        value={direction}
        options={[
          ['back', t('directionBack')],
          ['both', t('directionBoth')],
          ['forward', t('directionForward')],
        ]}
        choose={(value) => set('direction', value)}
      />
      <div className="field">
        <label htmlFor={`${id}from`}>{t('from')}</label>
        <input
          id={`${id}from`}
          type="date"
          value={from}
          max={to || undefined}
          onChange={(event) => set('from', event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}to`}>{t('to')}</label>
        <input
          id={`${id}to`}
          type="date"
          value={to}
          min={from || undefined}
          onChange={(event) => set('to', event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}depth`}>{t('depth')}</label>
        <select id={`${id}depth`} value={depthMax} onChange={(event) => set('depthMax', event.target.value)}>
          <option value="">{t('depthAll')}</option>
          {[...new Set([...DEPTHS, ...(depthMax === '' ? [] : [depthMax])])].map((depth) => (
            <option key={depth} value={depth}>
              {depth}
            </option>
          ))}
        </select>
      </div>
      {filtered && (
        <button type="button" onClick={() => setQuery(new URLSearchParams({ code, direction }))}>
          {t('clear')}
        </button>
      )}
    </section>
  );
}
