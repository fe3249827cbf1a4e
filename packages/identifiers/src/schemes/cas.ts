import { faultAt } from '../fault.ts';
import * as words from './code-words.ts';
import { withoutLabel } from './label-text.ts';
import { type CodeReading, plainCode } from './plain-code.ts';

const labels = ['CAS号', 'CAS No.', 'CAS RN', 'CAS'];

const casShape = /^(\d{2,7})-(\d{2})-(\d)$/;

/** The check digit: each digit times its place, counted from the right, modulo 10 (CAS Registry, check digit verification). */
function checkOf(digits: string): string {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) sum += Number(digits.charAt(i)) * (digits.length - i);
  return String(sum % 10);
}

function shape(text: string): string | undefined {
  const code = withoutLabel(text, labels);
  return casShape.test(code) ? code : undefined;
}

function read(code: string): CodeReading {
  const wanted = checkOf(code.slice(0, -2).replace('-', ''));
  const got = code.slice(-1);
  return {
    parts: { number: code },
    level: 'class',
    ...(wanted === got ? {} : { fault: faultAt(code.length - 1, words.wrongCasCheck(wanted, got)) }),
    confidence: 0.9,
  };
}

/** CAS number of a chemical substance. It names the substance and never a pack of it. */
export const cas = plainCode({
  id: 'cas',
  name: { en: 'CAS number of a substance', zh: 'CAS 号（化学物质）' },
  verified: true,
  isAsWritten: true,
  categories: ['hazard', 'inputs', 'rareearth'],
  issuer: {
    name: { en: 'Chemical Abstracts Service', zh: '美国化学文摘社（CAS）' },
    ask: {
      en: 'The number names a substance. Look the pack up by its own code.',
      zh: '该号码只说明是哪种物质；查询具体商品请使用包装上的追溯码。',
    },
  },
  partNames: { number: { en: 'CAS number', zh: 'CAS 号' } },
  shape,
  read,
});
