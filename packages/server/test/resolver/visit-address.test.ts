import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import {
  faultOf,
  faultWords,
  type Network,
  REDIRECTS_MAX,
  visitAddress,
} from '../../src/operations/visit-address.ts';
import { resultWords } from '../../src/public/link-words.ts';
import { selfSigned } from './self-signed.ts';

/*
 * Real servers on loopback stand behind names and public addresses that only these tests know: the network is lent, the
 * checks are those of every visit.
 */

const PUBLIC = '93.184.215.14';
const opened: { close(): unknown; closeAllConnections?: () => void }[] = [];
afterAll(() => {
  for (const server of opened) {
    server.closeAllConnections?.();
    server.close();
  }
});

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, unknown>;
}

async function listen(server: Server | ReturnType<typeof createTcpServer>): Promise<number> {
  opened.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function site(listener: RequestListener): Promise<{ port: number; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers });
    listener(request, response);
  });
  return { port: await listen(server), asked };
}

/** A network in which every name has these addresses and every connection goes to one port of loopback. */
const networkTo = (
  port: number,
  addresses: readonly string[] = [PUBLIC],
): Network & { dialled: string[] } => {
  const dialled: string[] = [];
  return {
    dialled,
    resolve: async () => addresses,
    dial: (address) => {
      dialled.push(address);
      return { host: '127.0.0.1', port };
    },
  };
};

const visit = (url: string, network: Network, timeoutMs = 5_000) =>
  visitAddress(url, { network, userAgent: 'Visitor', signal: new AbortController().signal, timeoutMs });

test.each([
  [200, true, false],
  [204, true, false],
  [401, true, false],
  [403, true, false],
  [429, true, false],
  [404, false, true],
  [410, false, true],
  [500, false, false],
  [503, false, false],
])('a server that answers %i: alive %s, gone for good %s', async (status, alive, definitive) => {
  const { port } = await site((_request, response) => response.writeHead(status).end());
  expect(await visit('http://shop.example/', networkTo(port))).toEqual({
    alive,
    definitive,
    result: String(status),
  });
});

test('HEAD is enough where it says yes; it carries the name of the site, who asks, and no cookie', async () => {
  const { port, asked } = await site((_request, response) => response.end());
  await visit('http://shop.example:8080/a?b=c#d', networkTo(port));
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({
    method: 'HEAD',
    url: '/a?b=c',
    headers: { host: 'shop.example:8080', 'user-agent': 'Visitor' },
  });
  expect(asked[0]?.headers.cookie).toBeUndefined();
});

test('a server that refuses HEAD is asked with GET for its first bytes', async () => {
  const { port, asked } = await site(({ method }, response) =>
    response.writeHead(method === 'HEAD' ? 404 : 200).end('x'),
  );
  expect(await visit('http://shop.example/', networkTo(port))).toMatchObject({ alive: true, result: '200' });
  expect(asked.map(({ method, headers }) => [method, headers.range])).toEqual([
    ['HEAD', undefined],
    ['GET', 'bytes=0-1023'],
  ]);
});

test('of a body without end nothing is read', async () => {
  let written = 0;
  const { port } = await site(({ method }, response) => {
    if (method === 'HEAD') return response.writeHead(405).end();
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && written < 2 ** 28) {
        written += 65_536;
        if (!response.write(Buffer.alloc(65_536))) return response.once('drain', more);
      }
      return undefined;
    };
    return more();
  });
  const slow = await site((_request, response) => response.writeHead(500).end());
  expect(await visit('http://shop.example/', networkTo(port))).toMatchObject({ alive: true });
  expect(await visit('http://shop.example/', networkTo(slow.port))).toMatchObject({ alive: false });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(written).toBeLessThan(16 * 2 ** 20);
});

test(`redirects are followed ${REDIRECTS_MAX} times and not once more, and a loop ends`, async () => {
  const chain = async (count: number) => {
    const { port } = await site(({ url }, response) => {
      const at = Number(url?.slice(1));
      if (at >= count) response.end();
      else response.writeHead(302, { location: `/${at + 1}` }).end();
    });
    return await visit('http://shop.example/0', networkTo(port));
  };
  expect(await chain(REDIRECTS_MAX)).toMatchObject({ alive: true });
  expect(await chain(REDIRECTS_MAX + 1)).toEqual({ alive: false, result: 'too many redirects' });
  const { port } = await site((_request, response) => response.writeHead(301, { location: '/' }).end());
  expect(await visit('http://shop.example/', networkTo(port))).toMatchObject({
    result: 'too many redirects',
  });
});

