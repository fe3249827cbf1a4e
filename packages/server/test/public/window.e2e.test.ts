import { type FastifyInstance, fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerPublicPages, send, viewOf } from '../../src/public/pages.ts';
import { renderAnswer } from '../../src/public/render-answer.ts';
import { renderAmbiguous } from '../../src/public/render-pages.ts';
import { cakeAnswer, crateAnswer } from './answers.ts';
import { browserFound, desk, faultsOf, givenBrowser, overflowOf, phone } from './browser.ts';
import { codePages, otherReading, reading } from './code-answers.ts';

/** Every page of the window in Chromium: whatever its state, it fits a phone and a desk and axe finds nothing wrong with it. */
const TEST_MS = 180_000;

const answers = {
  ...codePages,
  crate: { answer: crateAnswer(), others: [] },
  cake: { answer: cakeAnswer(), others: [] },
};
const paths = [
  '/',
  '/about',
  '/id-card',
  '/q',
  '/q?code=hello',
  '/q?code=095212340400000018',
  '/page/ambiguous',
  ...Object.keys(answers).map((name) => `/page/${name}`),
];

let app: FastifyInstance;
let url = '';
beforeAll(async () => {
  app = fastify();
  registerPublicPages(app, { readAnswer: async () => crateAnswer() });
  for (const [name, { answer, others }] of Object.entries(answers))
    app.get(`/page/${name}`, (request, reply) => {
      const view = viewOf(request);
      return send(reply, view, 200, renderAnswer(answer, view, others));
    });
  app.get('/page/ambiguous', (request, reply) => {
    const view = viewOf(request);
    return send(reply, view, 300, renderAmbiguous('81234567890123456789', [reading(), otherReading], view));
  });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => app.close());

describe.skipIf(!browserFound)('every page', { timeout: TEST_MS }, () => {
  test('is looked at by an axe that sees what is wrong', async () => {
    await using opened = new AsyncDisposableStack();
    const open = await givenBrowser(opened);
    const { page } = await open({ viewport: phone, bypassCSP: true });
    await page.goto(url);
    await page.setContent(
      '<img src="x"><p style="color:#ccc;background:#fff">tea leaves</p><div style="width:900px;height:1px"></div>',
    );
    const faults = (await faultsOf(page)).join();
    expect(faults).toContain('image-alt');
    expect(faults).toContain('color-contrast');
    expect(await overflowOf(page)).toBeGreaterThan(0);
  });

  test.each([
    ['a phone', phone, ['lang=zh', 'lang=en', 'lang=zh&type=large', 'lang=en&type=large']],
    ['a desk', desk, ['lang=zh', 'lang=en']],
  ] as const)('on %s fits its window and is clean to axe', async (_what, viewport, choices) => {
    await using opened = new AsyncDisposableStack();
    const open = await givenBrowser(opened);
    const { page } = await open({ viewport, bypassCSP: true });
    const wrong: string[] = [];
    for (const path of paths) {
      for (const choice of choices) {
        const address = `${path}${path.includes('?') ? '&' : '?'}${choice}`;
        await page.goto(url + address);
        for (const fault of await faultsOf(page)) wrong.push(`${address} ${fault}`);
        if ((await overflowOf(page)) > 0) wrong.push(`${address} is wider than its window`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
