import { Problem, words } from '@yunsu/api';
import type { Config } from '../config.ts';
import { captureLimitHeaders } from '../operations/document-limits.ts';

const EPCIS_VERSION = '2.0';
const CBV_VERSION = '2.0';
/** What `GET /epcis` lists: the resources that this server has. */
export const epcisMembers = ['capture', 'events'];

/** Headers of every answer under /epcis (EPCIS 2.0 REST binding). */
export const versionHeaders = {
  'gs1-epcis-version': EPCIS_VERSION,
  'gs1-cbv-version': CBV_VERSION,
  'gs1-extensions': 'yunsu=urn:yunsu:voc:',
} as const;

/** Headers of an OPTIONS answer (EPCIS 2.0 REST binding, 204 …Discovery responses). */
export function discoveryHeaders(config: Config, path: string, allow: string): Record<string, string> {
  const capture = path === '/epcis/capture';
  return {
    allow,
    ...versionHeaders,
    'gs1-epcis-min': EPCIS_VERSION,
    'gs1-epcis-max': EPCIS_VERSION,
    'gs1-cbv-min': CBV_VERSION,
    'gs1-cbv-max': CBV_VERSION,
    'gs1-epc-format': 'Never_Translates',
    'gs1-cbv-xml-format': 'Never_Translates',
    'gs1-vendor-version': '1',
    ...(capture ? { ...captureLimitHeaders(config), 'gs1-capture-error-behaviour': 'all' } : {}),
  };
}

/** Compares dotted version numbers; missing parts count as zero, so 2.0 and 2.0.0 are one version. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one.split('.').map(Number), other.split('.').map(Number)];
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

interface VersionHeaders {
  readonly 'gs1-epcis-version'?: string;
  readonly 'gs1-cbv-version'?: string;
  readonly 'gs1-epcis-min'?: string;
  readonly 'gs1-epcis-max'?: string;
  readonly 'gs1-cbv-min'?: string;
  readonly 'gs1-cbv-max'?: string;
}

const refuse = (name: string, got: string, ours: string) =>
  new Problem('not-acceptable', {
    detail: words(
      `${name} is ${got}, but this server speaks version ${ours}.`,
      `${name} 为 ${got}，而本服务使用 ${ours} 版。`,
    ),
  });

/** Refuses a request whose versions exclude ours (EPCIS 2.0 REST binding, 406 NotAcceptableException). */
export function checkVersions(headers: VersionHeaders): void {
  const standards = [
    [
      'GS1-EPCIS',
      EPCIS_VERSION,
      headers['gs1-epcis-version'],
      headers['gs1-epcis-min'],
      headers['gs1-epcis-max'],
    ],
    ['GS1-CBV', CBV_VERSION, headers['gs1-cbv-version'], headers['gs1-cbv-min'], headers['gs1-cbv-max']],
  ] as const;
  for (const [name, ours, version, min, max] of standards) {
    if (version !== undefined && compareVersions(version, ours) !== 0) {
      throw refuse(`${name}-Version`, version, ours);
    }
    if (min !== undefined && compareVersions(min, ours) > 0) throw refuse(`${name}-Min`, min, ours);
    if (max !== undefined && compareVersions(max, ours) < 0) throw refuse(`${name}-Max`, max, ours);
  }
}

/** The form of the answer that a caller accepts, in the order of its wishes; refused where it accepts none of ours. */
export function chooseMedia(accept: string | undefined, ours: readonly string[]): string {
  const main = ours[0] ?? 'application/json';
  if (accept === undefined || accept.trim() === '') return main;
  const wanted = accept.split(',').map((part) => part.split(';').map((piece) => piece.trim().toLowerCase()));
  for (const [type = '', ...options] of wanted) {
    if (options.some((option) => /^q=0(\.0*)?$/.test(option))) continue;
    const chosen = ours.find((media) => fits(type, media.split(';', 1)[0] ?? media));
    if (chosen !== undefined) return chosen;
  }
  const names = ours.map((media) => media.split(';', 1)[0]).join(', ');
  throw new Problem('not-acceptable', {
    detail: words(`This answer is given as ${names}.`, `该接口以 ${names} 形式回答。`),
  });
}

const fits = (type: string, ours: string): boolean =>
  type === '*/*' ||
  type === ours ||
  type === `${ours.split('/', 1)[0]}/*` ||
  (ours === 'application/json' && (type === 'application/ld+json' || type === 'application/problem+json'));
