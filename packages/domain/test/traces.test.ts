import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ShortStory, Teller, timeOf } from './support/notation.ts';

interface Question {
  readonly trace?: string;
  readonly direction?: 'back' | 'forward';
  readonly stock?: string;
  readonly to?: number;
  /** eventIDs that have been declared wrong by then. */
  readonly declared?: readonly string[];
  readonly nodes?: readonly string[];
  readonly links?: readonly string[];
  readonly gaps?: readonly string[];
  readonly holdings?: readonly string[];
}

interface Fixture extends ShortStory {
  readonly title: string;
  readonly comment: readonly string[];
  readonly questions: readonly Question[];
}

const folder = resolve(import.meta.dirname, '../../../fixtures/traces');
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

const sorted = (lines: readonly string[]) => [...lines].sort();

describe.each(names)('%s', (name) => {
  const fixture = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Fixture;
  const tellerOf = ({ declared = [] }: Question): Teller => {
    const teller = new Teller(fixture);
    for (const eventID of declared) teller.store.declare(eventID);
    return teller;
  };

  test('says what it is about and how its numbers come about', () => {
    expect(fixture.title).toMatch(/\w/);
    expect(fixture.comment.length).toBeGreaterThan(0);
    expect(fixture.questions.length).toBeGreaterThan(0);
  });

  for (const question of fixture.questions) {
    const teller = tellerOf(question);
    const when = [
      question.to === undefined ? '' : ` at day ${question.to}`,
      question.declared === undefined ? '' : ` without ${question.declared.join(', ')}`,
    ].join('');
    if (question.stock !== undefined) {
      test(`stock of ${question.stock}${when}`, async () => {
        expect(await teller.stock(question.stock!, question.to)).toEqual(sorted(question.holdings!));
      });
      continue;
    }
    test(`${question.trace} ${question.direction}${when}`, async () => {
      const graph = await teller.trace(question.trace!, question.direction!, {
        ...(question.to === undefined ? {} : { to: timeOf(question.to) }),
      });
      if (question.nodes) expect(teller.nodes(graph)).toEqual(sorted(question.nodes));
      if (question.links) expect(teller.links(graph)).toEqual(sorted(question.links));
      expect(teller.gaps(graph)).toEqual(sorted(question.gaps ?? []));
      expect(graph.truncated).toBeNull();
    });
  }
});

test('every fixture of a trace was asked', () => {
  expect(names.length).toBeGreaterThanOrEqual(33);
});
