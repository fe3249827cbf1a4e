import { cbvUrnToWebUri, expandStandardCurie } from '../cbv.ts';
import { expandName, type Namespaces, readContext } from '../context.ts';
import { isPlainDecimal, toPlainDecimal } from '../decimal.ts';
import type { Extension } from '../event.ts';
import { ExactNumber, isList, isObject, type Json, type JsonObject } from '../json.ts';
import type { Branch, Scope } from './branch.ts';

/** Extensions under the name of the member that holds them; nothing where there are none. */
export function extensionList(name: string, extensions: readonly Extension[], scope: Scope): Branch[] {
  const children = branches(extensions, scope);
  return children.length === 0 ? [] : [{ name, children, sorted: true }];
}

/** Extensions at the end of what they extend. */
export function extensionGroup(extensions: readonly Extension[], scope: Scope): Branch {
  return { name: '', children: branches(extensions, scope), sorted: true };
}

function branches(extensions: readonly Extension[], scope: Scope): Branch[] {
  return extensions.flatMap(({ namespace, localName, value }) =>
    valueBranches(`{${namespace}}${localName}`, value, scope.namespaces, scope),
  );
}

/** A list repeats the name for each entry, as XML repeats the element. The scanner bounds the depth of the value. */
function valueBranches(name: string, value: Json, namespaces: Namespaces, scope: Scope): Branch[] {
  if (value === null) return [];
  if (isList(value)) return value.flatMap((entry) => valueBranches(name, entry, namespaces, scope));
  if (isObject(value)) return [{ name, children: memberBranches(value, namespaces, scope), sorted: true }];
  return [{ name, value: canonicalText(value, scope) }];
}

function memberBranches(object: JsonObject, around: Namespaces, scope: Scope): Branch[] {
  const namespaces = readContext(object['@context'], around);
  return Object.entries(object).flatMap(([name, value]) => {
    if (name === '@context') return [];
    const expanded = name.includes(':') ? expandName(name, namespaces) : undefined;
    const full = expanded === undefined ? name : `{${expanded.namespace}}${expanded.localName}`;
    return valueBranches(full, value, namespaces, scope);
  });
}

function canonicalText(value: string | boolean | ExactNumber, scope: Scope): string {
  if (value instanceof ExactNumber) return toPlainDecimal(value.text);
  if (typeof value === 'boolean') return String(value);
  const text = value.trim();
  if (isPlainDecimal(text)) return toPlainDecimal(text);
  const web = cbvUrnToWebUri(text) ?? expandStandardCurie(text);
  if (web !== text) return web;
  return /^(?:https?:|urn:)/.test(text) ? scope.canonical(text) : text;
}
