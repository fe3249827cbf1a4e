import { createClient } from '../../packages/api/src/index.ts';
import { codeSpaceOf, composeCode } from '../../packages/identifiers/src/index.ts';

/** What all lot codes of Yunnan begin with, and how long the rest is; the demo's firm holds the first hundred. */
const STEM = '53B';
const DIGITS = 8;
const RANGE_TO = 99;
/** The firm has taken ten of its codes, printed five and lost one of them. */
const RESERVED = 10;
const PRINTED = 5;
const LOST = 2;

/** The lot code of a province with this number, as it is printed. */
function lotCode(stem: string, number: number): string {
  const made = codeSpaceOf('provincial', stem, DIGITS);
  if (!made.ok) throw new Error(made.reason);
  return composeCode(made.space, BigInt(number)).code;
}

/** Codes without a journey: each has an honest page of its own. */
export const honestCodes = [
  { story: '', code: lotCode(STEM, 0), zh: '已印制、未激活的码', en: 'a code printed and not used yet' },
  { story: '', code: lotCode(STEM, LOST - 1), zh: '遗失后作废的码', en: 'a code made void, its label lost' },
  { story: '', code: lotCode(STEM, RANGE_TO), zh: '从未发放的码', en: 'a code that was never given out' },
  { story: '', code: lotCode('44B', 1), zh: '外省的码', en: 'a code of another province' },
  {
    story: '',
    code: '83857930000879766660',
    zh: '平台没有记录的 20 位码',
    en: '20 digits not on record here',
  },
];

/** Gives the firm its range, and the codes of the first order their lives, through the API. */
export async function seedCodes(
  url: string,
  keys: { readonly regulator: string; readonly firm: string },
  party: string,
): Promise<void> {
  const regulator = createClient({ url, key: keys.regulator });
  const firm = createClient({ url, key: keys.firm });
  // A demo that was stopped while it was seeded goes on: what is there is not given twice.
  const held = (await firm.listCodeRanges({})).ranges.find(({ stem }) => stem === STEM);
  const range =
    held ??
    (await regulator.createCodeRange({
      body: { party, scheme: 'provincial', stem: STEM, digits: DIGITS, from: '0', to: String(RANGE_TO) },
    }));
  const { id: orderID } = await firm.createCodeOrder({
    body: { range: range.id, count: RESERVED, manner: 'sequential', idempotencyKey: 'demo-order-1' },
  });
  await firm.moveCodes({
    orderID,
    body: { act: 'print', positions: { from: 1, to: PRINTED }, idempotencyKey: 'demo-print-1' },
  });
  await firm.moveCodes({
    orderID,
    body: {
      act: 'void',
      positions: { from: LOST, to: LOST },
      reason: 'lost',
      idempotencyKey: 'demo-void-1',
    },
  });
}
