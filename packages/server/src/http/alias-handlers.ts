import { addAlias } from '../operations/add-alias.ts';
import { listAliases } from '../operations/list-aliases.ts';
import type { Handlers } from './call.ts';

/** One unit, many codes. */
export const aliasHandlers: Pick<Handlers, 'addAlias' | 'listAliases'> = {
  addAlias: async ({ context, sender, body }) => ({ body: await addAlias(context, sender, body) }),
  listAliases: async ({ context, sender, parameters }) => ({
    body: await listAliases(context, sender, parameters),
  }),
};
