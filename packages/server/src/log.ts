import { type Logger, pino } from 'pino';

export type { Logger };

/** Log levels by name, the quietest first. */
export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** Places in a log entry that may hold a secret; what stands there is written as `[redacted]`. */
const secretPaths = [
  'authorization',
  'password',
  'secret',
  'key',
  'token',
  'cookie',
  'databaseUrl',
  'secretKey',
  '*.authorization',
  '*.password',
  '*.secret',
  '*.key',
  '*.token',
  '*.cookie',
  '*.databaseUrl',
  '*.secretKey',
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
];

/** The application's log: JSON lines with `time` in ISO 8601, secrets redacted. Writes to `stream` if one is given. */
export function createLog(level: (typeof logLevels)[number], stream?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    redact: { paths: secretPaths, censor: '[redacted]' },
  };
  return stream ? pino(options, stream) : pino(options);
}
