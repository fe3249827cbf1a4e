import { detonator } from './detonator.ts';
import { withoutLabel } from './label-text.ts';
import { type CodeReading, plainCode } from './plain-code.ts';

const labels = ['电子雷管UID', '雷管UID码', '雷管UID', 'UID码', 'UID'];

function shape(text: string): string | undefined {
  const digits = withoutLabel(text.toUpperCase(), labels);
  return /^\d{16}$/.test(digits) ? digits : undefined;
}

/** Sixteen digits without any structure may be many things. */
const read = (code: string): CodeReading => ({ parts: { uid: code }, level: 'item', confidence: 0.3 });

/** UID in the chip of an electronic detonator (GA 1531-2018), sixteen digits in samples; the shell has a `detonator` code. */
export const electronicDetonator = plainCode({
  id: 'electronic-detonator',
  name: { en: 'Electronic detonator, UID', zh: '工业电子雷管 UID' },
  verified: false,
  categories: ['hazard'],
  ...(detonator.issuer ? { issuer: detonator.issuer } : {}),
  partNames: { uid: { en: 'UID', zh: 'UID 码' } },
  shape,
  read,
});
