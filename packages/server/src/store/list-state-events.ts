import type { Caller, Key } from '@yunsu/domain';
import type { Executor } from './database.ts';
import { visibleTo } from './visible-to.ts';

/** An event as the state of a unit depends on it. */
export interface StateEvent {
  readonly event: string;
  readonly unit: Key;
  /** Microseconds. */
  readonly time: number;
  readonly action?: string;
  readonly bizStep?: string;
  readonly disposition?: string;
  readonly persistentSet: readonly string[];
  readonly persistentUnset: readonly string[];
  readonly voided: boolean;
}

/** Most events that one state is read from. */
export const STATE_EVENTS_MAX = 2_000;

/** The latest events of units that the caller may see, voided ones included, newest first; declarations are no acts. */
export async function listStateEvents(
  db: Executor,
  caller: Caller,
  units: readonly Key[],
): Promise<StateEvent[]> {
  if (units.length === 0) return [];
  const values: unknown[] = [units, STATE_EVENTS_MAX];
  const visible = visibleTo(caller, 'p.rights', values);
  type Row = [
    string,
    Key,
    number,
    string | null,
    string | null,
    string | null,
    string[],
    string[],
    string | null,
  ];
  const rows = await db.tuples<Row>(
    `select e.event_id, p.k, e.event_time, e.action, e.biz_step, e.disposition, e.persistent_set, e.persistent_unset,
            p.void_from
       from (select distinct on (event_time, event_id, k) k, event_time, event_id, void_from, rights from epc_event p
              where k = any($1::uuid[]) and ${visible}
              order by event_time desc, event_id desc, k limit $2) p
       join event e on e.event_id = p.event_id
      where not e.declared
      order by p.event_time desc, p.event_id desc`,
    values,
  );
  return rows.map(
    ([event, unit, time, action, bizStep, disposition, persistentSet, persistentUnset, voidFrom]) => ({
      event,
      unit,
      time,
      ...(action === null ? {} : { action }),
      ...(bizStep === null ? {} : { bizStep }),
      ...(disposition === null ? {} : { disposition }),
      persistentSet,
      persistentUnset,
      voided: voidFrom !== null,
    }),
  );
}
