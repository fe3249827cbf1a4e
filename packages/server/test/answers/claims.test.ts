import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { completeUscc } from '@yunsu/identifiers';
import { expect, test } from 'vitest';
import { documentOf, FARM, givenServer, harvest, MARKET } from '../http/given.ts';

const leaf = (lot: string) => `https://id.gs1.org/01/09521234015017/10/${lot}`;
const tea = 'https://id.gs1.org/01/09521234015024/10/T1';

const mixing = {
  eventID: 'https://farm.example/events/mixing',
  type: 'TransformationEvent',
  eventTime: '2026-03-02T08:00:00+08:00',
  eventTimeZoneOffset: '+08:00',
  bizStep: 'commissioning',
  inputQuantityList: [
    { epcClass: leaf('L1'), quantity: 30, uom: 'KGM' },
    { epcClass: leaf('L2'), quantity: 70, uom: 'KGM' },
  ],
  outputQuantityList: [{ epcClass: tea, quantity: 25, uom: 'KGM' }],
};

test('30.0 % and 70.0 % are computed from the weights of the events, and the working stands beside them', async () => {
  await using given = await givenServer();
  const firm = await given.firm(FARM);
  const events = [
    harvest('L1', { quantityList: [{ epcClass: leaf('L1'), quantity: 30, uom: 'KGM' }] }),
    harvest('L2', { quantityList: [{ epcClass: leaf('L2'), quantity: 70, uom: 'KGM' }] }),
    mixing,
  ];
  await firm.captureEvents({ body: Buffer.from(documentOf(events)) });
  const claims = await firm.readClaims({ code: tea });
  expect(claims).toMatchObject({ uri: tea, explained: { share: '1' }, truncated: null });
  expect(claims.origins.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  expect(claims.origins[0]?.words.en).toMatch(/^100\.0 % from /);
  expect(claims.mixtures).toMatchObject([
    {
      eventID: mixing.eventID,
      output: { uri: tea },
      inputs: [
        { uri: leaf('L1'), share: '0.3', quantity: '7.5', uom: 'KGM' },
        { uri: leaf('L2'), share: '0.7', quantity: '17.5', uom: 'KGM' },
      ],
    },
  ]);

  const stranger = await (await given.firm(MARKET)).readClaims({ code: tea });
  expect(stranger).toMatchObject({ origins: [], mixtures: [] });
  const open = await given.anyone.readClaims({ code: tea });
  expect(JSON.stringify(open)).not.toMatch(/quantity/);
});

const tale = resolve(import.meta.dirname, '../../../../fixtures/stories/S01');
const PLATFORM = `urn:yunsu:party:${completeUscc('91530000MA6TE009')}`;

test('the public reads 古树 30.0 % and 台地 70.0 % of a cake of tea, and no volume', async () => {
  await using given = await givenServer();
  const regulator = await given.clientOf({ plane: 'regulator', scopes: ['*:*:*'], mayRegister: true });
  const registers = JSON.parse(readFileSync(join(tale, 'registers.json'), 'utf8')) as {
    parties: { uri: string }[];
    licences: object[];
  };
  const delegations = registers.parties.map(({ uri }, n) => {
    return { party: PLATFORM, type: 'delegation', number: `TEST-${n}`, scope: uri, validFrom: '2020-01-01' };
  });
  const licences = [...registers.licences, ...delegations];
  await regulator.loadRegisters({ body: { ...registers, licences } as never });
  const sender = await given.firm(PLATFORM);
  const documents = readdirSync(tale).filter((name) => name.endsWith('.jsonld'));
  for (const name of documents.sort()) await sender.captureEvents({ body: readFileSync(join(tale, name)) });
  const claims = await given.anyone.readClaims({ code: '(01)09521234015031(21)C0117' });
  expect(claims.origins.map(({ share, facts }) => [share, facts?.[0]?.value])).toEqual([
    ['0.7', '台地'],
    ['0.3', '古树'],
  ]);
  expect(claims.origins[1]?.words).toMatchObject({
    en: expect.stringMatching(/^30\.0 % from .+Tree class: 古树/),
    zh: expect.stringMatching(/^30\.0 % 来自.+树龄类别：古树/),
  });
  expect(JSON.stringify(claims)).not.toMatch(/quantity/);
});
