import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../context.ts';
import {
  appendVisit,
  asOnlyVisitor,
  DUE_MAX,
  type DueTarget,
  putBackTargets,
  takeDueTargets,
} from '../store/link-health.ts';
import { appendTargets } from '../store/links.ts';
import { toTimestamp } from '../store/micros.ts';
import { issuerAddresses } from './read-link-health.ts';
import { internet, type Network, visitAddress } from './visit-address.ts';

/** Hosts that are visited side by side; a single host is visited one address after the other. */
export const HOSTS_MAX = 4;
/** Rest between two visits of one host, in milliseconds. */
const HOST_PAUSE_MS = 1_000;

/** What a test may lend. */
export interface VisitOptions {
  readonly network?: Network;
  readonly hostPauseMs?: number;
  readonly timeoutMs?: number;
  /** Query addresses of issuers; those of our schemes where absent. */
  readonly issuers?: readonly string[];
}

/**
 * Visits every address that is due: what links in force point to and where issuers may be asked, each at most once a
 * day. True where there may be more. Of several servers on one database one visits at a time.
 */
export async function visitLinks(
  context: Context,
  signal: AbortSignal,
  options: VisitOptions = {},
): Promise<boolean> {
  let taken = 0;
  await asOnlyVisitor(context.db, async () => {
    const now = context.now().getTime() * 1000;
    const issuers = options.issuers ?? issuerAddresses();
    await appendTargets(context.db, issuers, toTimestamp(now));
    const due = await takeDueTargets(context.db, now, issuers);
    taken = due.length;
    const left = new Set(due);
    const hosts = [...Map.groupBy(due, ({ url }) => new URL(url).hostname).values()];
    const next = hosts[Symbol.iterator]();
    const workers = Array.from({ length: Math.min(HOSTS_MAX, hosts.length) }, async () => {
      for (const targets of next) await visitHost(context, { targets, left }, signal, options);
    });
    await Promise.all(workers);
    if (left.size > 0) await putBackTargets(context.db, [...left], now);
  });
  return taken === DUE_MAX && !signal.aborted;
}

async function visitHost(
  context: Context,
  { targets, left }: { readonly targets: readonly DueTarget[]; readonly left: Set<DueTarget> },
  signal: AbortSignal,
  { network = internet, hostPauseMs = HOST_PAUSE_MS, timeoutMs }: VisitOptions,
): Promise<void> {
  const userAgent = `YunsuLinkVisitor/1.0 (+${context.config.publicOrigin}/links)`;
  for (const [index, target] of targets.entries()) {
    if (signal.aborted) return;
    if (index > 0) await sleep(hostPauseMs, undefined, { signal }).catch(() => {});
    const found = await visitAddress(target.url, {
      network,
      userAgent,
      signal,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
    if (found === undefined) return;
    left.delete(target);
    const health = await appendVisit(context.db, target, context.now().getTime() * 1000, found);
    const { result } = found;
    if (health === 'dead') context.log.warn({ url: target.url, result }, 'a link is dead');
  }
}
