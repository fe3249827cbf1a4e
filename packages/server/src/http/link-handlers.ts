import { listLinks } from '../operations/list-links.ts';
import { readLinkHealth } from '../operations/read-link-health.ts';
import { replaceLinks } from '../operations/replace-links.ts';
import type { Handlers } from './call.ts';

/** Where codes point to, and whether anybody is there. */
export const linkHandlers: Pick<Handlers, 'replaceLinks' | 'listLinks' | 'readLinkHealth'> = {
  replaceLinks: async ({ context, sender, body }) => ({ body: await replaceLinks(context, sender, body) }),
  listLinks: async ({ context, parameters }) => ({ body: await listLinks(context, parameters) }),
  readLinkHealth: async ({ context, sender, parameters }) => ({
    body: await readLinkHealth(context, sender, parameters),
  }),
};
