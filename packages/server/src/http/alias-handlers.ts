import type { Handlers } from './call.ts';

const missing = async (): Promise<never> => {
  throw new Error('not built');
};

export const aliasHandlers: Pick<Handlers, 'addAlias' | 'listAliases'> = {
  addAlias: missing,
  listAliases: missing,
};
