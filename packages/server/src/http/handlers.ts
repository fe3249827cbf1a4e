import { toOpenapi, toStockCsv } from '@yunsu/api';
import { appendEvent } from '../operations/append-event.ts';
import { captureEvents } from '../operations/capture-events.ts';
import { checkReadiness } from '../operations/check-readiness.ts';
import { createKey } from '../operations/create-key.ts';
import { hashEvents } from '../operations/hash-events.ts';
import { identifyCode } from '../operations/identify-code.ts';
import { listCaptureJobs } from '../operations/list-capture-jobs.ts';
import { loadRegisters } from '../operations/load-registers.ts';
import { readCaptureJob } from '../operations/read-capture-job.ts';
import { readClaims } from '../operations/read-claims.ts';
import { readEventsByID } from '../operations/read-events-by-id.ts';
import { readPartyBalance } from '../operations/read-party-balance.ts';
import { readParty, readPlace, readProduct } from '../operations/read-register.ts';
import { readStock } from '../operations/read-stock.ts';
import { readUnit } from '../operations/read-unit.ts';
import { aliasHandlers } from './alias-handlers.ts';
import type { Handlers } from './call.ts';
import { completenessHandlers } from './completeness-handlers.ts';
import { docsPage } from './docs-page.ts';
import { epcisMembers } from './epcis-headers.ts';
import { issuingHandlers } from './issuing-handlers.ts';
import { labelHandlers } from './label-handlers.ts';
import { PAGE_TOKEN_LIVES_MS, READY_TIMEOUT_MS } from './limits.ts';
import { linkHandlers } from './link-handlers.ts';
import type { Metrics } from './metrics.ts';
import { takenHandlers } from './taken-handlers.ts';

const VERSION = '0.1.0';
const EPCIS_CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';
/** Lets browsers and proxies keep what changes only with a release. */
const releaseCache = { 'cache-control': 'public, max-age=300' };

/** `Link: rel="next"` of a page that is not the last (EPCIS 2.0 REST binding, pagination). */
function nextPageHeaders(
  path: string,
  perPage: number,
  token: string | undefined,
  now: Date,
): Record<string, string> {
  if (token === undefined) return {};
  const query = new URLSearchParams({ perPage: String(perPage), nextPageToken: token });
  return {
    link: `<${path}?${query}>; rel="next"`,
    'gs1-next-page-token-expires': new Date(now.getTime() + PAGE_TOKEN_LIVES_MS).toISOString(),
  };
}

/** The handler of every operation: takes the request apart, asks the operation, puts the answer together. Decides nothing. */
export function createHandlers(metrics: Metrics): Handlers {
  const openapi = JSON.stringify(toOpenapi(VERSION));
  const docs = docsPage();
  return {
    ...aliasHandlers,
    ...completenessHandlers,
    ...issuingHandlers,
    ...linkHandlers,
    ...labelHandlers,
    ...takenHandlers,
    identifyCode: async ({ parameters }) => ({ body: identifyCode(parameters) }),
    readUnit: async ({ context, sender, parameters }) => ({
      body: await readUnit(context, sender, parameters),
    }),
    readClaims: async ({ context, sender, parameters }) => ({
      body: await readClaims(context, sender, parameters),
    }),
    readPartyBalance: async ({ context, sender, parameters }) => ({
      body: await readPartyBalance(context, sender, parameters),
    }),
    readStock: async ({ context, sender, parameters, media }) => {
      const answer = await readStock(context, sender, parameters);
      return media.startsWith('text/csv') ? { text: toStockCsv(answer) } : { body: answer };
    },
    hashEvents: async ({ context, body }) => ({ body: hashEvents(context, body) }),
    loadRegisters: async ({ context, sender, body }) => ({
      body: await loadRegisters(context, sender, body),
    }),
    readParty: async ({ context, sender, parameters }) => ({
      body: await readParty(context, sender, parameters),
    }),
    readPlace: async ({ context, sender, parameters }) => ({
      body: await readPlace(context, sender, parameters),
    }),
    readProduct: async ({ context, parameters }) => ({ body: await readProduct(context, parameters) }),
    createKey: async ({ context, sender, body }) => ({ body: await createKey(context, sender, body) }),
    listEpcisResources: async () => ({
      body: { '@context': EPCIS_CONTEXT, type: 'Collection', member: [...epcisMembers] },
    }),
    captureEvents: async ({ context, sender, body, headers }) => {
      const errorBehaviour = headers['gs1-capture-error-behaviour'] ?? 'rollback';
      const { captureID } = await captureEvents(context, sender, { bytes: body, errorBehaviour });
      return { headers: { location: `/epcis/capture/${captureID}` } };
    },
    listCaptureJobs: async ({ context, sender, parameters }) => {
      const { jobs, nextPageToken } = await listCaptureJobs(context, sender, parameters);
      const perPage = parameters.perPage ?? jobs.length;
      return {
        body: jobs,
        headers: nextPageHeaders('/epcis/capture', perPage, nextPageToken, context.now()),
      };
    },
    readCaptureJob: async ({ context, sender, parameters }) => ({
      body: await readCaptureJob(context, sender, parameters),
    }),
    appendEvent: async ({ context, sender, body }) => {
      const { eventID, text } = await appendEvent(context, sender, body);
      return { text, headers: { location: `/epcis/events/${encodeURIComponent(eventID)}` } };
    },
    readEventsByID: async ({ context, sender, parameters }) => ({
      text: await readEventsByID(context, sender, parameters),
    }),
    readLiveness: async () => ({ body: { status: 'live' } }),
    readReadiness: async ({ context }) => {
      const body = await checkReadiness(context, READY_TIMEOUT_MS);
      return { body, status: body.status === 'ready' ? 200 : 503 };
    },
    readMetrics: async () => ({ text: metrics.toText([]) }),
    readOpenapi: async () => ({ text: openapi, headers: releaseCache }),
    readDocs: async () => ({
      text: docs,
      headers: {
        ...releaseCache,
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      },
    }),
  };
}
