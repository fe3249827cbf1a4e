import {
  STOCK_HOLDERS_MAX,
  type StockAnswer,
  type StockCounty,
  type StockHolder,
  type StockQuery,
} from '@yunsu/api';
import {
  type BalanceHolding,
  type BalanceLine,
  balanceOf,
  type Caller,
  mayReadQuantities,
  type StockHolding,
  sumQuantities,
} from '@yunsu/domain';
import type { Context } from '../context.ts';
import { readDivisions } from '../store/divisions.ts';
import { REGISTER_READ_MAX } from '../store/registers.ts';
import { findUnit } from './find-unit.ts';
import { toInstant } from './instant.ts';
import { readKnownPoint, toAsKnownAt } from './known-point.ts';
import { type Names, readNames } from './naming.ts';
import { parseInstant } from './parse-instant.ts';
import { readProductsOf } from './products.ts';
import { readTermFacts, sayLine } from './stock-terms.ts';
import { readAll, traceSources } from './trace-sources.ts';

/** Where the rest of a unit is at an instant, as the caller may know it: from the same events as its trace. */
export async function readStock(context: Context, caller: Caller, query: StockQuery): Promise<StockAnswer> {
  const unit = await findUnit(context, query.code);
  const at = parseInstant('at', query.at);
  const known = await readKnownPoint(context, query.knownAt);
  const stock = await balanceOf(traceSources(context, caller, known.bound), unit.key, at);
  const { lines, container } = stock;
  const products = await readProductsOf(context, [unit.key, ...stock.related]);
  const [product] = [unit.key, ...stock.related].flatMap((key) => products.of(key) ?? []);
  // A container that was never filled is somewhere, though it is no amount.
  const holdings = lines.length > 0 ? lines.flatMap((line) => line.holdings) : stock.holdings;
  const [names, events] = await Promise.all([
    readNames(context, caller, {
      units: [container, stock.truncated?.at].filter((key) => key !== undefined),
      parties: holdings.map(({ party }) => party),
      places: holdings.map(({ place }) => place),
      ledgers: products.ledgers,
    }),
    readTermFacts(context, lines),
  ]);
  const open = mayReadQuantities(caller);
  // One piece is no volume: that a single unit is there may be read by everybody, as its page says it.
  const shown = lines.length > 0 ? lines : [{ holdings: stock.holdings.map(whereOf) }];
  const holders = holdersOf(names, shown, open || unit.level === 'item');
  const cut = holders[STOCK_HOLDERS_MAX];
  return {
    uri: unit.uri,
    level: unit.level,
    ...(product === undefined ? {} : { product: product.name }),
    at: at === undefined ? null : toInstant(at),
    asKnownAt: toAsKnownAt(known),
    ...(container === undefined ? {} : { container: names.uri(container) }),
    holders: holders.slice(0, STOCK_HOLDERS_MAX),
    counties: await countiesOf(context, holders),
    balance: open ? lines.map((line) => sayLine(line, events)) : null,
    truncated:
      stock.truncated !== null
        ? { ...stock.truncated, at: names.uri(stock.truncated.at) }
        : cut === undefined
          ? null
          : { limit: 'holdersMax', max: STOCK_HOLDERS_MAX, at: unit.uri },
  };
}

const whereOf = ({ party, place, inTransit }: StockHolding): BalanceHolding => ({
  ...(party === undefined ? {} : { party }),
  ...(place === undefined ? {} : { place }),
  inTransit,
});

/** A row for each pair of hands and place and dimension; to the public without amounts, so that dimensions are one row. */
function holdersOf(
  names: Names,
  lines: readonly Pick<BalanceLine, 'uom' | 'holdings'>[],
  open: boolean,
): StockHolder[] {
  const rows = lines.flatMap(({ uom, holdings }) =>
    holdings.map(
      ({ party, place, inTransit, quantity, quantityMax }): StockHolder => ({
        holder: names.holder(party),
        place: names.place(place),
        inTransit,
        ...(open && quantity !== undefined ? { quantity } : {}),
        ...(open && quantityMax !== undefined ? { quantityMax } : {}),
        ...(open && uom !== undefined ? { uom } : {}),
      }),
    ),
  );
  return open ? rows : [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** Length of the code of a county (GB/T 2260) at the head of a longer one. */
const COUNTY = 6;

/** What is left by county; what is on its way, or at a place without a county, is in none. */
async function countiesOf({ db }: Context, holders: readonly StockHolder[]): Promise<StockCounty[]> {
  const known = holders.filter(({ place, inTransit }) => !inTransit && place.division !== undefined);
  const groups = Map.groupBy(known, ({ place, uom }) => `${place.division!.slice(0, COUNTY)}|${uom ?? ''}`);
  const codes = new Set([...groups.keys()].map((key) => key.split('|')[0]!));
  const divisions = await readAll([...codes], REGISTER_READ_MAX, (part) => readDivisions(db, part));
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, rows]) => {
      const [division = ''] = key.split('|');
      const name = divisions.get(division)?.name;
      const [{ uom }] = rows as [StockHolder];
      const amounts = rows.flatMap(({ quantity, quantityMax }) => quantity ?? quantityMax ?? []);
      const bounded = rows.some(({ quantityMax }) => quantityMax !== undefined);
      const sum = sumQuantities(amounts);
      return {
        division,
        ...(name === undefined ? {} : { name }),
        ...(amounts.length === 0 ? {} : bounded ? { quantityMax: sum } : { quantity: sum }),
        ...(uom === undefined ? {} : { uom }),
      };
    });
}
