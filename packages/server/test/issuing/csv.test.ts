import { expect, test } from 'vitest';
import { CODES_READ_MAX } from '../../src/store/issued-codes.ts';
import { newFirm } from '../http/given.ts';
import { codesOf, givenIssuing, giveRange, move, order } from './given.ts';

test('all codes of an order come as one file that a spreadsheet reads, past the size of a piece', async () => {
  await using on = await givenIssuing();
  const farm = await on.holder();
  const range = await giveRange(on.regulator, farm.party);
  const made = await order(farm.client, range.id, CODES_READ_MAX + 1);
  await move(farm.client, made.id, 'print', { positions: { from: 2, to: 3 } });
  const key = await on.given.keyOf({ plane: 'enterprise', party: farm.party });
  const ask = (query: string, authorization = `Bearer ${key}`) =>
    on.given.app.inject({
      url: `/api/code-orders/${made.id}/codes${query}`,
      headers: { accept: 'text/csv', authorization },
    });
  const answer = await ask('');
  expect([answer.statusCode, answer.headers['content-type'], answer.headers['content-disposition']]).toEqual([
    200,
    'text/csv',
    `attachment; filename="codes-${made.id}.csv"`,
  ]);
  expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const lines = answer.body.slice(1).trimEnd().split('\r\n');
  expect(lines).toHaveLength(CODES_READ_MAX + 2);
  expect(lines[0]).toBe('"position","code","uri","link","state"');
  const codes = await codesOf(farm.client, made.id, 3);
  for (const [index, { position, code, uri, link, state }] of codes.entries()) {
    expect(lines[index + 1]).toBe(`"${position}","${code}","${uri}","${link}","${state}"`);
  }
  const places = lines.slice(1).map((line) => Number(line.slice(1, line.indexOf('"', 1))));
  expect(places).toEqual(Array.from({ length: CODES_READ_MAX + 1 }, (_, index) => index + 1));
  const printed = (await ask('?state=printed')).body.trimEnd().split('\r\n');
  expect(printed.map((line) => line.at(-2))).toEqual(['e', 'd', 'd']);
  const stranger = await on.given.keyOf({ plane: 'enterprise', party: newFirm() });
  expect((await ask('', `Bearer ${stranger}`)).statusCode).toBe(404);
});

test('codes are listed page by page to the last one', async () => {
  await using on = await givenIssuing();
  const farm = await on.holder();
  const made = await order(farm.client, (await giveRange(on.regulator, farm.party)).id, 5);
  const positions: number[] = [];
  let nextPageToken: string | undefined;
  do {
    const token = nextPageToken === undefined ? {} : { nextPageToken };
    const page = await farm.client.listOrderCodes({ orderID: made.id, perPage: 2, ...token });
    positions.push(...page.codes.map(({ position }) => position));
    nextPageToken = page.nextPageToken;
  } while (nextPageToken !== undefined);
  expect(positions).toEqual([1, 2, 3, 4, 5]);
  await expect(farm.client.listOrderCodes({ orderID: made.id, nextPageToken: 'MQo' })).rejects.toThrow(
    'parameter',
  );
});
