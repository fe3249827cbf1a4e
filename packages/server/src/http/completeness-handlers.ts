import { listOpenLegs } from '../operations/list-open-legs.ts';
import { readCompleteness } from '../operations/read-completeness.ts';
import type { Handlers } from './call.ts';

/** How complete the records are. */
export const completenessHandlers: Pick<Handlers, 'readCompleteness' | 'listOpenLegs'> = {
  readCompleteness: async ({ context, sender, parameters }) => ({
    body: await readCompleteness(context, sender, parameters),
  }),
  listOpenLegs: async ({ context, sender, parameters }) => ({
    body: await listOpenLegs(context, sender, parameters),
  }),
};
