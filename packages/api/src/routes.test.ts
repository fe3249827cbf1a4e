import { expect, test } from 'vitest';
import { problems } from './problems.ts';
import { operationNames, routeOf } from './routes.ts';

const all = operationNames.map((name) => [name, routeOf(name)] as const);

test('no two operations share a method and a path', () => {
  const addresses = all.map(([, route]) => `${route.method} ${route.path}`);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses.length).toBeGreaterThan(15);
});

test.each(all)('%s names the parts of its path, and only a POST has a body', (_, route) => {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  expect(Object.keys(route.params?.properties ?? {})).toEqual(inPath);
  expect(route.body !== undefined).toBe(route.method === 'POST');
});

test.each(all)('%s refuses what its parameters and body do not name', (_, route) => {
  for (const shape of [route.params, route.query]) {
    if (shape) expect(shape).toMatchObject({ additionalProperties: false });
  }
  if (route.body && route.bodyIs !== 'document') {
    expect(route.body).toMatchObject({ additionalProperties: false });
  }
});

test.each(Object.entries(problems))('%s speaks both languages and has an error status', (_, row) => {
  expect(row.status).toBeGreaterThanOrEqual(400);
  expect(row.title.en).not.toBe('');
  for (const zh of [row.title.zh, row.remedy.zh]) expect(zh).toMatch(/\p{Script=Han}/u);
});