test.each([
  ['http://127.0.0.1/', 'address not allowed'],
  ['http://2130706433/', 'address not allowed'],
  ['http://[::ffff:7f00:1]/', 'address not allowed'],
  ['http://169.254.169.254/latest/meta-data', 'address not allowed'],
  ['http://localhost/', 'address not allowed'],
  ['file:///etc/passwd', 'address not allowed'],
  ['http://user:word@shop.example/', 'address not allowed'],
  ['http://rebound.example/', 'private address'],
])('a redirect to %s is not followed: %s', async (location, result) => {
  const target = await site((_request, response) => response.end('secret'));
  const start = await site((_request, response) => response.writeHead(302, { location }).end());
  const network: Network = {
    resolve: async (host) => (host === 'rebound.example' ? ['127.0.0.1'] : [PUBLIC]),
    dial: (address) => ({ host: '127.0.0.1', port: address === PUBLIC ? start.port : target.port }),
  };
  expect(await visit('http://shop.example/', network)).toEqual({ alive: false, result });
  expect(target.asked).toEqual([]);
});

test.each([
  [['127.0.0.1']],
  [[PUBLIC, '10.0.0.1']],
  [['::ffff:10.0.0.1']],
  [['100.100.100.200']],
  [['fd00::1']],
])('a name that stands for %j is not connected to', async (addresses) => {
  const { port, asked } = await site((_request, response) => response.end());
  const network = networkTo(port, addresses);
  expect(await visit('http://shop.example/', network)).toEqual({ alive: false, result: 'private address' });
  expect([asked, network.dialled]).toEqual([[], []]);
});

test('the connection goes to the address that was checked, whatever the name means a moment later', async () => {
  const { port, asked } = await site((_request, response) => response.end());
  let turn = 0;
  const network: Network & { dialled: string[] } = {
    ...networkTo(port),
    resolve: async () => (turn++ === 0 ? [PUBLIC] : ['127.0.0.1']),
  };
  expect(await visit('http://shop.example/', network)).toMatchObject({ alive: true });
  expect([turn, network.dialled, asked.length]).toEqual([1, [PUBLIC], 1]);
});

test('a server that says nothing is waited for so long and no longer, and so is a name', async () => {
  const { port } = await site(() => {});
  const before = performance.now();
  expect(await visit('http://shop.example/', networkTo(port), 200)).toEqual({
    alive: false,
    result: 'timeout',
  });
  const network: Network = { ...networkTo(port), resolve: () => new Promise(() => {}) };
  expect(await visit('http://shop.example/', network, 200)).toEqual({ alive: false, result: 'timeout' });
  expect(performance.now() - before).toBeLessThan(3_000);
});

test('a visit that is ended from outside has no result', async () => {
  const { port } = await site(() => {});
  const stop = new AbortController();
  const visited = visitAddress('http://shop.example/', {
    network: networkTo(port),
    userAgent: 'Visitor',
    signal: stop.signal,
  });
  setTimeout(() => stop.abort(), 50);
  expect(await visited).toBeUndefined();
});

test('nobody listening, a name that is none, and an answer that is not HTTP', async () => {
  const gone = createTcpServer();
  const port = await listen(gone);
  await new Promise((resolve) => gone.close(resolve));
  expect(await visit('http://shop.example/', networkTo(port))).toMatchObject({ result: 'refused' });
  const nameless: Network = {
    ...networkTo(port),
    resolve: () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' })),
  };
  expect(await visit('http://shop.example/', nameless)).toEqual({ alive: false, result: 'name not found' });
  const chatty = await listen(
    createTcpServer((socket) => socket.on('error', () => {}).end('220 mail ready\r\n')),
  );
  expect(await visit('http://shop.example/', networkTo(chatty))).toEqual({
    alive: false,
    result: 'not HTTP',
  });
});

test.each([
  ['certificate not trusted', 'shop.example', '2020-01-01', '2049-01-01'],
  ['certificate expired', 'shop.example', '2020-01-01', '2021-01-01'],
] as const)('%s', async (result, name, from, to) => {
  const server = createTlsServer(selfSigned(name, new Date(from), new Date(to)), (_request, response) =>
    response.end(),
  );
  const found = await visit('https://shop.example/', networkTo(await listen(server)));
  // OpenSSL names the first thing that is wrong; a self-signed certificate that has expired may be either.
  expect(['certificate not trusted', 'certificate expired']).toContain(found?.result);
  if (result === 'certificate not trusted') expect(found?.result).toBe(result);
});

test('https to a server without TLS', async () => {
  const { port, asked } = await site((_request, response) => response.end());
  expect(await visit('https://shop.example/', networkTo(port))).toEqual({ alive: false, result: 'no TLS' });
  expect(asked).toEqual([]);
});

test('every result has words in both languages', () => {
  expect(Object.keys(resultWords).sort()).toEqual([...faultWords].sort());
  expect(faultOf(Object.assign(new Error(''), { code: 'CERT_HAS_EXPIRED' }))).toBe('certificate expired');
  expect(faultOf(new Error('anything'))).toBe('failed');
});
