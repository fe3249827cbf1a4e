/** Addresses inside the console. */
const withCode = (path: string, code: string): string => `${path}?${new URLSearchParams({ code })}`;

export const unitPath = (code: string): string => withCode('/units', code);
export const tracePath = (code: string): string => withCode('/trace', code);

/** The public answer to a code, outside of the console. */
export const publicPath = (code: string): string => withCode('/q', code);

export const CODES_PATH = '/codes';
export const orderPath = (orderID: string): string => `${CODES_PATH}/orders/${orderID}`;
