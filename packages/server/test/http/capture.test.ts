import { type CaptureJob, type Client, captureIDOf } from '@yunsu/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  bareEvent,
  documentOf,
  type Given,
  givenServer,
  harvest,
  newFirm,
  refusalOf,
  without,
} from './given.ts';

let given: Given;
beforeAll(async () => {
  given = await givenServer();
});
afterAll(() => given[Symbol.asyncDispose]());

async function capture(
  client: Client,
  body: string,
  behaviour: 'rollback' | 'proceed' = 'rollback',
): Promise<CaptureJob> {
  const headers = { 'gs1-capture-error-behaviour': behaviour };
  const { headers: answered } = await client.captureEvents({ body, headers });
  return client.readCaptureJob({ captureID: captureIDOf(answered.location) });
}

test('a document is committed when the 202 comes, and its job is finished', async () => {
  const farm = await given.firm(newFirm());
  const job = await capture(farm, documentOf([harvest('A'), harvest('B')]));
  expect(job).toMatchObject({
    running: false,
    success: true,
    captureErrorBehaviour: 'rollback',
    counts: { events: 2, stored: 2, repeats: 0, refused: 0 },
    errors: [],
    warnings: [],
  });
  expect(job.finishedAt).toBeDefined();
  const answer = await farm.readEventsByID({ eventID: 'https://farm.example/events/A' });
  expect(answer).toMatchObject({
    type: 'EPCISQueryDocument',
    epcisBody: { queryResults: { resultsBody: { eventList: [{ bizStep: 'commissioning' }] } } },
  });
});

test('rollback refuses a document with one wrong event at once and stores none of it', async () => {
  const farm = await given.firm(newFirm());
  const refusal = await refusalOf(
    farm.captureEvents({ body: documentOf([harvest('A'), harvest('B', { action: 'SELL' })]) }),
  );
  expect(refusal.status).toBe(400);
  expect(refusal.problem).toMatchObject({
    type: 'epcisException:ValidationException',
    errors: [{ pointer: '/epcisBody/eventList/1/action' }],
  });
  expect(await refusalOf(farm.readEventsByID({ eventID: 'https://farm.example/events/A' }))).toMatchObject({
    status: 404,
  });
  expect((await farm.listCaptureJobs({})).body).toEqual([]);
});

test('proceed stores the good events and names the others in the job', async () => {
  const farm = await given.firm(newFirm());
  const future = harvest('C', { eventTime: '2030-01-01T00:00:00Z' });
  const job = await capture(
    farm,
    documentOf([harvest('A'), harvest('B', { action: 'SELL' }), future]),
    'proceed',
  );
  expect(job).toMatchObject({
    running: false,
    success: false,
    counts: { events: 3, stored: 1, repeats: 0, refused: 2 },
  });
  expect(job.errors.map(({ pointer, type }) => [pointer, type])).toEqual([
    ['/epcisBody/eventList/1/action', 'epcisException:ValidationException'],
    ['/epcisBody/eventList/2/eventTime', 'epcisException:ValidationException'],
  ]);
  await farm.readEventsByID({ eventID: 'https://farm.example/events/A' });
});

test('the same document again is a repeat, event by event', async () => {
  const farm = await given.firm(newFirm());
  const body = documentOf([harvest('A'), harvest('B')]);
  await capture(farm, body);
  const job = await capture(farm, body);
  expect(job).toMatchObject({ success: true, counts: { events: 2, stored: 0, repeats: 2, refused: 0 } });
  expect(job.repeats).toEqual([
    { pointer: '/epcisBody/eventList/0', eventID: 'https://farm.example/events/A' },
    { pointer: '/epcisBody/eventList/1', eventID: 'https://farm.example/events/B' },
  ]);
});

test('an event that may have a twin is warned of both times and stored once', async () => {
  const farm = await given.firm(newFirm());
  const body = documentOf([without(harvest('A'), 'eventID')]);
  const first = await capture(farm, body);
  const second = await capture(farm, body);
  for (const { warnings } of [first, second]) {
    expect(warnings).toEqual([
      expect.objectContaining({
        pointer: '/epcisBody/eventList/0',
        detail: expect.stringContaining('eventID'),
      }),
    ]);
  }
  expect([first.counts.stored, second.counts.stored, second.counts.repeats]).toEqual([1, 0, 1]);
});

