/**
 * The Application Identifiers of GS1 (GS1 General Specifications §3.2), as far as splitting an element string and
 * naming its values needs them: one row is the AI or a range of them, the format, and a name where the value is one
 * that people ask for. `N6` has six digits, `X..20` one to twenty characters, `N13..30` thirteen to thirty.
 */
import { type CharacterSet, isDigits } from '../charset.ts';

/** An Application Identifier and the shape of its value; lengths in characters. */
export interface ApplicationIdentifier {
  readonly ai: string;
  readonly set: CharacterSet;
  readonly min: number;
  readonly max: number;
  /** The length is known from the first two digits, so that no separator follows (§7.8.5, table of predefined lengths). */
  readonly predefined: boolean;
  /** Name of the value among the parts of a code; `ai` and the digits where it has no name of its own. */
  readonly part: string;
  /** The value is a date YYMMDD; the day may be 00 for the whole month (§3.4). */
  readonly date: boolean;
  /** Digits after the decimal point that the last digit of the AI says, for measures (§3.6). */
  readonly decimals: number | null;
}

const rows = `
00 N18 sscc|01 N14 gtin|02 N14 contentGtin|03 N14 madeToOrderGtin|10 X..20 lot|11 N6 productionDate|12 N6 dueDate
13 N6 packagingDate|15 N6 bestBeforeDate|16 N6 sellByDate|17 N6 expirationDate|20 N2 productVariant|21 X..20 serial
22 X..20 variant|235 X..28 tpx|240 X..30 additionalId|241 X..30 customerPartNumber|242 N..6|243 X..20|250 X..30|251 X..30
253 X13..30 gdti|254 X..20 extension|255 N13..25 gcn|30 N..8 count|37 N..8 contentCount
3100-3105 N6 netWeightKg|3110-3115 N6 lengthM|3120-3125 N6 widthM|3130-3135 N6 heightM|3140-3145 N6 areaM2
3150-3155 N6 netVolumeL|3160-3165 N6 netVolumeM3|3200-3205 N6|3210-3215 N6|3220-3225 N6|3230-3235 N6|3240-3245 N6
3250-3255 N6|3260-3265 N6|3270-3275 N6|3280-3285 N6|3290-3295 N6|3300-3305 N6 grossWeightKg|3310-3315 N6|3320-3325 N6
3330-3335 N6|3340-3345 N6|3350-3355 N6 grossVolumeL|3360-3365 N6 grossVolumeM3|3370-3375 N6|3400-3405 N6|3410-3415 N6
3420-3425 N6|3430-3435 N6|3440-3445 N6|3450-3455 N6|3460-3465 N6|3470-3475 N6|3480-3485 N6|3490-3495 N6|3500-3505 N6
3510-3515 N6|3520-3525 N6|3530-3535 N6|3540-3545 N6|3550-3555 N6|3560-3565 N6|3570-3575 N6|3600-3605 N6|3610-3615 N6
3620-3625 N6|3630-3635 N6|3640-3645 N6|3650-3655 N6|3660-3665 N6|3670-3675 N6|3680-3685 N6|3690-3695 N6
3900-3909 N..15|3910-3919 N4..18|3920-3929 N..15|3930-3939 N4..18|3940-3943 N4|3950-3955 N6
400 X..30 orderNumber|401 X..30 ginc|402 N17 gsin|403 X..30 route|410 N13 shipTo|411 N13 billTo|412 N13 purchasedFrom
413 N13 shipFor|414 N13 placeGln|415 N13 payToGln|416 N13 productionGln|417 N13 partyGln|420 X..20|421 X4..12
422 N3 originCountry|423 N3..15|424 N3|425 N3..15|426 N3|427 X..3|4300-4301 X..35|4302-4306 X..70|4307 X2|4308 X..30
4309 N20|4310-4311 X..35|4312-4316 X..70|4317 X2|4318 X..20|4319 X..30|4320 X..35|4321-4323 N1|4324-4325 N10|4326 N6
4330-4333 X6..7|7001 N13|7002 X..30 meatCut|7003 N10 expirationTime|7004 N..4|7005 X..12 catchArea|7006 N6 firstFreezeDate
7007 N6..12 harvestDate|7008 X..3|7009 X..10|7010 X..2|7011 N6..10 testByDate|7020-7022 X..20|7023 X..30|7030-7039 X4..30
7040 X4 importerIndex|7041 X..4|710-717 X..20|7230-7239 X3..30|7240 X..20|7241 N2|7242 X..25|7250 N8|7251 N12|7252 N1
7253-7254 X..40|7255 X..10|7256 X..90|7257 X..70|7258 X3|7259 X..40|8001 N14|8002 X..20|8003 X14..30 grai|8004 X..30 giai
8005 N6|8006 N18 itip|8007 X..34|8008 N8..12 productionTime|8009 X..50|8010 Y..30 cpid|8011 N..12 partSerial|8012 X..20
8013 X..25 gmn|8014 X..25|8017 N18 providerGsrn|8018 N18 recipientGsrn|8019 N..10 instance|8020 X..25|8026 N18
8030 X..90|8040-8041 N15|8042 N32|8043 N18..20|8110 X..70|8111 N4|8112 X..70|8200 X..70 productUrl|90 X..30|91-99 X..90
`;

