import { expect, test } from 'vitest';
import { createLog } from './log.ts';

test('what may hold a secret is redacted, and every line is JSON with a time', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  log.info({ req: { headers: { authorization: 'Bearer canary', cookie: 'canary' } } }, 'a request');
  log.info(
    { caller: { key: 'canary', password: 'canary' }, databaseUrl: 'canary', token: 'canary' },
    'a caller',
  );
  log.debug('too quiet to be heard');
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toContain('canary');
  expect(JSON.parse(lines[0]!)).toMatchObject({ msg: 'a request', time: expect.stringMatching(/Z$/) });
});
