import { parseArgs } from 'node:util';

export type DemoArguments = { port: number; reset: boolean; help: boolean };

export const usage = `npm run demo                   a small province on this machine, at http://localhost:8420
npm run demo -- --port 9000    at another port
npm run demo -- --reset        forgets what was captured and begins anew`;

/** Reads the words after `npm run demo --`, or says in a sentence what is wrong with them. */
export function readDemoArguments(words: readonly string[]): DemoArguments | string {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        port: { type: 'string', default: '8420' },
        reset: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    });
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN;
    if (!(port >= 1 && port <= 65_535)) return `"${values.port}" is no port: give a number from 1 to 65535.`;
    return { ...values, port };
  } catch (error) {
    return `${(error as Error).message.split('. ')[0]}.`;
  }
}
