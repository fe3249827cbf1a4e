import { expect, expectTypeOf, test } from 'vitest';
import { captureIDOf, createClient, type Fetch, nextPageTokenOf, Refusal } from './client.ts';
import type { TraceAnswer } from './shapes/trace.ts';

interface Sent {
  url: string;
  init: Parameters<Fetch>[1];
}

/** A fetch that remembers what was sent and gives one prepared answer. */
function answering(status: number, body: string, headers: Record<string, string> = {}) {
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, init) => {
    sent.push({ url, init });
    return new Response(status === 204 ? null : body, { status, headers });
  };
  return { sent, client: createClient({ url: 'http://yunsu.test/', key: 'ys_1_2', fetch }) };
}

test('a code travels in the query, escaped, with the key beside it', async () => {
  const { sent, client } = answering(200, '{"input":"(01)…&","candidates":[]}');
  await client.identifyCode({ code: '(01)1&b=c' });
  expect(sent[0]?.url).toBe('http://yunsu.test/api/identify?code=%2801%291%26b%3Dc');
  expect(sent[0]?.init.headers.authorization).toBe('Bearer ys_1_2');
});

test('an eventID travels in the path with every reserved sign escaped', async () => {
  const { sent, client } = answering(200, '{}');
  await client.readEventsByID({ eventID: 'ni:///sha-256;ab?ver=CBV2.0' });
  expect(sent[0]?.url).toBe('http://yunsu.test/epcis/events/ni%3A%2F%2F%2Fsha-256%3Bab%3Fver%3DCBV2.0');
});

test('a document is sent byte for byte and its job is named in Location', async () => {
  const { sent, client } = answering(202, '', { location: '/epcis/capture/0198' });
  const bytes = new TextEncoder().encode('{ "quantity": 1.10 }');
  const { headers } = await client.captureEvents({
    body: bytes,
    headers: { 'gs1-capture-error-behaviour': 'proceed' },
  });
  expect(sent[0]?.init.body).toBe(bytes);
  expect(sent[0]?.init.headers).toMatchObject({
    'content-type': 'application/ld+json',
    'gs1-capture-error-behaviour': 'proceed',
  });
  expect(captureIDOf(headers.location)).toBe('0198');
});

test('a refusal carries the problem of the server', async () => {
  const problem = { code: 'not-found', title: 'There is nothing here', detail: 'No such job', status: 404 };
  const { client } = answering(404, JSON.stringify(problem));
  const refused = client.readCaptureJob({ captureID: 'x' });
  await expect(refused).rejects.toBeInstanceOf(Refusal);
  await expect(refused).rejects.toMatchObject({ status: 404, problem: { code: 'not-found' } });
});

test('an answer of something else than the platform is a refusal without a problem', async () => {
  const { client } = answering(502, '<html>Bad Gateway</html>');
  await expect(client.readLiveness()).rejects.toMatchObject({ status: 502, problem: undefined });
});

test('the next page is read from the Link header', () => {
  expect(nextPageTokenOf('</epcis/capture?perPage=30&nextPageToken=ab%2Fc>; rel="next"')).toBe('ab/c');
  expect(nextPageTokenOf(undefined)).toBeUndefined();
});

test('the types of calls and answers come from the table', () => {
  const { client } = answering(200, '{}');
  expectTypeOf(client.traceCode).parameter(0).toHaveProperty('code').toEqualTypeOf<string>();
  expectTypeOf(client.traceCode).returns.resolves.toEqualTypeOf<TraceAnswer>();
  expectTypeOf(client.captureEvents).returns.resolves.toEqualTypeOf<{
    body: undefined;
    headers: Partial<Record<'location', string>>;
  }>();
});

test('a file comes as bytes, and its refusal as a problem', async () => {
  const bytes = Uint8Array.of(0x89, 0x50, 0xff, 0x00);
  const fetch: Fetch = async () => new Response(bytes, { status: 200 });
  const file = await createClient({ url: 'http://yunsu.test', fetch }).drawLabel({ code: 'x', form: 'png' });
  expectTypeOf(file).toEqualTypeOf<Uint8Array<ArrayBuffer>>();
  expect([...file]).toEqual([...bytes]);
  const { client } = answering(400, JSON.stringify({ code: 'unprintable-code', status: 400 }));
  await expect(client.drawLabel({ code: 'x' })).rejects.toMatchObject({
    problem: { code: 'unprintable-code' },
  });
});
