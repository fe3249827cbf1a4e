import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CaptureJob, type Client, captureIDOf } from '@yunsu/api';
import { expect, test } from 'vitest';
import { createJobHandlers } from '../../src/capture-handlers.ts';
import { startJobs } from '../../src/jobs/start-jobs.ts';
import { documentOf, type Given, givenServer, harvest, newFirm, refusalOf } from './given.ts';

const lots = (count: number, first = 0) =>
  Array.from({ length: count }, (_, at) => harvest(`L${first + at}`));

async function finished(client: Client, location: string | undefined): Promise<CaptureJob> {
  for (;;) {
    const job = await client.readCaptureJob({ captureID: captureIDOf(location) });
    if (!job.running) return job;
    await sleep(50);
  }
}

test('a document at the direct limit is done at once, one past it is stored first and done by the worker', async () => {
  await using given = await givenServer({ directEventsMax: 3 });
  const firm = await given.firm(newFirm());
  const direct = await firm.captureEvents({ body: documentOf(lots(3)) });
  expect(await firm.readCaptureJob({ captureID: captureIDOf(direct.headers.location) })).toMatchObject({
    running: false,
  });
  const later = await firm.captureEvents({ body: documentOf(lots(4, 10)) });
  const waiting = await firm.readCaptureJob({ captureID: captureIDOf(later.headers.location) });
  expect(waiting).toMatchObject({ running: true, success: true });
  expect(waiting).not.toHaveProperty('finishedAt');
  const wrong = await firm.captureEvents({
    body: documentOf([...lots(4, 20), harvest('X', { action: 'SELL' })]),
  });
  await using _ = startJobs(given.context, createJobHandlers(given.context));
  expect(await finished(firm, later.headers.location)).toMatchObject({
    success: true,
    counts: { events: 4, stored: 4, repeats: 0, refused: 0 },
  });
  expect(await finished(firm, wrong.headers.location)).toMatchObject({
    success: false,
    counts: { events: 5, stored: 0, repeats: 0, refused: 1 },
    errors: [{ pointer: '/epcisBody/eventList/4/action', type: 'epcisException:ValidationException' }],
  });
  expect((await refusalOf(firm.readEventsByID({ eventID: 'https://farm.example/events/L20' }))).status).toBe(
    404,
  );
});

test('a document at the limit of events is taken, one past it is 413 with the limits', async () => {
  await using given = await givenServer({ documentEventsMax: 3 });
  const firm = await given.firm(newFirm());
  await firm.captureEvents({ body: documentOf(lots(3)) });
  const key = await given.keyOf({ plane: 'enterprise', party: newFirm() });
  const answer = await given.app.inject({
    method: 'POST',
    url: '/epcis/capture',
    payload: documentOf(lots(4)),
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  });
  expect(answer.statusCode).toBe(413);
  expect(answer.json()).toMatchObject({
    type: 'epcisException:CaptureLimitExceededException',
    code: 'too-many-events',
  });
  expect(answer.headers['gs1-epcis-capture-limit']).toBe('3');
});

test('a body at the limit of bytes is taken, one past it is 413 with the limits', async () => {
  const text = documentOf(lots(1));
  await using given = await givenServer({ bodyBytesMax: text.length });
  const firm = await given.firm(newFirm());
  await firm.captureEvents({ body: text });
  const refusal = await refusalOf(firm.captureEvents({ body: `${text} ` }));
  expect(refusal).toMatchObject({ status: 413, problem: { code: 'body-too-large' } });
  const key = await given.keyOf({ plane: 'enterprise', party: newFirm() });
  const answer = await given.app.inject({
    method: 'POST',
    url: '/epcis/capture',
    payload: `${text} `,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  });
  expect(answer.headers['gs1-epcis-capture-file-size-limit']).toBe(String(text.length));
});

test('a page of jobs at the limit is given, one past it refused', async () => {
  await using given = await givenServer();
  const firm = await given.firm(newFirm());
  expect((await firm.listCaptureJobs({ perPage: 1000 })).body).toEqual([]);
  expect((await refusalOf(firm.listCaptureJobs({ perPage: 1001 }))).problem?.errors).toEqual([
    expect.objectContaining({ pointer: 'perPage' }),
  ]);
});

async function listening(given: Given): Promise<{ open: () => Promise<Socket>; key: string }> {
  await given.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = given.app.server.address() as AddressInfo;
  const open = async () => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return socket;
  };
  return { open, key: await given.keyOf({ plane: 'enterprise', party: newFirm() }) };
}

/** Everything that the server says until it closes the connection. */
async function answerOf(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => {});
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}

test('slow headers and a body that trickles are cut within fifteen seconds, others are served meanwhile', async () => {
  await using given = await givenServer();
  const { open, key } = await listening(given);
  const [headers, body] = [await open(), await open()];
  const startedAt = performance.now();
  headers.write('GET /health/live HTTP/1.1\r\nhost: x\r\nx-slow: ');
  body.write(
    `POST /epcis/capture HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n`,
  );
  const trickle = setInterval(() => {
    headers.write('a');
    body.write(' ');
  }, 500);
  const answers = Promise.all([answerOf(headers), answerOf(body)]);
  expect(await given.anyone.readLiveness()).toEqual({ status: 'live' });
  const [slowHeaders, slowBody] = await answers;
  clearInterval(trickle);
  expect(performance.now() - startedAt).toBeLessThan(15_000);
  expect(slowHeaders).toMatch(/^HTTP\/1\.1 408 /);
  expect(slowBody).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"request-timeout"/);
});

test.each([
  [
    'two lengths',
    'POST /api/event-hashes HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nabcdef',
    400,
  ],
  [
    'a length and chunks',
    'POST /api/event-hashes HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
  ],
  ['no host', 'GET /health/live HTTP/1.1\r\nconnection: close\r\n\r\n', 400],
  ['headers over 16 KB', `GET /health/live HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(17_000)}\r\n\r\n`, 431],
  ['no HTTP', 'hello\r\n\r\n', 400],
])('a request with %s is refused and the connection closed', async (_, text, status) => {
  await using given = await givenServer();
  const { open } = await listening(given);
  const socket = await open();
  const answer = answerOf(socket);
  socket.write(text);
  expect(await answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
});
