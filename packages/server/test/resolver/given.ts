import type { Client, Link } from '@yunsu/api';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../../src/config.ts';
import { createHttpServer } from '../../src/http/server.ts';
import { registerPublicPages } from '../../src/public/pages.ts';
import { readAnswer } from '../../src/public/read-answer.ts';
import { registerResolver } from '../../src/public/resolver.ts';
import { type Given, givenServer } from '../http/given.ts';

export const ORIGIN = 'https://yun.example';
export const CLASS = '/01/09521234015031';
export const LOT = `${CLASS}/10/PE-2026-01`;
export const ITEM = `${LOT}/21/C0117`;
export const canonical = (path: string): string => `https://id.gs1.org${path}`;

/** A server with its public pages and its resolver, asked without a socket. */
export interface GivenResolver extends AsyncDisposable {
  readonly given: Given;
  readonly app: FastifyInstance;
  readonly regulator: Client;
  /** Registers links of a code as a regulator. */
  link(path: string, links: readonly Partial<Link>[]): Promise<void>;
  /** Asks as a program does unless headers say otherwise. */
  get(url: string, headers?: Record<string, string>): Promise<Awaited<ReturnType<FastifyInstance['inject']>>>;
}

export const PIP: Link = { linkType: 'gs1:pip', href: 'https://maker.example/cake', title: 'A cake of tea' };

export async function givenResolver(limits: Partial<Config> = {}): Promise<GivenResolver> {
  await using opened = new AsyncDisposableStack();
  const given = opened.use(await givenServer({ publicOrigin: ORIGIN, operatorName: '示例平台', ...limits }));
  const app = createHttpServer(given.context);
  const answers: Parameters<typeof registerResolver>[2] = (candidate, code) =>
    readAnswer(given.context, candidate, code);
  registerPublicPages(app, { readAnswer: answers });
  registerResolver(app, given.context, answers);
  opened.defer(() => app.close());
  await app.ready();
  const regulator = await given.clientOf({ plane: 'regulator', scopes: ['*:*:*'], mayRegister: true });
  const stack = opened.move();
  return {
    given,
    app,
    regulator,
    link: async (path, links) => {
      await regulator.replaceLinks({
        body: { code: canonical(path), links: links.map((link) => ({ ...PIP, ...link })) },
      });
    },
    get: async (url, headers = {}) => await app.inject({ url, headers: { accept: '*/*', ...headers } }),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

/** The product of the cake in the register. */
export const product = {
  products: [
    {
      uri: canonical(CLASS),
      name: '普洱茶饼',
      class: 'agri',
      uom: 'H87',
      validFrom: '2026-01-01',
    },
  ],
};
