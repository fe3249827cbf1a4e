import { Act, type Key, Position, roleOf } from '@yunsu/domain';
import type { Event } from '@yunsu/epcis';
import type { CaptureBatch, CaptureEvent, KeyedIdentifier } from '../../src/store/capture-batch.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { digestOf, sha256Hex } from '../../src/store/sha256.ts';
import { testDatabase } from '../support/database.ts';

export const GROWER = 'urn:yunsu:party:91530111MA6K000001';
export const TRADER = 'urn:yunsu:party:91530111MA6K000002';
export const STRANGER = 'urn:yunsu:party:91530111MA6K000003';

/** A store of the test's own, closed and dropped when disposed. */
export async function openTestStore(poolMax = 6): Promise<Database & { again(): Database }> {
  const database = await testDatabase();
  const db = openDatabase({ url: database.url, poolMax });
  return {
    ...db,
    again: () => openDatabase({ url: database.url, poolMax }),
    [Symbol.asyncDispose]: async () => {
      await db.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** The key of a name, as good as any: the store does not look into keys. */
export const keyFor = (name: string): Key => digestOf(name);

export const lot = (name: string): KeyedIdentifier => ({
  key: keyFor(name),
  uri: `https://id.gs1.org/01/09521234045014/10/${name}`,
  level: 'lot',
});

/** 2024-05-01T00:00:00Z in microseconds. */
export const MAY = 1_714_521_600_000_000;
export const SECOND = 1_000_000;

const EVENT: Event = {
  type: 'ObjectEvent',
  eventTime: { text: '2024-05-01T08:00:00+08:00', micros: MAY },
  eventTimeZoneOffset: '+08:00',
  action: 'OBSERVE',
  bizStep: 'inspecting',
  epcList: [],
  quantityList: [],
  childEPCs: [],
  childQuantityList: [],
  inputEPCList: [],
  inputQuantityList: [],
  outputEPCList: [],
  outputQuantityList: [],
  bizTransactionList: [],
  sourceList: [],
  destinationList: [],
  sensorElementList: [],
  certificationInfo: [],
  ilmd: [],
  extensions: [],
};

/** An event about lots, by default one observation of lot A at MAY by the grower. */
export function given(
  eventID: string,
  told: Partial<CaptureEvent> & { units?: readonly string[]; at?: number; said?: Partial<Event> } = {},
): CaptureEvent {
  const { units = ['A'], at = MAY, said = {}, ...rest } = told;
  const event = { ...EVENT, eventID, eventTime: { text: '', micros: at }, ...said };
  const role = roleOf(Position.unit, Act.observe, true);
  return {
    pointer: `/epcisBody/eventList/${eventID}`,
    event,
    eventID,
    content: sha256Hex(JSON.stringify([units, at, said])),
    actor: GROWER,
    text: `{"type":"ObjectEvent","eventID":"${eventID}"}`,
    contextText: '"https://ref.gs1.org/standards/epcis/epcis-context.jsonld"',
    ext: '{}',
    secrets: [],
    identifiers: units.map(lot),
    postings: units.map((unit) => ({
      unit: keyFor(unit),
      eventTime: at,
      role,
      quantity: '1.50',
      uom: 'KGM',
    })),
    parties: [],
    scopes: ['agri:530111:vegetable'],
    published: false,
    ...rest,
  };
}

/** What makes an event a declaration. */
export const wrong = (why: string): Pick<CaptureEvent, 'declaration'> => ({
  declaration: {
    declarationTime: MAY + SECOND,
    reason: why,
    correctiveEventIDs: [],
    content: sha256Hex(why),
  },
});

export function batchOf(events: readonly CaptureEvent[], told: Partial<CaptureBatch> = {}): CaptureBatch {
  const sender = events[0]?.actor ?? GROWER;
  return {
    errorBehaviour: 'rollback',
    sender,
    receivedAt: MAY + 60 * SECOND,
    events,
    masterData: [],
    ...told,
  };
}

export async function countOf(db: Database, table: string): Promise<number> {
  const rows = await db.query<{ count: number }>(`select count(*)::int as count from ${table}`);
  return rows[0]?.count ?? 0;
}
