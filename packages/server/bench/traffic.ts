import { checkDigit, completeUscc } from '@yunsu/identifiers';
import { createRandom } from './random.ts';

/*
 * Plausible traffic of a province, made from a seed: lots are harvested, shipped, received, transformed three times,
 * serialised in fives, packed 10 to 50 to a case, shipped and received twice, unpacked and sold one by one. One chain is
 * about a hundred events. Beside the chains stands one great lot, whose recall reaches every serial of it.
 */

/** An event as JSON text, ready to be joined into a document. */
export type EventText = string;

const digits = (value: number, width: number) => String(value).padStart(width, '0');
const withCheck = (body: string) => body + checkDigit(body);

/** Firms of the traffic; one sender speaks for all of them. */
export const PARTIES = 400;
export const partyUri = (n: number): string =>
  `urn:yunsu:party:${completeUscc(`91530000MA7${digits(n % PARTIES, 5)}`)}`;
export const placeUri = (n: number): string =>
  `https://id.gs1.org/414/${withCheck(`95212${digits(n % PARTIES, 7)}`)}`;
export const SENDER = `urn:yunsu:party:${completeUscc('91530000MA8BENCH')}`;

const gtin = (n: number) => withCheck(`0952130${digits(n % 500, 6)}`);
const lotUri = (product: number, lot: string) => `https://id.gs1.org/01/${gtin(product)}/10/${lot}`;
const itemUri = (product: number, serial: string) => `https://id.gs1.org/01/${gtin(product)}/21/${serial}`;
const caseUri = (n: number) => `https://id.gs1.org/00/${withCheck(`0952140${digits(n, 10)}`)}`;

/** Milliseconds of the first chain; chains follow each other through 300 days. */
const START = Date.parse('2026-01-01T00:00:00Z');
const SPAN_MS = 300 * 86_400_000;
const HOUR_MS = 3_600_000;

interface Head {
  readonly type: string;
  readonly action?: string;
  readonly bizStep: string;
  readonly disposition: string;
  readonly actor: number;
  readonly to?: number;
}

class Chain {
  readonly #start: number;
  readonly #name: string;
  #hour = 0;
  #count = 0;
  readonly events: EventText[] = [];

  constructor(name: string, start: number) {
    this.#name = name;
    this.#start = start;
  }

