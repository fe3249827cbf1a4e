import { standardNamespaces } from './cbv.ts';
import { isList, isObject, type Json } from './json.ts';
import { endOfScheme } from './uri.ts';

/** Namespace URIs by prefix; inherits nothing. */
export type Namespaces = Readonly<Record<string, string>>;

/** Prefixes in force under an `@context`, added to those in force around it. A context that stands elsewhere on the web
 * is not fetched: only the prefixes of the EPCIS context and those written in the document count. */
export function readContext(context: Json | undefined, around: Namespaces = standardNamespaces): Namespaces {
  const found: Record<string, string> = Object.create(null);
  for (const part of isList(context) ? context : [context]) {
    if (!isObject(part)) continue;
    for (const [prefix, term] of Object.entries(part)) {
      const uri = isObject(term) ? term['@id'] : term;
      if (prefix.startsWith('@') || typeof uri !== 'string') continue;
      found[prefix] = uri === 'urn:epcglobal:cbv:mda:' ? 'urn:epcglobal:cbv:mda' : uri;
    }
  }
  return Object.keys(found).length === 0 ? around : Object.assign(Object.create(null), around, found);
}

/** A name in its namespace. */
export interface ExpandedName {
  readonly namespace: string;
  readonly localName: string;
  /** Empty where the name was written as a full URI. */
  readonly prefix: string;
}

/** Takes `prefix:name` or a full URI apart; undefined where the prefix is not declared. */
export function expandName(name: string, namespaces: Namespaces): ExpandedName | undefined {
  const colon = name.indexOf(':');
  const prefix = name.slice(0, colon);
  const namespace = namespaces[prefix];
  if (namespace !== undefined) return { namespace, localName: name.slice(colon + 1), prefix };
  if (!isFullUri(name)) return undefined;
  const cut = Math.max(name.lastIndexOf('/'), name.lastIndexOf('#'), name.lastIndexOf(':')) + 1;
  return { namespace: name.slice(0, cut), localName: name.slice(cut), prefix: '' };
}

/** A value `prefix:rest` with a declared prefix as a full URI; every other value stays as it is. */
export function expandCurie(value: string, namespaces: Namespaces): string {
  const colon = endOfScheme(value);
  if (colon === 0 || value.startsWith('//', colon + 1)) return value;
  const namespace = namespaces[value.slice(0, colon)];
  return namespace === undefined ? value : namespace + value.slice(colon + 1);
}

function isFullUri(name: string): boolean {
  return name.startsWith('urn:') || /^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(name);
}
