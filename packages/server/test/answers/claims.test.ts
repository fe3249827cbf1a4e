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
