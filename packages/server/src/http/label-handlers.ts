import { Problem, words } from '@yunsu/api';
import type { Handlers } from './call.ts';

/** The console asks for it; a server without it says so plainly. */
const missing = async (): Promise<never> => {
  throw new Problem('not-found', {
    detail: words('This server does not offer labels.', '本服务器未提供标签打印功能。'),
  });
};

export const labelHandlers: Pick<Handlers, 'drawLabel' | 'printSheet'> = {
  drawLabel: missing,
  printSheet: missing,
};
