import type { CallOf } from '@yunsu/api';

/** What the address of a trace page says; days are whole days in Beijing. */
export interface Filters {
  readonly code: string;
  readonly direction: 'back' | 'forward' | 'both';
  readonly from: string;
  readonly to: string;
  readonly depthMax: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Depths to choose from; the server descends at most 64 levels. */
export const DEPTHS = ['1', '2', '3', '5', '8', '13', '21'] as const;

/** Reads the address; what it does not understand counts as not said. */
export function readFilters(query: URLSearchParams): Filters {
  const said = (name: string, fits: (text: string) => boolean): string => {
    const text = query.get(name)?.trim() ?? '';
    return fits(text) ? text : '';
  };
  const direction = query.get('direction');
  return {
    code: query.get('code')?.trim() ?? '',
    direction: direction === 'back' || direction === 'forward' ? direction : 'both',
    from: said('from', (text) => DAY.test(text)),
    to: said('to', (text) => DAY.test(text)),
    depthMax: said('depthMax', (text) => /^([1-9]|[1-5]\d|6[0-4])$/.test(text)),
  };
}

/** The call that filters stand for. */
export function toTraceCall({ code, direction, from, to, depthMax }: Filters): CallOf<'traceCode'> {
  return {
    code,
    direction,
    ...(from === '' ? {} : { from: `${from}T00:00:00+08:00` }),
    ...(to === '' ? {} : { to: `${to}T23:59:59.999+08:00` }),
    ...(depthMax === '' ? {} : { depthMax: Number(depthMax) }),
  };
}

/** An address with one filter changed; an empty one is left out. */
export function withFilter(query: URLSearchParams, name: keyof Filters, value: string): URLSearchParams {
  const changed = new URLSearchParams(query);
  if (value === '') changed.delete(name);
  else changed.set(name, value);
  return changed;
}
