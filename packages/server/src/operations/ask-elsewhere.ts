import { type IssuerView, words } from '@yunsu/api';
import { type Candidate, type Issuer, identify, type Words } from '@yunsu/identifiers';
import type { Config } from '../config.ts';

/** What is said of a code that nothing is known of here. */
export interface Elsewhere {
  /** True where the code itself says that another division gave it out. */
  readonly foreign: boolean;
  readonly ask: IssuerView | null;
}

/** Names under which schemes keep the division that gave a code out. */
const DIVISION_PARTS = ['division', 'province'] as const;

type Home = Pick<Config, 'homeDivision' | 'neighbours'>;

/** Where to ask about a code of which nothing is known here, by its canonical URI. */
export function askElsewhere(config: Home, uri: string): Elsewhere {
  const [candidate] = identify(uri);
  return candidate ? askAbout(config, candidate) : { foreign: false, ask: null };
}

/** The same for a reading of a code: its province is asked, else the issuer of its scheme. */
export function askAbout(config: Home, candidate: Candidate): Elsewhere {
  const division = divisionOf(candidate);
  const { issuer } = candidate;
  if (division === undefined || !isForeign(division.code, config.homeDivision))
    return { foreign: false, ask: issuer === null ? null : toView(issuer) };
  const neighbour = config.neighbours.find((one) => division.code.startsWith(one.division));
  if (neighbour) return { foreign: true, ask: { name: { ...neighbour.name }, ask: { ...neighbour.ask } } };
  return { foreign: true, ask: general(division.name, issuer) };
}

function divisionOf({ parts, inWords }: Candidate): { code: string; name: Words | undefined } | undefined {
  for (const part of DIVISION_PARTS) {
    const code = parts[part];
    if (code === undefined || !/^\d{2,6}$/.test(code)) continue;
    return { code, name: inWords.find((one) => one.part === part)?.meaning };
  }
  return undefined;
}

/** Another division than ours, as far as both say it: a code of the whole province is no foreigner in a county of it. */
export function isForeign(division: string, home: string): boolean {
  const length = Math.min(division.length, home.length);
  return division.slice(0, length) !== home.slice(0, length);
}

const toView = ({ name, ask }: Issuer): IssuerView => ({
  name: { ...name },
  ...(ask === undefined ? {} : { ask: { ...ask } }),
});

/** General advice, true of every province: addresses of their platforms change, so they are the operator's to give. */
function general(place: Words | undefined, issuer: Issuer | null): IssuerView {
  const where = place ?? words('another province', '外省');
  const from = issuer
    ? words(`Such codes are given out by: ${issuer.name.en}. `, `此类编码由${issuer.name.zh}发放。`)
    : words('', '');
  return {
    name: words(`Traceability platform of ${where.en}`, `${where.zh}的追溯平台`),
    ask: {
      en: `${from.en}Ask the traceability platform or the market regulator there, or call 12345 there.`,
      zh: `${from.zh}请向当地的追溯平台或市场监管部门查询，或拨打当地的 12345。`,
      ...(issuer?.ask?.url === undefined ? {} : { url: issuer.ask.url }),
    },
  };
}