/** First two digits of the AIs with predefined length. */
const predefinedStarts = new Set(
  '00 01 02 03 04 11 12 13 14 15 16 17 18 19 20 31 32 33 34 35 36 41'.split(' '),
);
const dates = new Set(['11', '12', '13', '15', '16', '17']);

function lengths(text: string): { min: number; max: number } {
  const at = text.indexOf('..');
  if (at === -1) return { min: Number(text), max: Number(text) };
  return { min: at === 0 ? 1 : Number(text.slice(0, at)), max: Number(text.slice(at + 2)) };
}

function expand(row: string): ApplicationIdentifier[] {
  const [range = '', format = '', part] = row.split(' ');
  const [first = '', last = first] = range.split('-');
  const set = format.charAt(0) as CharacterSet;
  const found: ApplicationIdentifier[] = [];
  for (let number = Number(first); number <= Number(last); number++) {
    const ai = String(number).padStart(first.length, '0');
    const isMeasure = ai.length === 4 && ai >= '3100' && ai < '3700';
    found.push({
      ai,
      set,
      ...lengths(format.slice(1)),
      predefined: predefinedStarts.has(ai.slice(0, 2)),
      part: part ?? `ai${ai}`,
      date: dates.has(ai),
      decimals: isMeasure ? Number(ai.charAt(3)) : null,
    });
  }
  return found;
}

/** Every Application Identifier by its digits. */
export const applicationIdentifiers: ReadonlyMap<string, ApplicationIdentifier> = new Map(
  rows
    .trim()
    .split(/[|\n]/)
    .flatMap(expand)
    .map((row) => [row.ai, row]),
);

/** The Application Identifier that begins at a place of a text, two to four digits long. */
export function applicationIdentifierAt(text: string, at: number): ApplicationIdentifier | undefined {
  for (let length = 2; length <= 4; length++) {
    const found = applicationIdentifiers.get(text.slice(at, at + length));
    if (found) return found;
  }
  return undefined;
}

const daysByMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Says whether six digits are a date YYMMDD; day 00 means the whole month. Every fourth year is a leap year in both centuries. */
export function isShortDate(text: string): boolean {
  if (text.length !== 6 || !isDigits(text)) return false;
  const year = Number(text.slice(0, 2));
  const month = Number(text.slice(2, 4));
  const day = Number(text.slice(4));
  const days = daysByMonth[month - 1];
  if (days === undefined) return false;
  return day <= days && !(month === 2 && day === 29 && year % 4 !== 0);
}

/** The value of a measure with its decimal point: `000357` of (3103) is `0.357`. */
export function toMeasure(digits: string, decimals: number): string {
  const point = digits.length - decimals;
  const whole = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  return decimals === 0 ? whole : `${whole}.${digits.slice(point)}`;
}
