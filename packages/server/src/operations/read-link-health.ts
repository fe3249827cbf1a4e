import {
  type HolderView,
  type IssuerHealth,
  type LinkHealthAnswer,
  PER_PAGE_DEFAULT,
  type Words,
  words,
} from '@yunsu/api';
import { type Caller, holderView, ledgers } from '@yunsu/domain';
import { schemes } from '@yunsu/identifiers';
import type { Context } from '../context.ts';
import { listOwnerHealth, type NamedAddress, type OwnerHealth } from '../store/link-health.ts';
import { readParties } from '../store/registers.ts';
import { badPageToken } from './list-capture-jobs.ts';
import { toTime } from './list-links.ts';

/** Before the name of a scheme's issuer, where links are counted by owner; no party begins like that. */
const ISSUER = 'scheme-issuer:';

/** The public query addresses that the issuers of our schemes name, and what each issuer is called. */
function namedByIssuers(): { addresses: NamedAddress[]; names: Map<string, Words> } {
  const addresses = new Map<string, NamedAddress>();
  const names = new Map<string, Words>();
  for (const { issuer } of schemes) {
    const url = issuer?.ask?.url;
    if (issuer === undefined || url === undefined) continue;
    const owner = ISSUER + issuer.name.en;
    names.set(owner, issuer.name);
    addresses.set(`${owner} ${url}`, { owner, url });
  }
  return { addresses: [...addresses.values()], names };
}

/** The public query addresses of our schemes' issuers, each once. */
export const issuerAddresses = (): string[] => [...new Set(namedByIssuers().addresses.map(({ url }) => url))];

/** How many links of each issuer lead nowhere, worst first. */
export async function readLinkHealth(
  context: Context,
  caller: Caller,
  { perPage = PER_PAGE_DEFAULT, nextPageToken }: { perPage?: number; nextPageToken?: string },
): Promise<LinkHealthAnswer> {
  const { addresses, names } = namedByIssuers();
  const page = await listOwnerHealth(context.db, addresses, {
    perPage,
    ...(nextPageToken === undefined ? {} : { token: nextPageToken }),
  });
  if (!page.ok) throw badPageToken();
  const parties = page.owners.flatMap(({ owner }) => (owner === null || names.has(owner) ? [] : [owner]));
  const known = await readParties(context.db, parties);
  const issuers = page.owners.map((row) => {
    const named = row.owner === null ? REGULATOR : names.get(row.owner);
    if (named !== undefined) return toIssuerHealth(row, null, named);
    const holder = holderView(caller, row.owner ?? undefined, known.get(row.owner ?? ''), ledgers.values());
    return toIssuerHealth(row, holder, words(holder.name, holder.name));
  });
  return {
    issuers,
    ...(page.nextPageToken === undefined ? {} : { nextPageToken: page.nextPageToken }),
  };
}

const REGULATOR = words('Regulators', '监管部门');

function toIssuerHealth({ owner: _, worst, ...counts }: OwnerHealth, issuer: HolderView | null, name: Words) {
  const dead = worst && { ...worst, since: toTime(worst.since) };
  return { issuer, name, ...counts, worst: dead ?? null } satisfies IssuerHealth;
}
