import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { givenIssuing, giveRange } from '../../server/test/issuing/given.ts';
import { Exit } from '../src/exit.ts';
import { run } from '../src/run.ts';

test('codes are ordered, printed, made void, reconciled and listed from the command line', async () => {
  await using on = await givenIssuing();
  const farm = await on.holder({ name: '示例农场' });
  const range = await giveRange(on.regulator, farm.party);
  const url = await on.given.app.listen({ host: '127.0.0.1', port: 0 });
  const key = await on.given.keyOf({ plane: 'enterprise', party: farm.party });
  const yunsu = async (line: string) => {
    const out: string[] = [];
    const err: string[] = [];
    const terminal = {
      out: (text: string) => out.push(text),
      err: (text: string) => err.push(text),
      bytes: () => {},
    };
    const argv = ['codes', ...line.split(' '), '--lang', 'en'];
    return { exit: await run(argv, { YUNSU_URL: url, YUNSU_KEY: key }, terminal), out, err };
  };
  expect((await yunsu('ranges')).out[0]).toBe(
    `${range.id}  gtin ${range.stem}  0–999999  1000000 left  示例农场`,
  );
  const ordered = await yunsu(`order ${range.id} 4 --idempotency-key the-same-key`);
  const [id = ''] = ordered.out[0]?.split('  ') ?? [];
  expect(ordered.out[0]).toContain('4 reserved + 0 printed + 0 active + 0 void = 4');
  expect(await yunsu(`order ${range.id} 4 --idempotency-key the-same-key`)).toEqual(ordered);
  await yunsu(`print ${id}`);
  expect((await yunsu(`activate ${id} --positions 1-2`)).out[0]).toContain('2 printed + 2 active');
  await yunsu(`void ${id} --reason spoiled --code https://id.gs1.org/01/${range.stem}/21/000002`);
  const again = await yunsu(`void ${id} --reason spoiled --positions 3`);
  expect([again.exit, again.err[0]]).toEqual([
    Exit.refused,
    expect.stringContaining('is void; nothing was changed'),
  ]);
  const done = await yunsu(`reconcile ${id} --applied 2 --spoiled 1 --left 0`);
  expect([done.exit, done.out[0]?.endsWith('2 active + 2 void = 4  reconciled'), done.out[1]]).toEqual([
    Exit.done,
    true,
    '1 labels unaccounted for',
  ]);
  expect((await yunsu(`list ${id}`)).out).toEqual([
    `1  (01)${range.stem}(21)000000  active`,
    `2  (01)${range.stem}(21)000001  active`,
    `3  (01)${range.stem}(21)000002  void`,
    `4  (01)${range.stem}(21)000003  void`,
  ]);
  expect((await yunsu('list')).out).toHaveLength(1);
  const { out } = await yunsu(`list ${id} --state active --json`);
  expect(JSON.parse(out[0] ?? '').codes).toHaveLength(2);
});

test('where no answer comes, the key to send the request again is told', async () => {
  const gone = createServer((request) => request.socket.destroy()).listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const url = `http://127.0.0.1:${(gone.address() as AddressInfo).port}`;
  const err: string[] = [];
  const argv = ['codes', 'print', '7', '--lang', 'en', '--url', url, '--key', 'k'];
  expect(await run(argv, {}, { out: () => {}, err: (line) => err.push(line), bytes: () => {} })).toBe(
    Exit.unreachable,
  );
  expect(err[0]).toMatch(/--idempotency-key [0-9a-f-]{36} it is not done twice/);
  gone.close();
});
