import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

/** The verdict of the official JSON schema of EPCIS 2.0, which stands in a folder beside the project. */
export function officialSchema(folder: string): (document: unknown) => boolean {
  const ajv = new Ajv({ strict: false });
  (addFormats as unknown as (target: Ajv) => void)(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(join(folder, 'EPCIS-JSON-Schema.json'), 'utf8')));
  return (document) => validate(document) === true;
}
