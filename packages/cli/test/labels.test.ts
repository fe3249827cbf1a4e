import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { givenIssuing, giveRange } from '../../server/test/issuing/given.ts';
import { readPdf } from '../../server/test/labels/read-pdf.ts';
import { CERTIFICATE } from '../../server/test/labels/samples.ts';
import { CERTIFICATE_BYTES_MAX } from '../src/commands/labels.ts';
import { Exit } from '../src/exit.ts';
import { run } from '../src/run.ts';

test('a label, a sheet of an order and certificates go into files from the command line', async () => {
  await using on = await givenIssuing();
  const farm = await on.holder({ name: '示例农场' });
  const range = await giveRange(on.regulator, farm.party);
  const url = await on.given.app.listen({ host: '127.0.0.1', port: 0 });
  const key = await on.given.keyOf({ plane: 'enterprise', party: farm.party });
  const order = await farm.client.createCodeOrder({
    body: { range: range.id, count: 11, manner: 'sequential', idempotencyKey: 'labels-by-hand' },
  });
  await using opened = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), 'yunsu-labels-'));
  opened.defer(() => rmSync(folder, { recursive: true }));
  const yunsu = async (...argv: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const terminal = {
      out: (text: string) => out.push(text),
      err: (text: string) => err.push(text),
      bytes: () => {},
    };
    return {
      exit: await run([...argv, '--lang', 'en'], { YUNSU_URL: url, YUNSU_KEY: key }, terminal),
      out,
      err,
    };
  };
  const png = join(folder, 'label.png');
  expect(await yunsu('label', range.stem, '--out', png)).toMatchObject({
    exit: Exit.done,
    out: [`Wrote ${png} (${readFileSync(png).length} bytes)`],
  });
  expect(readFileSync(png).subarray(1, 4).toString('latin1')).toBe('PNG');

  const pdf = join(folder, 'labels.pdf');
  const all = await yunsu('sheet', 'a4-2x5', '--order', order.id, '--out', pdf, '--json');
  expect(JSON.parse(all.out[0] ?? '')).toEqual({
    file: pdf,
    bytes: readFileSync(pdf).length,
    voidLeftOut: 0,
  });
  expect(readPdf(readFileSync(pdf))).toHaveLength(2);
  await farm.client.moveCodes({
    orderID: order.id,
    body: { act: 'void', reason: 'spoiled', positions: { from: 2, to: 2 }, idempotencyKey: 'one-is-void' },
  });
  const kept = await yunsu('sheet', 'a4-2x5', '--order', order.id, '--out', pdf);
  expect(kept.out[1]).toBe('Void codes without a label: 1');
  expect(readPdf(readFileSync(pdf))).toHaveLength(1);

  const content = join(folder, 'certificate.json');
  writeFileSync(content, JSON.stringify(CERTIFICATE));
  const certified = [
    'sheet',
    'roll-100x60',
    '53B47K2M9QXK',
    '--kind',
    'certificate',
    '--out',
    pdf,
    '--certificate',
  ];
  expect((await yunsu(...certified, content)).exit).toBe(Exit.done);
  expect(readPdf(readFileSync(pdf))).toHaveLength(1);
  writeFileSync(content, `${' '.repeat(CERTIFICATE_BYTES_MAX - 2)}{}`);
  expect((await yunsu(...certified, content)).err.join()).toContain('/certificate/product');
  writeFileSync(content, `${' '.repeat(CERTIFICATE_BYTES_MAX - 1)}{}`);
  expect(await yunsu(...certified, content)).toMatchObject({
    exit: Exit.usage,
    err: [expect.stringContaining('larger than')],
  });
  writeFileSync(content, '{');
  expect(await yunsu(...certified, content)).toMatchObject({
    exit: Exit.usage,
    err: [expect.stringContaining('not JSON')],
  });

  const refused = await yunsu('label', '53B47K2M9QXK', '--kind', 'gs1-128', '--out', png);
  expect([refused.exit, refused.err[0]]).toEqual([
    Exit.refused,
    expect.stringContaining('no GS1 element string'),
  ]);
  const nowhere = await yunsu('label', range.stem, '--out', join(folder, 'none', 'x.svg'));
  expect([nowhere.exit, nowhere.err[0]]).toEqual([
    Exit.refused,
    expect.stringContaining('cannot be written (ENOENT)'),
  ]);
});
