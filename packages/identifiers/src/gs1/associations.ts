/**
 * Which Application Identifiers go together (GS1 General Specifications §4.14): some need another beside them, some
 * exclude another. The rules are over everything that is marked on one physical thing, so what a single symbol breaks is
 * told and refuses nothing.
 */
import * as words from '../words.ts';
import { type ApplicationIdentifier, allApplicationIdentifiers } from './application-identifiers.ts';
import { type Element, type ElementFault, toElementFault } from './element.ts';

/** A set of AIs: 1 at the index of each that a pattern such as `31nn` means. */
type Mask = Uint8Array;

function maskOf(pattern: string): Mask {
  const start = pattern.replace(/n+$/, '');
  return Uint8Array.from(allApplicationIdentifiers, ({ ai }) =>
    ai.length === pattern.length && ai.startsWith(start) ? 1 : 0,
  );
}

const masks = new Map<string, Mask>();
function sharedMask(pattern: string): Mask {
  const known = masks.get(pattern);
  if (known) return known;
  const mask = maskOf(pattern);
  masks.set(pattern, mask);
  return mask;
}

/** From so many elements on, repeated AIs are set aside first. */
const FEW = 16;

interface Rules {
  /** One of the alternatives of each must be there, all of its masks met. */
  readonly needs: readonly (readonly (readonly Mask[])[])[];
  readonly excludes: readonly Mask[];
}

const rulesByIndex: readonly Rules[] = allApplicationIdentifiers.map(({ needs, excludes }) => ({
  needs: needs.map((need) => need.map((all) => all.map(sharedMask))),
  excludes: excludes.map(sharedMask),
}));

function holds(elements: readonly Element[], mask: Mask): boolean {
  for (const { ai } of elements) if (mask[ai.index] === 1) return true;
  return false;
}

function isMet(elements: readonly Element[], need: readonly (readonly Mask[])[]): boolean {
  for (const all of need) {
    let met = true;
    for (const mask of all) met &&= holds(elements, mask);
    if (met) return true;
  }
  return false;
}

function excluded(elements: readonly Element[], own: ApplicationIdentifier, mask: Mask): Element | undefined {
  for (const element of elements) {
    if (mask[element.ai.index] === 1 && element.ai !== own) return element;
  }
  return undefined;
}

/** The first element of each AI. */
function firstOfEach(elements: readonly Element[]): readonly Element[] {
  const seen = new Set<ApplicationIdentifier>();
  return elements.filter(({ ai }) => !seen.has(ai) && seen.add(ai));
}

/** What the elements of one thing break among themselves; an AI is never excluded by itself. */
export function associationFaults(all: readonly Element[]): readonly ElementFault[] {
  const elements = all.length > FEW ? firstOfEach(all) : all;
  const faults: ElementFault[] = [];
  for (const { ai, at } of elements) {
    const rules = rulesByIndex[ai.index];
    if (!rules) continue;
    for (let i = 0; i < rules.needs.length; i++) {
      if (isMet(elements, rules.needs[i] ?? [])) continue;
      const what = words.mandatoryPair(ai.ai, ai.needs[i] ?? []);
      faults.push(toElementFault(ai.ai, 'mandatory_pair_missing', [at, 0], what));
    }
    for (const mask of rules.excludes) {
      const other = excluded(elements, ai, mask);
      // Both may exclude each other; the later of the two carries the sentence.
      if (!other || (other.at > at && excludesBack(other.ai, ai))) continue;
      const what = words.invalidPair(ai.ai, other.ai.ai);
      faults.push(toElementFault(ai.ai, 'invalid_pair', [at, 0], what));
    }
  }
  return faults;
}

function excludesBack(ai: ApplicationIdentifier, other: ApplicationIdentifier): boolean {
  return rulesByIndex[ai.index]?.excludes.some((mask) => mask[other.index] === 1) ?? false;
}
