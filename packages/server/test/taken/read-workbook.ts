import { inflateRawSync } from 'node:zlib';

/** The files of a ZIP archive, found by its directory and not by its local headers, as other programs find them. */
export function readZip(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
    const [nameLength, more] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30)];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = inflateRawSync(bytes.subarray(start, start + packed));
    if (content.length !== size) throw new Error('the directory of the archive tells another size');
    files.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), content.toString('utf8'));
    at += 46 + nameLength + more;
  }
  return files;
}

/** A cell as a spreadsheet holds it. */
export type ReadCell = string | number | boolean;

export interface ReadSheet {
  readonly name: string;
  readonly xml: string;
  /** Rows by their columns' letters; empty cells are absent. */
  readonly rows: readonly Readonly<Record<string, ReadCell>>[];
}

const plain = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function cellOf(attributes: string, content: string): ReadCell {
  if (attributes.includes('t="inlineStr"')) {
    return [...content.matchAll(/<t[^>]*>([\s\S]*?)<\/t>/g)].map(([, text = '']) => plain(text)).join('');
  }
  const value = /<v>(.*?)<\/v>/.exec(content)?.[1] ?? '';
  return attributes.includes('t="b"') ? value === '1' : Number(value);
}

/** The sheets of a workbook in their order, followed from the workbook through its relations. */
export function readWorkbook(bytes: Buffer): ReadSheet[] {
  const files = readZip(bytes);
  const relations = files.get('xl/_rels/workbook.xml.rels') ?? '';
  const sheets = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="(.*?)" [^>]*r:id="(\w+)"/g)];
  return sheets.map(([, name = '', id]) => {
    const target = new RegExp(`Id="${id}"[^>]*Target="(.*?)"`).exec(relations)?.[1];
    const xml = files.get(`xl/${target}`);
    if (xml === undefined) throw new Error(`the workbook has no ${target}`);
    const rows = [...xml.matchAll(/<row [^>]*>([\s\S]*?)<\/row>/g)].map(([, row = '']) =>
      Object.fromEntries(
        [...row.matchAll(/<c r="([A-Z]+)\d+"([^>]*)>([\s\S]*?)<\/c>/g)].map(
          ([, column = '', attributes = '', content = '']) => [column, cellOf(attributes, content)],
        ),
      ),
    );
    return { name: plain(name), xml, rows };
  });
}

/** A sheet's rows under the words of its head. */
export function recordsOf({ rows }: ReadSheet): Record<string, ReadCell>[] {
  const [head = {}, ...rest] = rows;
  return rest.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, cell]) => [String(head[column]), cell])),
  );
}
