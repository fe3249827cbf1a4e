import type { Json } from '@yunsu/epcis';
import type { MasterDataElement } from './capture-batch.ts';
import type { Executor } from './database.ts';
import { parseJsonText, toJsonText } from './json-text.ts';

/** Most master data elements in one header. */
export const ELEMENTS_MAX = 10_000;

/** Adds the master data of a document's header; `captured` is the first event number of the batch. */
export async function appendVocabulary(
  tx: Executor,
  elements: readonly MasterDataElement[],
  captured: string,
  sender: string,
): Promise<void> {
  if (elements.length === 0) return;
  if (elements.length > ELEMENTS_MAX)
    throw new Error(`more than ${ELEMENTS_MAX} master data elements in a batch`);
  const rows = elements.map(({ id, type, attributes, children }) => {
    const members = attributes.map(
      ({ id, value }) => `{"id":${JSON.stringify(id)},"value":${toJsonText(value)}}`,
    );
    const texts = [`"uri":${JSON.stringify(id)}`, `"type":${JSON.stringify(type)}`];
    return `{${texts.join(',')},"attributes":[${members.join(',')}],"children":${JSON.stringify(children)}}`;
  });
  await tx.execute(
    `insert into vocabulary_element (uri, type, captured, sender, attributes, children)
     select uri, type, $2, $3, attributes, children
       from jsonb_to_recordset($1) as v (uri text, type text, attributes jsonb, children text[])
     on conflict (uri, type, captured) do nothing`,
    [`[${rows.join(',')}]`, captured, sender],
  );
}

/** A master data element as its latest capture told it. */
export interface VocabularyRow {
  readonly uri: string;
  readonly type: string;
  readonly sender: string;
  readonly attributes: readonly { readonly id: string; readonly value: Json }[];
  readonly children: readonly string[];
}

/** The latest elements of these URIs. */
export async function readVocabulary(db: Executor, uris: readonly string[]): Promise<VocabularyRow[]> {
  const rows = await db.query<Omit<VocabularyRow, 'attributes'> & { attributes: string }>(
    `select distinct on (uri, type) uri, type, sender, attributes, children from vocabulary_element
      where uri = any($1::text[]) order by uri, type, captured desc`,
    [uris],
  );
  return rows.map((row) => ({
    ...row,
    attributes: parseJsonText(row.attributes) as unknown as VocabularyRow['attributes'],
  }));
}
