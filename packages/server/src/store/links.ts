import type { Caller, Key } from '@yunsu/domain';
import { arrayOf, type Database, type Executor } from './database.ts';
import { toTimestamp } from './micros.ts';
import { digestOf } from './sha256.ts';
import { transaction } from './transaction.ts';

/** A link as it is registered. */
export interface LinkDraft {
  /** `gs1:pip`, or the URI of a relation. */
  readonly linkType: string;
  readonly href: string;
  readonly title: string;
  readonly hreflang: readonly string[];
  readonly type?: string;
  readonly isDefault: boolean;
}

/** What visits of an address have come to. */
export type LinkHealth = 'unvisited' | 'alive' | 'failing' | 'dead';

/** A link in force with what is known of its address. */
export interface LinkRow extends LinkDraft {
  readonly key: Key;
  readonly anchor: string;
  readonly health: LinkHealth;
  /** Microseconds since 1970. */
  readonly visitedAt?: number;
  readonly result?: string;
}

/** All links of an anchor, as somebody sets them. */
export interface LinkSet {
  readonly key: Key;
  /** Canonical URI of what they are about. */
  readonly anchor: string;
  readonly links: readonly LinkDraft[];
  /** The party that set them; absent for a regulator whose key is bound to none. */
  readonly owner?: string;
  readonly plane: Caller['plane'];
  /** Microseconds since 1970. */
  readonly setAt: number;
}

/** Most links of one anchor; the shape of the API has the same number. */
export const LINKS_MAX = 50;
/** Most anchors that one question asks for: a code has at most eight levels, each perhaps with another name. */
export const ANCHORS_MAX = 64;

/** Replaces the links of an anchor by a new version; earlier versions stay as they were. Answers the version's number. */
export async function replaceLinks(db: Database, set: LinkSet): Promise<number> {
  if (set.links.length > LINKS_MAX) throw new Error(`more than ${LINKS_MAX} links of one anchor`);
  const { key, anchor, owner = null, plane } = set;
  const at = toTimestamp(set.setAt);
  return await transaction(db, async (tx) => {
    const rows = await tx.query<{ version: number }>(
      `insert into link_set as s (k, anchor, version, owner) values ($1, $2, 1, $3)
       on conflict (k) do update set version = s.version + 1, owner = excluded.owner returning version`,
      [key, anchor, owner],
    );
    const version = rows[0]?.version;
    if (version === undefined) throw new Error('a set of links has no version');
    await tx.execute(
      'insert into link_version (k, version, set_at, owner, plane) values ($1, $2, $3, $4, $5)',
      [key, version, at, owner, plane],
    );
    await appendLinks(tx, set, version);
    await appendTargets(tx, [...new Set(set.links.map(({ href }) => href))], at);
    return version;
  });
}

async function appendLinks(tx: Executor, { key, links }: LinkSet, version: number): Promise<void> {
  if (links.length === 0) return;
  const rows = links.map((link, position) => ({
    position,
    link_type: link.linkType,
    href: link.href,
    h: digestOf(link.href),
    title: link.title,
    hreflang: link.hreflang,
    media_type: link.type,
    is_default: link.isDefault,
  }));
  await tx.execute(
    `insert into link (k, version, position, link_type, href, h, title, hreflang, media_type, is_default)
     select $1, $2, position, link_type, href, h, title, hreflang, media_type, is_default
       from jsonb_to_recordset($3) as r (position smallint, link_type text, href text, h uuid, title text,
                                         hreflang text[], media_type text, is_default boolean)`,
    [key, version, JSON.stringify(rows)],
  );
}

/** Notes addresses that are to be visited from a time on; one that is known already keeps its turn. */
export async function appendTargets(tx: Executor, urls: readonly string[], due: string): Promise<void> {
  if (urls.length === 0) return;
  const ordered = urls.map((url) => ({ h: digestOf(url), url })).sort((a, b) => (a.h < b.h ? -1 : 1));
  await tx.execute(
    `insert into link_target (h, url, due)
     select h, url, $2 from jsonb_to_recordset($1) as r (h uuid, url text) order by h
     on conflict (h) do nothing`,
    [JSON.stringify(ordered), due],
  );
}

interface Row {
  k: Key;
  anchor: string;
  link_type: string;
  href: string;
  title: string;
  hreflang: string[];
  media_type: string | null;
  is_default: boolean;
  health: LinkHealth | null;
  visited: number | null;
  result: string | null;
}

/** The links in force of these anchors, in the order in which each anchor's were set. Links are public. */
export async function readLinks(db: Executor, anchors: readonly Key[]): Promise<Map<Key, LinkRow[]>> {
  if (anchors.length > ANCHORS_MAX) throw new Error(`more than ${ANCHORS_MAX} anchors to read links of`);
  const rows = await db.query<Row>(
    `select s.k, s.anchor, l.link_type, l.href, l.title, l.hreflang, l.media_type, l.is_default,
            t.health, t.visited, t.result
       from link_set s join link l on l.k = s.k and l.version = s.version
       left join link_target t on t.h = l.h
      where s.k = any($1::uuid[]) order by s.k, l.position`,
    [arrayOf(anchors)],
  );
  return Map.groupBy(rows.map(toLinkRow), ({ key }) => key);
}

const toLinkRow = (row: Row): LinkRow => ({
  key: row.k,
  anchor: row.anchor,
  linkType: row.link_type,
  href: row.href,
  title: row.title,
  hreflang: row.hreflang,
  ...(row.media_type === null ? {} : { type: row.media_type }),
  isDefault: row.is_default,
  health: row.health ?? 'unvisited',
  ...(row.visited === null ? {} : { visitedAt: row.visited }),
  ...(row.result === null ? {} : { result: row.result }),
});

/** One version of the links of an anchor: who set what when. */
export interface LinkVersion {
  readonly version: number;
  /** Microseconds since 1970. */
  readonly setAt: number;
  readonly owner?: string;
  readonly hrefs: readonly string[];
}

/** Every version of the links of an anchor, the first first. */
export async function readLinkVersions(db: Executor, anchor: Key): Promise<LinkVersion[]> {
  const rows = await db.query<{ version: number; set_at: number; owner: string | null; hrefs: string[] }>(
    `select v.version, v.set_at, v.owner,
            array(select l.href from link l where l.k = v.k and l.version = v.version order by l.position) as hrefs
       from link_version v where v.k = $1 order by v.version`,
    [anchor],
  );
  return rows.map(({ version, set_at, owner, hrefs }) => ({
    version,
    setAt: set_at,
    ...(owner === null ? {} : { owner }),
    hrefs,
  }));
}

/** Who recorded the first event of a unit, by the order of arrival: a later event cannot claim to be earlier. */
export async function readFirstActor(db: Executor, unit: Key): Promise<string | undefined> {
  const rows = await db.query<{ actor: string }>(
    `select e.actor from epc_event p join event e on e.event_id = p.event_id
      where p.k = $1 and p.void_from is null order by p.event_id limit 1`,
    [unit],
  );
  return rows[0]?.actor;
}