test('two such twins in one document are a fault at the second', async () => {
  const farm = await given.firm(newFirm());
  const twin = without(harvest('A'), 'eventID');
  const refusal = await refusalOf(farm.captureEvents({ body: documentOf([twin, harvest('B'), twin]) }));
  expect(refusal.problem?.errors).toEqual([
    expect.objectContaining({ pointer: '/epcisBody/eventList/2', rule: 'twin' }),
  ]);
  const sold = { ...twin, bizTransactionList: [{ type: 'po', bizTransaction: 'urn:example:po:1' }] };
  expect((await capture(farm, documentOf([sold]))).success).toBe(true);
});

test('an eventID used again with other content sinks a rollback whole and is named in the job', async () => {
  const farm = await given.firm(newFirm());
  await capture(farm, documentOf([harvest('A')]));
  const job = await capture(farm, documentOf([harvest('B'), harvest('A', { disposition: 'active' })]));
  expect(job).toMatchObject({ success: false, counts: { events: 2, stored: 0, repeats: 0, refused: 1 } });
  expect(job.errors).toEqual([
    expect.objectContaining({
      type: 'epcisException:ResourceAlreadyExistsException',
      status: 409,
      pointer: '/epcisBody/eventList/1/eventID',
    }),
  ]);
  expect(await refusalOf(farm.readEventsByID({ eventID: 'https://farm.example/events/B' }))).toMatchObject({
    status: 404,
  });
});

test('an eventTime is refused when it is more than ten minutes ahead, and taken at ten', async () => {
  await using timed = await givenServer({}, () => new Date('2026-03-01T08:00:00Z'));
  const farm = await timed.firm(newFirm());
  const at = (lot: string, eventTime: string) => documentOf([harvest(lot, { eventTime })]);
  expect((await capture(farm, at('A', '2026-03-01T08:10:00Z'))).success).toBe(true);
  const refusal = await refusalOf(farm.captureEvents({ body: at('B', '2026-03-01T08:10:00.001Z') }));
  expect(refusal.problem?.errors).toEqual([
    expect.objectContaining({ pointer: '/epcisBody/eventList/0/eventTime', rule: 'future' }),
  ]);
});

test('acting for another party needs a delegation in the register', async () => {
  const [FARM, MARKET] = [newFirm(), newFirm()];
  const farm = await given.firm(FARM);
  const body = documentOf([harvest('A', { 'yunsu:party': MARKET })]);
  const refusal = await refusalOf(farm.captureEvents({ body }));
  expect(refusal).toMatchObject({
    status: 403,
    problem: { code: 'not-the-actor', type: 'epcisException:SecurityException' },
  });
  const keeper = await given.clientOf({ plane: 'regulator', scopes: ['*:*:*'], mayRegister: true });
  await keeper.loadRegisters({
    body: {
      licences: [{ party: FARM, type: 'delegation', number: 'D-1', scope: MARKET, validFrom: '2020-01-01' }],
    },
  });
  expect((await capture(farm, body)).success).toBe(true);
  const market = await given.firm(MARKET);
  await market.readEventsByID({ eventID: 'https://farm.example/events/A' });
});

test('a job is seen by its sender only, and an unknown one answers the same', async () => {
  const [farm, market] = [await given.firm(newFirm()), await given.firm(newFirm())];
  const { captureID } = await capture(farm, documentOf([harvest('A')]));
  const foreign = await refusalOf(market.readCaptureJob({ captureID }));
  const absent = await refusalOf(
    market.readCaptureJob({ captureID: '00000000-0000-4000-8000-000000000000' }),
  );
  expect(foreign).toMatchObject({ status: 404, problem: { type: 'epcisException:NoSuchResourceException' } });
  const told = ({ problem }: typeof foreign) => ({ ...problem, instance: '', detail: '', detailZh: '' });
  expect(told(foreign)).toEqual(told(absent));
});