  /** Events of the chain happen minutes apart, so that none ties with another. */
  add(head: Head, members: object): void {
    const { type, action, bizStep, disposition, actor, to } = head;
    const time = new Date(this.#start + this.#hour * HOUR_MS + this.#count * 60_000).toISOString();
    this.#count++;
    const place = { id: placeUri(actor) };
    const transfer =
      to === undefined
        ? {}
        : {
            sourceList: [{ type: 'owning_party', source: partyUri(actor) }],
            destinationList: [
              { type: 'owning_party', destination: partyUri(to) },
              { type: 'location', destination: placeUri(to) },
            ],
          };
    this.events.push(
      JSON.stringify({
        type,
        eventID: `https://bench.example/${this.#name}/${this.#count}`,
        eventTime: time,
        eventTimeZoneOffset: '+08:00',
        ...(action === undefined ? {} : { action }),
        bizStep,
        disposition,
        readPoint: place,
        ...(bizStep === 'shipping' ? {} : { bizLocation: place }),
        'yunsu:party': partyUri(actor),
        ...transfer,
        ...members,
      }),
    );
  }

  wait(hours: number): void {
    this.#hour += hours;
  }
}

const kilograms = (epcClass: string, quantity: number) => ({ epcClass, quantity, uom: 'KGM' });

/** Ships what `members` names from one firm to another, and receives it. */
function move(chain: Chain, from: number, to: number, members: object): void {
  chain.add(
    {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      bizStep: 'shipping',
      disposition: 'in_transit',
      actor: from,
      to,
    },
    members,
  );
  chain.wait(5);
  chain.add(
    {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      bizStep: 'receiving',
      disposition: 'in_progress',
      actor: to,
      to,
    },
    members,
  );
  chain.wait(3);
}

const ITEMS_PER_CHAIN = 100;
const SOLD_PER_CHAIN = 55;
/** Events of one chain, about; cases hold 10 to 50, so it varies a little. */
export const EVENTS_PER_CHAIN = 100;

/** One chain from the field to the till. `n` makes it unlike every other. */
export function chainEvents(n: number, chains: number): EventText[] {
  const random = createRandom(n + 1);
  const chain = new Chain(`c${n}`, START + Math.floor((n / Math.max(chains, 1)) * SPAN_MS));
  const [farm, mill, factory, dealer] = [n, n + 101, n + 202, n + 303].map((party) => party % PARTIES) as [
    number,
    number,
    number,
    number,
  ];
  const raw = [0, 1].map((part) => kilograms(lotUri(part, `R${n}-${part}`), 300 + random.below(200)));
  for (const each of raw) {
    chain.add(
      { type: 'ObjectEvent', action: 'ADD', bizStep: 'commissioning', disposition: 'active', actor: farm },
      { quantityList: [each] },
    );
  }
  move(chain, farm, mill, { quantityList: raw });
  const total = raw.reduce((sum, { quantity }) => sum + quantity, 0);
  const dried = kilograms(lotUri(2, `D${n}`), total / 4);
  const blended = kilograms(lotUri(3, `B${n}`), total / 4);
  chain.add(
    { type: 'TransformationEvent', bizStep: 'commissioning', disposition: 'active', actor: mill },
    { inputQuantityList: raw, outputQuantityList: [dried] },
  );
  move(chain, mill, factory, { quantityList: [dried] });
  chain.add(
    { type: 'TransformationEvent', bizStep: 'commissioning', disposition: 'active', actor: factory },
    { inputQuantityList: [dried], outputQuantityList: [blended] },
  );
  const product = 10 + (n % 400);
  const serials = Array.from({ length: ITEMS_PER_CHAIN }, (_, i) => itemUri(product, `${n}-${i}`));
  for (let at = 0; at < serials.length; at += 5) {
    chain.add(
      { type: 'TransformationEvent', bizStep: 'commissioning', disposition: 'active', actor: factory },
      {
        inputQuantityList: [kilograms(blended.epcClass, blended.quantity / 20)],
        outputEPCList: serials.slice(at, at + 5),
        ilmd: { 'cbvmda:lotNumber': `P${n}`, 'cbvmda:itemExpirationDate': '2028-01-01' },
      },
    );
  }
  chain.wait(4);
  const cases = packCases(chain, random, { n, factory, serials });
  move(chain, factory, dealer, { epcList: cases.map(({ parent }) => parent) });
  sell(chain, cases, { n, dealer });
  return chain.events;
}

interface Case {
  readonly parent: string;
  readonly children: string[];
}

function packCases(
  chain: Chain,
  random: ReturnType<typeof createRandom>,
  of: { n: number; factory: number; serials: string[] },
): Case[] {
  const cases: Case[] = [];
  for (let at = 0; at < of.serials.length; ) {
    const size = 10 + random.below(41);
    const one = { parent: caseUri(of.n * 10 + cases.length), children: of.serials.slice(at, at + size) };
    at += size;
    cases.push(one);
    chain.add(
      {
        type: 'AggregationEvent',
        action: 'ADD',
        bizStep: 'packing',
        disposition: 'container_closed',
        actor: of.factory,
      },
      { parentID: one.parent, childEPCs: one.children },
    );
  }
  return cases;
}

function sell(chain: Chain, cases: readonly Case[], { n, dealer }: { n: number; dealer: number }): void {
  let sold = 0;
  for (const [index, { parent, children }] of cases.entries()) {
    const shop = (n + 7 * index + 11) % PARTIES;
    move(chain, dealer, shop, { epcList: [parent] });
    chain.add(
      {
        type: 'AggregationEvent',
        action: 'DELETE',
        bizStep: 'unpacking',
        disposition: 'sellable_accessible',
        actor: shop,
      },
      { parentID: parent, childEPCs: children },
    );
    for (const child of children) {
      if (sold >= SOLD_PER_CHAIN) break;
      sold++;
      chain.add(
        {
          type: 'ObjectEvent',
          action: 'DELETE',
          bizStep: 'retail_selling',
          disposition: 'retail_sold',
          actor: shop,
        },
        { epcList: [child] },
      );
    }
    chain.wait(1);
  }
}

/** Codes to ask for: an item of a chain, its raw lot, its first case. */
export const itemOf = (n: number): string => itemUri(10 + (n % 400), `${n}-7`);
export const rawLotOf = (n: number): string => lotUri(0, `R${n}-0`);
const GREAT_PRODUCT = 499;
const GREAT_CASE_SIZE = 50;
const GREAT_PALLET_SIZE = 40;

/** The great lot: `units` serials of one lot in cases of 50 on pallets of 40, to ten dealers and on to forty shops. */
export function* greatLotEvents(units: number): Generator<EventText> {
  const chain = new Chain('great', START);
  const drain = function* () {
    yield* chain.events.splice(0);
  };
  const factory = 1;
  const serial = (i: number) => itemUri(GREAT_PRODUCT, `G${i}`);
  const cases = Math.ceil(units / GREAT_CASE_SIZE);
  const caseOf = (i: number) => caseUri(9_000_000_000 + i);
  const palletOf = (i: number) => caseUri(9_900_000_000 + i);
  for (let at = 0; at < units; at += 1000) {
    const epcList = Array.from({ length: Math.min(1000, units - at) }, (_, i) => serial(at + i));
    chain.add(
      { type: 'ObjectEvent', action: 'ADD', bizStep: 'commissioning', disposition: 'active', actor: factory },
      { epcList, ilmd: { 'cbvmda:lotNumber': 'GREAT' } },
    );
    yield* drain();
  }
  for (let i = 0; i < cases; i++) {
    const childEPCs = Array.from(
      { length: Math.min(GREAT_CASE_SIZE, units - i * GREAT_CASE_SIZE) },
      (_, at) => serial(i * GREAT_CASE_SIZE + at),
    );
    chain.add(
      {
        type: 'AggregationEvent',
        action: 'ADD',
        bizStep: 'packing',
        disposition: 'container_closed',
        actor: factory,
      },
      { parentID: caseOf(i), childEPCs },
    );
    yield* drain();
  }
  for (let pallet = 0; pallet * GREAT_PALLET_SIZE < cases; pallet++) {
    const childEPCs = Array.from(
      { length: Math.min(GREAT_PALLET_SIZE, cases - pallet * GREAT_PALLET_SIZE) },
      (_, at) => caseOf(pallet * GREAT_PALLET_SIZE + at),
    );
    const dealer = 10 + (pallet % 10);
    const parentID = palletOf(pallet);
    chain.add(
      {
        type: 'AggregationEvent',
        action: 'ADD',
        bizStep: 'packing',
        disposition: 'container_closed',
        actor: factory,
      },
      { parentID, childEPCs },
    );
    move(chain, factory, dealer, { epcList: [parentID] });
    chain.add(
      {
        type: 'AggregationEvent',
        action: 'DELETE',
        bizStep: 'unpacking',
        disposition: 'in_progress',
        actor: dealer,
      },
      { parentID, childEPCs },
    );
    for (let at = 0; at < childEPCs.length; at += 10) {
      move(chain, dealer, 100 + ((pallet * 4 + at / 10) % 40), { epcList: childEPCs.slice(at, at + 10) });
    }
    yield* drain();
  }
}
/** The great lot's own URI, as its serials' ILMD makes it. */
export const GREAT_LOT_URI: string = lotUri(GREAT_PRODUCT, 'GREAT');

/** Registers for all of it: firms, places, products, and the right of the sender to speak for every firm. */
export function registersOf(): object {
  const validFrom = '2020-01-01';
  const division = '530102';
  const all = Array.from({ length: PARTIES }, (_, n) => n);
  return {
    parties: [
      { uri: SENDER, name: '基准测试平台', kind: 'company', role: 'platform', division, validFrom },
      ...all.map((n) => ({
        uri: partyUri(n),
        name: `基准企业 ${n}`,
        kind: 'company',
        role: 'food_manufacturer',
        division,
        validFrom,
      })),
    ],
    places: all.map((n) => ({
      uri: placeUri(n),
      name: `基准地点 ${n}`,
      operator: partyUri(n),
      division,
      validFrom,
    })),
    products: Array.from({ length: 500 }, (_, n) => ({
      uri: `https://id.gs1.org/01/${gtin(n)}`,
      name: `基准产品 ${n}`,
      class: 'food',
      uom: n < 10 ? 'KGM' : 'H87',
      validFrom,
    })),
    licences: all.map((n) => ({
      party: SENDER,
      type: 'delegation',
      number: `BENCH-${n}`,
      scope: partyUri(n),
      validFrom,
    })),
  };
}

/** A document around events. */
export const documentOf = (events: readonly EventText[]): string =>
  `{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",{"yunsu":"urn:yunsu:voc:","cbvmda":"urn:epcglobal:cbv:mda:"}],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-11-01T00:00:00Z","epcisBody":{"eventList":[${events.join(',')}]}}`;
