import type { Event, EventType, QuantityElement, TypedReference } from '@yunsu/epcis';
import { checkDigit } from '@yunsu/identifiers';
import {
  type GraphGap,
  type GraphNode,
  type Key,
  type StockHolding,
  stockOf,
  type TraceGraph,
  type TransitRule,
  traceUnit,
  YUNSU,
} from '../../src/index.ts';
import { key, MemoryStore } from './memory-store.ts';

/**
 * The short notation of `fixtures/traces`: `tea.7` is an item, `tea/L1` a lot, `#3` a container (SSCC), `!c1` a
 * returnable asset; parties begin with a capital letter, places with a small one. Times are days since 2026-01-01.
 */
export interface ShortEvent {
  readonly at: number;
  readonly by: string;
  readonly here?: string;
  readonly type: EventType;
  readonly action?: 'ADD' | 'OBSERVE' | 'DELETE';
  readonly bizStep?: string;
  readonly disposition?: string;
  /** Destination: `Party@place`, either may be missing. */
  readonly to?: string;
  readonly lot?: string;
  /** Business documents, each `desadv D1`: its CBV type and its number. */
  readonly documents?: readonly string[];
  readonly order?: boolean;
  readonly id?: string;
  readonly transformationID?: string;
  readonly parentID?: string;
  readonly epcList?: readonly string[];
  readonly childEPCs?: readonly string[];
  readonly inputEPCList?: readonly string[];
  readonly outputEPCList?: readonly string[];
  /** Each `tea/L1 100 KGM`, or `tea/L1` for what was not measured. */
  readonly quantityList?: readonly string[];
  readonly childQuantityList?: readonly string[];
  readonly inputQuantityList?: readonly string[];
  readonly outputQuantityList?: readonly string[];
}

export interface ShortStory {
  readonly events: readonly ShortEvent[];
  /** Place to party. */
  readonly operators?: Readonly<Record<string, string>>;
  /** Product to net content of one item, `0.5 KGM`. */
  readonly contents?: Readonly<Record<string, string>>;
  /** Product to the rules of how long it may be on its way. */
  readonly transit?: Readonly<Record<string, readonly TransitRule[]>>;
  /** The events arrive in an order drawn from this; absent, as told. */
  readonly seed?: number;
}

/** A number for a name, so that every product has a GTIN of its own. */
function numberOf(name: string, digits: number): string {
  let hash = 7;
  for (const char of name) hash = (hash * 131 + char.charCodeAt(0)) % 99_999_989;
  return String(hash).padStart(digits, '0').slice(0, digits);
}

const gtinOf = (product: string): string => {
  const body = `0950${numberOf(product, 8)}0`;
  return body + checkDigit(body);
};

/** The URI of a name in the short notation. */
export function uriOf(name: string): string {
  if (name.startsWith('#')) {
    const body = `0950400${name.slice(1).padStart(10, '0')}`;
    return `https://id.gs1.org/00/${body}${checkDigit(body)}`;
  }
  const lot = /^([a-z]+)\/(.+)$/.exec(name);
  if (lot) return `https://id.gs1.org/01/${gtinOf(lot[1]!)}/10/${lot[2]}`;
  const item = /^([a-z]+)\.(.+)$/.exec(name);
  if (item) return `https://id.gs1.org/01/${gtinOf(item[1]!)}/21/${item[2]}`;
  if (name.startsWith('!')) return `urn:test:asset:${name.slice(1)}`;
  return /^[A-Z]/.test(name) ? `urn:test:party:${name}` : `urn:test:place:${name}`;
}

export const DAY_US = 86_400 * 1e6;
const START_US = Date.UTC(2026, 0, 1) * 1000;
export const timeOf = (at: number): number => START_US + Math.round(at * DAY_US);

const measured = (texts: readonly string[] = []): QuantityElement[] =>
  texts.map((text) => {
    const [name = '', quantity, uom] = text.split(' ');
    return {
      epcClass: uriOf(name),
      ...(quantity === undefined ? {} : { quantity }),
      ...(uom === undefined || uom === 'H87' ? {} : { uom }),
    };
  });

const uris = (names: readonly string[] = []): string[] => names.map(uriOf);

function destination(to: string | undefined): TypedReference[] {
  const [party = '', place = ''] = (to ?? '').split('@');
  return [
    ...(party === '' ? [] : [{ type: 'possessing_party', id: uriOf(party) }]),
    ...(place === '' ? [] : [{ type: 'location', id: uriOf(place) }]),
  ];
}

/** The EPCIS event that a short event stands for. */
export function toEvent(short: ShortEvent, index: number): Event {
  const micros = timeOf(short.at);
  const location = short.here === undefined ? {} : { id: uriOf(short.here), extensions: [] };
  const leaving = short.bizStep === 'shipping';
  const own = (localName: string, value: string | boolean) => ({
    namespace: YUNSU,
    localName,
    prefix: 'yunsu',
    value,
  });
  return {
    type: short.type,
    eventID: short.id ?? `urn:test:event:${index}`,
    eventTime: { text: new Date(micros / 1000).toISOString(), micros },
    eventTimeZoneOffset: '+08:00',
    ...(short.action === undefined ? {} : { action: short.action }),
    ...(short.bizStep === undefined ? {} : { bizStep: short.bizStep }),
    ...(short.disposition === undefined ? {} : { disposition: short.disposition }),
    ...(short.here === undefined ? {} : { readPoint: location as { id: string; extensions: [] } }),
    ...(short.here === undefined || leaving
      ? {}
      : { bizLocation: location as { id: string; extensions: [] } }),
    ...(short.parentID === undefined ? {} : { parentID: uriOf(short.parentID) }),
    ...(short.transformationID === undefined
      ? {}
      : { transformationID: `urn:test:${short.transformationID}` }),
    epcList: uris(short.epcList),
    quantityList: measured(short.quantityList),
    childEPCs: uris(short.childEPCs),
    childQuantityList: measured(short.childQuantityList),
    inputEPCList: uris(short.inputEPCList),
    inputQuantityList: measured(short.inputQuantityList),
    outputEPCList: uris(short.outputEPCList),
    outputQuantityList: measured(short.outputQuantityList),
    bizTransactionList: (short.documents ?? []).map((text) => {
      const [type = '', number = ''] = text.split(' ');
      return { type, id: `urn:test:document:${number}` };
    }),
    sourceList: [],
    destinationList: destination(short.to),
    sensorElementList: [],
    certificationInfo: [],
    ilmd:
      short.lot === undefined
        ? []
        : [
            {
              namespace: 'urn:epcglobal:cbv:mda',
              localName: 'lotNumber',
              prefix: 'cbvmda',
              value: short.lot,
            },
          ],
    extensions: [own('party', uriOf(short.by)), ...(short.order ? [own('order', true)] : [])],
  };
}