test('one event is created with 201, its text and its address', async () => {
  const farm = await given.firm(newFirm());
  const event = without(harvest('A'), 'eventID');
  const { body, headers } = await farm.appendEvent({ body: bareEvent(event) });
  const { eventID, recordTime } = body as { eventID: string; recordTime: string };
  expect(body).toMatchObject(event);
  expect(eventID).toMatch(/^ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0$/);
  expect(Math.abs(Date.now() - Date.parse(recordTime))).toBeLessThan(60_000);
  expect(headers.location).toBe(`/epcis/events/${encodeURIComponent(eventID)}`);
  const answer = JSON.stringify(await farm.readEventsByID({ eventID }));
  expect(answer).toContain(JSON.stringify(eventID));
  const hashes = await given.anyone.hashEvents({ body: documentOf([event]) });
  expect(hashes).toEqual({ hashes: [eventID] });
});

test('one event again is answered with 409, a contradiction with another code', async () => {
  const farm = await given.firm(newFirm());
  await farm.appendEvent({ body: bareEvent(harvest('A')) });
  const again = await refusalOf(farm.appendEvent({ body: bareEvent(harvest('A')) }));
  expect(again).toMatchObject({
    status: 409,
    problem: { code: 'already-exists', type: 'epcisException:ResourceAlreadyExistsException' },
  });
  const other = await refusalOf(
    farm.appendEvent({ body: bareEvent(harvest('A', { disposition: 'active' })) }),
  );
  expect(other).toMatchObject({ status: 409, problem: { code: 'event-conflict' } });
  const market = await given.firm(newFirm());
  const foreign = await market.appendEvent({ body: bareEvent(harvest('A', { disposition: 'active' })) });
  expect(foreign.headers.location).toContain('events');
});

test('an error declaration is stored beside the event and both are answered', async () => {
  const farm = await given.firm(newFirm());
  await farm.appendEvent({ body: bareEvent(harvest('A')) });
  const errorDeclaration = {
    declarationTime: '2026-03-02T00:00:00Z',
    reason: 'incorrect_data',
    correctiveEventIDs: ['urn:example:2'],
  };
  await farm.appendEvent({ body: bareEvent(harvest('A', { errorDeclaration })) });
  const again = await refusalOf(farm.appendEvent({ body: bareEvent(harvest('A', { errorDeclaration })) }));
  expect(again.problem?.code).toBe('already-exists');
  await farm.appendEvent({
    body: bareEvent(harvest('A', { errorDeclaration: { declarationTime: '2026-03-03T00:00:00Z' } })),
  });
  const answer = (await farm.readEventsByID({ eventID: 'https://farm.example/events/A' })) as {
    epcisBody: { queryResults: { resultsBody: { eventList: { errorDeclaration?: unknown }[] } } };
  };
  const events = answer.epcisBody.queryResults.resultsBody.eventList;
  expect(events.map((event) => event.errorDeclaration !== undefined)).toEqual([false, true, true]);
});

test('jobs are listed latest first, page by page, each once', async () => {
  const farm = await given.firm(newFirm());
  const made: string[] = [];
  for (const lot of ['A', 'B', 'C', 'D', 'E'])
    made.push((await capture(farm, documentOf([harvest(lot)]))).captureID);
  const seen: string[] = [];
  let token: string | undefined;
  let pages = 0;
  do {
    const page = await farm.listCaptureJobs({
      perPage: 2,
      ...(token === undefined ? {} : { nextPageToken: token }),
    });
    seen.push(...page.body.map((job) => job.captureID));
    token =
      new URL(/<([^>]+)>/.exec(page.headers.link ?? '<x:>')?.[1] ?? '', 'http://x').searchParams.get(
        'nextPageToken',
      ) ?? undefined;
    expect(page.headers['gs1-next-page-token-expires'] !== undefined).toBe(token !== undefined);
    pages += 1;
  } while (token !== undefined);
  expect(pages).toBe(3);
  expect([...seen].sort()).toEqual([...made].sort());
  const wrong = await refusalOf(farm.listCaptureJobs({ nextPageToken: 'AAAA' }));
  expect(wrong).toMatchObject({ status: 400, problem: { type: 'epcisException:QueryParameterException' } });
});
