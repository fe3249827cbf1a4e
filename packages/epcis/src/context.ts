import { standardNamespaces } from './cbv.ts';
import { isList, isObject, type Json } from './json.ts';
import { endOfScheme } from './uri.ts';

/** Namespace URIs by prefix; look names up, for those of the document around an event are inherited. */
export type Namespaces = Readonly<Record<string, string>>;

/** Prefixes in force under an `@context`, added to those in force around it. A context that stands elsewhere on the web
 * is not fetched: only the prefixes of the EPCIS context and those written in the document count. Inside a document the
 * prefixes around are inherited, not copied: thirty thousand events that each declare one would copy all of them each time. */
export function readContext(context: Json | undefined, around: Namespaces = standardNamespaces): Namespaces {
  let found: Record<string, string> | undefined;
  for (const part of isList(context) ? context : [context]) {
    if (!isObject(part)) continue;
    for (const [prefix, term] of Object.entries(part)) {
      const uri = isObject(term) ? term['@id'] : term;
      if (prefix.startsWith('@') || typeof uri !== 'string') continue;
      found ??= inside(around);
      found[prefix] = uri === 'urn:epcglobal:cbv:mda:' ? 'urn:epcglobal:cbv:mda' : uri;
    }
  }
  return found ?? around;
}

function inside(around: Namespaces): Record<string, string> {
  if (around !== standardNamespaces) return Object.create(around);
  return Object.assign(Object.create(null), standardNamespaces);
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
