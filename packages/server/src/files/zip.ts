/**
 * A ZIP archive (APPNOTE 6.3.10) written piece by piece: sizes follow each entry in a data descriptor, so that nothing waits
 * for the end of an entry. Without ZIP64: an entry stays under 4 GiB, which the limits of what is written hold.
 */
import { Readable } from 'node:stream';
import { constants, crc32, createDeflateRaw } from 'node:zlib';

/** One file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly content: AsyncIterable<string> | Iterable<string>;
}

const VERSION = 20;
/** Sizes follow (bit 3); names are UTF-8 (bit 11). */
const FLAGS = 0x0808;
const DEFLATE = 8;
/** 1980-01-01, the first date that the format knows: the same content gives the same bytes. */
const DATE = 0x21;

interface Written {
  readonly name: Buffer;
  readonly at: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DEFLATE, 8);
  head.writeUInt16LE(DATE, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function descriptor({ crc, packed, size }: Written): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(packed, 8);
  bytes.writeUInt32LE(size, 12);
  return bytes;
}

function directoryEntry({ name, at, crc, packed, size }: Written): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(VERSION, 6);
  head.writeUInt16LE(FLAGS, 8);
  head.writeUInt16LE(DEFLATE, 10);
  head.writeUInt16LE(DATE, 14);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packed, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(at, 42);
  return Buffer.concat([head, name]);
}

function directoryEnd(count: number, size: number, at: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(at, 16);
  return bytes;
}

/** Packs the entries in their order; the next is asked for when the one before is out. */
export async function* toZip(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const done: Written[] = [];
  let at = 0;
  for await (const { name: text, content } of entries) {
    const name = Buffer.from(text);
    const start = at;
    const header = localHeader(name);
    yield header;
    at += header.length;
    const sum = { crc: 0, size: 0, packed: 0 };
    const bytes = async function* () {
      for await (const piece of content) {
        const part = Buffer.from(piece);
        sum.crc = crc32(part, sum.crc);
        sum.size += part.length;
        yield part;
      }
    };
    // Level 1 packs tables to a fifth more than the default, in less than half of its time.
    const source = Readable.from(bytes(), { objectMode: false });
    const pack = createDeflateRaw({ level: constants.Z_BEST_SPEED });
    source.once('error', (error) => pack.destroy(error));
    try {
      for await (const piece of source.pipe(pack)) {
        sum.packed += (piece as Buffer).length;
        yield piece as Buffer;
      }
    } finally {
      source.destroy();
    }
    const written = { name, at: start, ...sum };
    const tail = descriptor(written);
    yield tail;
    at += sum.packed + tail.length;
    done.push(written);
  }
  const directory = Buffer.concat(done.map(directoryEntry));
  yield Buffer.concat([directory, directoryEnd(done.length, directory.length, at)]);
}
