import type { Handlers } from './call.ts';

const missing = async (): Promise<never> => {
  throw new Error('not built');
};

export const labelHandlers: Pick<Handlers, 'drawLabel' | 'printSheet'> = {
  drawLabel: missing,
  printSheet: missing,
};
