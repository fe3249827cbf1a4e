import type { TObject } from 'typebox';
import { problems } from './problems.ts';
import type { Route } from './route.ts';
import { type OperationName, operationNames, routeOf } from './routes.ts';
import { ProblemBody } from './shapes/problem.ts';

type Described = Record<string, unknown>;

function parametersIn(place: 'path' | 'query' | 'header', shape: TObject | undefined): Described[] {
  const required: readonly string[] = shape?.required ?? [];
  return Object.entries(shape?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
}

function answersOf(route: Route): Described {
  const headers = Object.fromEntries(
    (route.answerHeaders ?? []).map((name) => [name, { schema: { type: 'string' } }]),
  );
  const forms = [route.media ?? 'application/json', ...(route.alsoMedia ?? [])].map(
    (form) => form.split(';')[0],
  );
  // A file is described by its media type alone (OpenAPI 3.1 §4.8.14.3).
  const content = route.binary
    ? Object.fromEntries(forms.map((form) => [form, {}]))
    : { [forms[0] ?? '']: { schema: route.answer } };
  const answers: Record<number, Described> = {
    [route.status]: {
      description: route.summary.en,
      ...(route.answerHeaders ? { headers } : {}),
      ...(route.answer ? { content } : {}),
    },
  };
  const refusals = [
    ...route.problems,
    ...(route.who === 'anyone' ? [] : (['key-needed', 'not-allowed'] as const)),
  ];
  for (const code of refusals) {
    const { status, title } = problems[code];
    const said = answers[status]?.description;
    answers[status] = {
      description: said === undefined ? title.en : `${said}; or: ${title.en}`,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return answers;
}

function describe(name: OperationName, route: Route): Described {
  const media =
    route.bodyIs === 'document' ? ['application/json', 'application/ld+json'] : ['application/json'];
  return {
    operationId: name,
    summary: route.summary.en,
    description: route.summary.zh,
    parameters: [
      ...parametersIn('path', route.params),
      ...parametersIn('query', route.query),
      ...parametersIn('header', route.headers),
    ],
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: Object.fromEntries(media.map((type) => [type, { schema: route.body }])),
          },
        }
      : {}),
    security: route.who === 'anyone' ? [{}, { key: [] }] : [{ key: [] }],
    responses: answersOf(route),
  };
}

/** The table of operations as an OpenAPI 3.1 document. */
export function toOpenapi(version: string): Record<string, unknown> {
  const paths: Record<string, Described> = {};
  for (const name of operationNames) {
    const route = routeOf(name);
    const operations = paths[route.path] ?? {};
    operations[route.method.toLowerCase()] = describe(name, route);
    paths[route.path] = operations;
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Yunsu', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      schemas: { Problem: ProblemBody },
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
    },
  };
}
