import type { IssuableScheme } from '@yunsu/api';
import type { Key } from '@yunsu/domain';
import {
  type CodeSpace,
  codeSpaceOf,
  composeCode,
  type Identifier,
  keyOf,
  spacesOf,
} from '@yunsu/identifiers';
import { sha256Hex } from './identities.ts';

/** Numbers behind the shortest stem that their codes can have: there alone two ranges show that they share codes. */
export interface RootPlace {
  /** Scheme, stem and digits of the space. */
  readonly root: string;
  readonly number: bigint;
}

/**
 * Where an identity lies behind the shortest stem. One SSCC can be numbered from a company prefix of seven digits and from
 * one of nine; all of its spaces hold one of the shortest stem, and it depends on the identity alone.
 */
export function rootOf(identifier: Identifier): RootPlace | undefined {
  const [first, ...rest] = spacesOf(identifier);
  if (first === undefined) return undefined;
  const root = rest.reduce((a, b) => (b.space.stem.length < a.space.stem.length ? b : a), first);
  const { scheme, stem, digits } = root.space;
  return { root: `${scheme}:${stem}:${digits}`, number: root.number };
}

/** A stem with the length of what follows it. */
export interface SpaceName {
  readonly scheme: string;
  readonly stem: string;
  readonly digits: number;
}

/** The space of a range that was given out; its scheme and stem were checked then. */
export function spaceOf({ scheme, stem, digits }: SpaceName): CodeSpace {
  const made = codeSpaceOf(scheme as IssuableScheme, stem, digits);
  if (!made.ok) throw new Error(`the space ${scheme} ${stem} ${digits} is none: ${made.reason}`);
  return made.space;
}

/** Gives the key of the code of each number of a space. */
export function keysOf(name: SpaceName): (number: bigint) => Key {
  const space = spaceOf(name);
  return (number) => keyOf(composeCode(space, number).identifier.uri, sha256Hex);
}
