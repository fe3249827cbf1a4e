import type { Handlers } from './call.ts';

const missing = async (): Promise<never> => {
  throw new Error('not built');
};

export const linkHandlers: Pick<Handlers, 'replaceLinks' | 'listLinks' | 'readLinkHealth'> = {
  replaceLinks: missing,
  listLinks: missing,
  readLinkHealth: missing,
};