/** A story told in the short notation, and its answers in the same. */
export class Teller {
  readonly store: MemoryStore;
  readonly #names = new Map<Key, string>();

  constructor({ events, operators = {}, contents = {}, transit = {}, seed }: ShortStory) {
    const told = events.map(toEvent);
    this.store = new MemoryStore(seed === undefined ? told : shuffled(told, seed), {
      places: Object.entries(operators).map(([place, party]) => ({
        uri: uriOf(place),
        operator: uriOf(party),
        name: place,
      })),
      products: [...new Set([...Object.keys(contents), ...Object.keys(transit)])].map((product) => {
        const [quantity = '', uom = ''] = contents[product]?.split(' ') ?? [];
        const rules = transit[product];
        return {
          uri: `https://id.gs1.org/01/${gtinOf(product)}`,
          ...(quantity === '' ? {} : { netContent: { quantity, uom } }),
          ...(rules === undefined ? {} : { transit: rules }),
        };
      }),
      parties: [],
    });
    for (const { lot, epcList = [] } of events) {
      if (lot === undefined) continue;
      for (const item of epcList) {
        const name = `${item.split('.')[0]}/${lot}`;
        this.#names.set(key(uriOf(name)), name);
      }
    }
    const mentioned = JSON.stringify([events, operators]).match(/"[^"]+"/g) ?? [];
    for (const quoted of mentioned) {
      for (const name of quoted.slice(1, -1).split(/[ @]/)) {
        if (/^[#!A-Za-z]/.test(name)) this.#names.set(key(uriOf(name)), name);
      }
    }
  }

  name(unit: Key | undefined): string {
    return unit === undefined ? '?' : (this.#names.get(unit) ?? unit);
  }

  async trace(name: string, direction: 'back' | 'forward', more: object = {}): Promise<TraceGraph> {
    return traceUnit(this.store, { root: key(uriOf(name)), direction, ...more });
  }

  async stock(name: string, to?: number): Promise<string[]> {
    const { holdings } = await stockOf(this.store, key(uriOf(name)), to === undefined ? to : timeOf(to));
    return holdings.map((holding) => this.holding(holding)).sort();
  }

  holding({ party, place, inTransit, ...of }: StockHolding): string {
    return [`${this.name(party)}@${this.name(place)}`, inTransit && 'on the way', ...amount(of)]
      .filter(Boolean)
      .join(' ');
  }

  where({ unit, party, place, inTransit }: GraphNode): string {
    return `${this.name(unit)} ${this.name(party)}@${this.name(place)}${inTransit ? ' on the way' : ''}`;
  }

  /** `tea/L1 A@farm 100 KGM share 1`, with `inferred`, `at most` and what ended. */
  node(node: GraphNode): string {
    return [this.where(node), node.inferred && 'inferred', ...amount(node), ...ends(node)]
      .filter(Boolean)
      .join(' ');
  }

  nodes(graph: TraceGraph): string[] {
    return graph.nodes.map((node) => this.node(node)).sort();
  }

  links(graph: TraceGraph): string[] {
    const at = new Map(graph.nodes.map((node) => [node.id, this.where(node)]));
    return graph.links
      .map((link) => [at.get(link.from), '->', at.get(link.to), link.kind, ...amount(link)].join(' '))
      .sort();
  }

  gaps(graph: TraceGraph): string[] {
    return graph.gaps.map((gap) => this.gap(gap)).sort();
  }

  gap({ kind, unit, quantity, uom }: GraphGap): string {
    return [kind, this.name(unit), quantity, uom].filter(Boolean).join(' ');
  }
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const result = [...list];
  let state = seed;
  for (let at = result.length - 1; at > 0; at--) {
    state = (state * 48_271) % 2_147_483_647;
    const other = state % (at + 1);
    [result[at], result[other]] = [result[other]!, result[at]!];
  }
  return result;
}

function amount(
  of: Partial<Pick<GraphNode, 'quantity' | 'quantityMax' | 'uom' | 'share' | 'shareMax'>>,
): string[] {
  return [
    ...(of.quantity === undefined ? [] : [of.quantity, of.uom ?? '']),
    ...(of.quantityMax === undefined ? [] : ['at most', of.quantityMax, of.uom ?? '']),
    ...(of.share === undefined ? [] : ['share', of.share]),
    ...(of.shareMax === undefined ? [] : ['share at most', of.shareMax]),
  ];
}

const ends = (node: GraphNode): string[] =>
  node.ends.map(({ quantity, uom }) => `ended ${quantity} ${uom}`).sort();
