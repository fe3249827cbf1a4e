import { expect, test } from 'vitest';
import { toOpenapi } from './openapi.ts';
import { operationNames } from './routes.ts';

interface Operation {
  operationId: string;
  parameters: { name: string; in: string; required: boolean }[];
  responses: Record<string, unknown>;
}
const document = JSON.parse(JSON.stringify(toOpenapi('1.2.3'))) as {
  openapi: string;
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
};

test('the description holds every operation once', () => {
  const named = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(named.map((operation) => operation.operationId).sort()).toEqual([...operationNames].sort());
  expect(document.openapi).toBe('3.1.0');
  expect(document.info.version).toBe('1.2.3');
});

test('a trace needs a code and may have a direction, a period, a depth and a time of knowing', () => {
  const parameters = document.paths['/api/trace']?.get?.parameters ?? [];
  expect(parameters.filter((one) => one.required).map((one) => one.name)).toEqual(['code']);
  expect(parameters.map((one) => one.name)).toEqual([
    'code',
    'direction',
    'from',
    'to',
    'depthMax',
    'knownAt',
    'accept-language',
  ]);
});

test('a capture names its refusals beside the 202', () => {
  const statuses = Object.keys(document.paths['/epcis/capture']?.post?.responses ?? {});
  expect(statuses).toEqual(['202', '400', '401', '403', '406', '413', '415']);
});

test('a file is described by its media types alone', () => {
  const drawn = document.paths['/api/labels']?.get?.responses['200'];
  expect(drawn).toMatchObject({
    content: { 'image/svg+xml': {}, 'image/png': {}, 'application/pdf': {}, 'text/plain': {} },
  });
});
