import { isList, isObject, type Json, type JsonObject } from './json.ts';

/** One element of a vocabulary in the header of a document (EPCIS 2.0 §9.5, master data). */
export interface VocabularyElement {
  /** Type of the vocabulary, as in `urn:epcglobal:epcis:vtype:BusinessLocation`. */
  readonly type: string;
  readonly id: string;
  readonly attributes: readonly { readonly id: string; readonly value: Json }[];
  /** Ids of the elements below this one, which `WD_` queries descend. */
  readonly children: readonly string[];
}

/** Reads a list of vocabularies that passed the check of its document. */
export function readVocabularies(list: Json | undefined): VocabularyElement[] {
  if (!isList(list)) return [];
  return list.flatMap((vocabulary) => {
    const { type, vocabularyElementList } = vocabulary as JsonObject;
    if (!isList(vocabularyElementList)) return [];
    return vocabularyElementList.map((element) => readElement(type as string, element as JsonObject));
  });
}

function readElement(type: string, element: JsonObject): VocabularyElement {
  const attributes = isList(element.attributes) ? element.attributes : [];
  return {
    type,
    id: element.id as string,
    attributes: attributes.filter(isObject).map(({ id, attribute }) => ({
      id: id as string,
      value: attribute ?? null,
    })),
    children: (element.children ?? []) as readonly string[],
  };
}
