import { writeFile } from 'node:fs/promises';
import type { CertificateContent, SheetRequest } from '@yunsu/api';
import type { Common } from '../arguments.ts';
import { Exit } from '../exit.ts';
import type { LabelCommand, SheetCommand } from '../label-arguments.ts';
import { connect } from '../remote.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../words.ts';
import { readBytes } from './files.ts';

/** Largest file that a certificate's content is read from; its longest texts make less than a kilobyte. */
export const CERTIFICATE_BYTES_MAX = 16_384;

/** Draws the label of one code into a file. */
export async function drawLabel(
  common: Common,
  { query, out }: LabelCommand,
  terminal: Terminal,
): Promise<Exit> {
  const bytes = await connect(common, 'read').drawLabel(query);
  return await keep(common, { file: out, bytes }, terminal);
}

/** Prints labels on sheets or rolls into a file. */
export async function printSheet(common: Common, asked: SheetCommand, terminal: Terminal): Promise<Exit> {
  const { body, order, certificateFile, out } = asked;
  const client = connect(common, order === undefined ? 'read' : 'capture');
  const certificate = await readCertificate(common, certificateFile);
  if (typeof certificate === 'string') {
    terminal.err(certificate);
    return Exit.usage;
  }
  const positions = order && {
    id: order.id,
    from: order.from ?? 1,
    to: order.to ?? (await client.readCodeOrder({ orderID: order.id })).count,
  };
  const request: SheetRequest = {
    ...body,
    ...(positions === undefined ? {} : { order: positions }),
    ...(certificate === undefined ? {} : { certificate }),
  };
  const { body: bytes, headers } = await client.printSheet({ body: request });
  const voidLeftOut = Number(headers['yunsu-void-left-out'] ?? 0);
  return await keep(common, { file: out, bytes, ...(order ? { voidLeftOut } : {}) }, terminal);
}

/** What a certificate says, as JSON in a file; the server judges it. A sentence where it cannot be read. */
async function readCertificate(
  { language }: Common,
  file: string | undefined,
): Promise<CertificateContent | string | undefined> {
  if (file === undefined) return undefined;
  const read = await readBytes(language, file, CERTIFICATE_BYTES_MAX);
  if (!read.ok) return read.reason;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(read.bytes)) as CertificateContent;
  } catch (error) {
    return say(language, 'notJson', { file, detail: (error as Error).message });
  }
}

interface Printed {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Void codes of an order, which got no label. */
  readonly voidLeftOut?: number;
}

async function keep({ language, json }: Common, printed: Printed, terminal: Terminal): Promise<Exit> {
  const { file, voidLeftOut = 0 } = printed;
  try {
    await writeFile(file, printed.bytes);
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? String(error);
    terminal.err(say(language, 'fileUnwritable', { file, detail }));
    return Exit.refused;
  }
  const bytes = printed.bytes.length;
  if (json) terminal.out(JSON.stringify({ ...printed, bytes }));
  else {
    terminal.out(say(language, 'fileWritten', { file, bytes }));
    if (voidLeftOut > 0) terminal.out(say(language, 'voidLeftOut', { count: voidLeftOut }));
  }
  return Exit.done;
}
