import { expandName, readContext } from '../context.ts';
import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import { isUri } from '../uri.ts';
import { expectations } from '../words.ts';
import { type Check, type Report, refuse, refuseMember, refuseValue } from './report.ts';

/** The members of one kind of object, as a table. */
export interface Shape {
  /** How a sentence calls it: `ObjectEvent`, `quantityList`. */
  readonly name: string;
  readonly members: Readonly<Record<string, Check>>;
  readonly required?: readonly string[];
  /** Who may add members: `prefixed` names in a declared namespace, `none` at all, or `any` (what is not read is left alone). */
  readonly others?: 'prefixed' | 'none' | 'any';
}

/** Accepts an object of a shape. */
export function shapeOf(shape: Shape): Check {
  const check = membersOf(shape);
  return (value, report) => {
    if (isObject(value)) check(value, report);
    else refuseValue(report, 'kind', expectations.object, value);
  };
}

/** Checks the members of an object against a shape. */
export function membersOf(shape: Shape): (object: JsonObject, report: Report) => void {
  const table = new Map(Object.entries(shape.members));
  const required = shape.required ?? [];
  const others = shape.others ?? 'prefixed';
  return (object, report) => {
    const { path } = report;
    const depth = path.length;
    for (const name in object) {
      path[depth] = name;
      const check = table.get(name);
      if (check !== undefined) check(object[name]!, report);
      else if (others !== 'any') checkOther(name, object[name]!, shape, report);
      path.length = depth;
    }
    for (const name of required) {
      if (object[name] === undefined) refuseMember(report, name, 'missing', { type: shape.name });
    }
  };
}

function checkOther(name: string, value: Json, shape: Shape, report: Report): void {
  if (shape.others === 'none') refuse(report, 'closed-member', { type: shape.name });
  else if (!name.includes(':')) refuse(report, 'unknown-member', { type: shape.name });
  else if (!isUri(name)) refuse(report, 'extension-name', { name });
  else if (expandName(name, report.namespaces) === undefined) undeclared(name, report);
  else checkExtension(value, report);
}

function undeclared(name: string, report: Report): void {
  refuse(report, 'undeclared-prefix', { found: name.slice(0, name.indexOf(':')) });
}

/** Inside an extension everything is free but one thing: a prefix must be declared, in the document or in an `@context` there,
 * or the name means nothing and has no form in XML. The depth was bounded by the scanner. */
function checkExtension(value: Json, report: Report): void {
  if (typeof value !== 'object' || value === null) return;
  const { path, namespaces } = report;
  const at = path.length;
  if (isList(value)) {
    for (let index = 0; index < value.length; index += 1) {
      path[at] = index;
      checkExtension(value[index]!, report);
    }
  } else if (isObject(value)) {
    report.namespaces = readContext(value['@context'], namespaces);
    for (const name in value) {
      if (name === '@context') continue;
      path[at] = name;
      if (looksPrefixed(name) && expandName(name, report.namespaces) === undefined) undeclared(name, report);
      else checkExtension(value[name]!, report);
    }
    report.namespaces = namespaces;
  }
  path.length = at;
}

function looksPrefixed(name: string): boolean {
  return name.includes(':') && isUri(name);
}

/** Accepts ILMD: every member is an extension (EPCIS 2.0 §7.3.6). */
export const ilmd: Check = shapeOf({ name: 'ilmd', members: {} });
