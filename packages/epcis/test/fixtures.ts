import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseIdentifier } from '@yunsu/identifiers';

const root = resolve(import.meta.dirname, '../../..');

/** Own documents: `valid` or `invalid`. */
export const ownFolder = (name: string) => join(root, 'fixtures/epcis', name);

/** Open standards and test data laid beside the project; undefined, and said aloud, where they are not. */
export function standardsFolder(name: string): string | undefined {
  const folder = resolve(root, '../shared/standards', name);
  if (existsSync(folder)) return folder;
  console.warn(`SKIPPED: ${name} is not beside the project; its tests do not run here.`);
  return undefined;
}

/** Every JSON document under a folder, with its path inside it. */
export function documentsIn(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.json(?:ld)?$/.test(name))
    .sort()
    .map((name) => ({ name: relative(folder, join(folder, name)), bytes: readFileSync(join(folder, name)) }));
}

/** SHA-256 of a text in hexadecimal. */
export const sha256Hex = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** The canonical URI of an identifier; what is none stays as it is. */
export function canonical(uri: string): string {
  const parsed = parseIdentifier(uri);
  return parsed.ok ? parsed.identifier.uri : uri;
}

/** The bytes of a value as JSON. */
export const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
