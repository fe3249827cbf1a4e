import { divisionName, isDivision } from '../divisions.ts';
import { type Fault, faultAt, type Words } from '../fault.ts';
import { dayInWords, isLongDate } from './code-date.ts';
import * as words from './code-words.ts';
import { withoutLabel } from './label-text.ts';
import { type CodeReading, plainCode } from './plain-code.ts';
import { BASE32 } from './provincial.ts';

const labels = ['承诺达标合格证编号', '承诺达标合格证', '合格证编号'];

/** Characters of the serial behind the day, of Crockford's base32. */
export const CERTIFICATE_SERIAL_MIN = 4;
export const CERTIFICATE_SERIAL_MAX = 16;

function shape(text: string): string | undefined {
  const code = withoutLabel(text, labels).toUpperCase();
  const match = /^CDHGZ-?([0-9OIL]{6})-?([0-9OIL]{8})-?([0-9A-Z]{4,16})$/.exec(code);
  if (!match) return undefined;
  const read = (part: string | undefined) => (part ?? '').replace(/[IL]/g, '1').replaceAll('O', '0');
  return `CDHGZ-${read(match[1])}-${read(match[2])}-${read(match[3])}`;
}

function faultOf(date: string, serial: string): Fault | undefined {
  if (!isLongDate(date)) return faultAt(13, words.noSuchDay(date));
  const foreign = [...serial].findIndex((character) => !BASE32.includes(character));
  return foreign === -1 ? undefined : faultAt(22 + foreign, words.wrongCertificateCharacter);
}

function read(code: string): CodeReading {
  const [, division = '', date = '', serial = ''] = code.split('-');
  const fault = faultOf(date, serial);
  return {
    parts: { division, date, serial },
    level: 'certificate',
    ...(fault ? { fault } : {}),
    ...(isDivision(division) ? {} : { notes: [faultAt(6, words.unknownDivision(division))] }),
    confidence: 0.95,
  };
}

function meaningOf(part: string, value: string): Words | undefined {
  if (part === 'division') return divisionName(value);
  return part === 'date' && isLongDate(value) ? dayInWords(value) : undefined;
}

/**
 * 承诺达标合格证 (Order 4 of 2025 of the Ministry of Agriculture): no national structure of its number is known, so
 * certificates that are written here get one: `CDHGZ-530822-20260818-7K2M9QXR`, division, day and serial.
 */
export const complianceCertificate = plainCode({
  id: 'compliance-certificate',
  name: { en: 'Certificate of committed compliance', zh: '承诺达标合格证' },
  verified: true,
  categories: ['agri'],
  issuer: {
    name: {
      en: 'The grower, cooperative or buyer who commits to it, on this platform',
      zh: '承诺主体（农产品生产者、合作社或收购者），由本平台编号',
    },
    ask: {
      en: 'Ask the platform of the province, or whoever committed to it; name and telephone stand on the certificate.',
      zh: '请向该省追溯平台查询，或按合格证上的联系方式询问承诺主体。',
    },
  },
  partNames: {
    division: { en: 'Place of production', zh: '产地区划' },
    date: { en: 'Day of issue', zh: '开具日期' },
    serial: { en: 'Number', zh: '编号' },
  },
  meaningOf,
  shape,
  read,
});
