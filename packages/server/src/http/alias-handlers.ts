import { Problem, words } from '@yunsu/api';
import type { Handlers } from './call.ts';

/** The console asks for it; a server without it says so plainly. */
const missing = async (): Promise<never> => {
  throw new Problem('not-found', {
    detail: words('This server does not offer other names of a unit.', '本服务器未提供别名登记功能。'),
  });
};

export const aliasHandlers: Pick<Handlers, 'addAlias' | 'listAliases'> = {
  addAlias: missing,
  listAliases: missing,
};
