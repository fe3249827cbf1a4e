import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CODE_ACTS,
  CODE_STATES,
  type CodeAct,
  type CodeCounts,
  type CodeState,
  closingOf,
  codeTransitions,
  movableFrom,
  sweptFrom,
} from './code-life.ts';

describe('the life of a code', () => {
  test.each<[CodeAct, CodeState, CodeState | null]>([
    ['print', 'reserved', 'printed'],
    ['print', 'printed', null],
    ['print', 'active', null],
    ['print', 'void', null],
    ['activate', 'reserved', 'active'],
    ['activate', 'printed', 'active'],
    ['activate', 'active', null],
    ['activate', 'void', null],
    ['void', 'reserved', 'void'],
    ['void', 'printed', 'void'],
    ['void', 'active', 'void'],
    ['void', 'void', null],
  ])('%s leads from %s to %s', (act, from, to) => {
    expect(codeTransitions[act][from]).toBe(to);
  });

  test('the table has a cell for every act and state and no other', () => {
    expect(Object.keys(codeTransitions).sort()).toEqual([...CODE_ACTS].sort());
    for (const row of Object.values(codeTransitions)) {
      expect(Object.keys(row).sort()).toEqual([...CODE_STATES].sort());
    }
  });

  test('an act without named codes never takes a code off a product', () => {
    expect(CODE_ACTS.map((act) => [act, movableFrom(act), sweptFrom(act)])).toEqual([
      ['print', ['reserved'], ['reserved']],
      ['activate', ['reserved', 'printed'], ['reserved', 'printed']],
      ['void', ['reserved', 'printed', 'active'], ['reserved', 'printed']],
    ]);
  });

  test('whatever is done in whatever order, no code goes back, and void is the end', () => {
    const rank = { reserved: 0, printed: 1, active: 2, void: 3 };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CODE_ACTS), { maxLength: 30 }), (acts) => {
        let state: CodeState = 'reserved';
        for (const act of acts) {
          const next: CodeState | null = codeTransitions[act][state];
          if (next === null) continue;
          expect(rank[next]).toBeGreaterThan(rank[state]);
          state = next;
        }
      }),
    );
  });
});

/** An order by the codes themselves: what the counts are held against. */
class ModelOrder {
  readonly states: CodeState[];
  readonly labels: Set<number> = new Set();
  constructor(count: number) {
    this.states = Array.from({ length: count }, () => 'reserved');
  }
  get counts(): CodeCounts {
    const of = (state: CodeState) => this.states.filter((one) => one === state).length;
    return { reserved: of('reserved'), printed: of('printed'), active: of('active'), void: of('void') };
  }
}

interface Counts {
  counts: Record<CodeState, number>;
  printedEver: number;
}

/** One act on some codes, whole or not at all, by the table. */
class ActCommand implements fc.Command<ModelOrder, Counts> {
  readonly act: CodeAct;
  readonly positions: readonly number[];
  constructor(act: CodeAct, positions: readonly number[]) {
    this.act = act;
    this.positions = positions;
  }
  check = () => true;
  run(model: ModelOrder, real: Counts): void {
    const own = [...new Set(this.positions.filter((position) => position < model.states.length))];
    const legal = own.every((position) =>
      movableFrom(this.act).includes(model.states[position] as CodeState),
    );
    if (legal) {
      for (const position of own) {
        const from = model.states[position] as CodeState;
        const to = codeTransitions[this.act][from] as CodeState;
        if (from === 'reserved' && (to === 'printed' || to === 'active')) {
          model.labels.add(position);
          real.printedEver += 1;
        }
        model.states[position] = to;
        real.counts[from] -= 1;
        real.counts[to] += 1;
      }
    }
    expect(real).toEqual({ counts: model.counts, printedEver: model.labels.size });
  }
  toString = () => `${this.act}(${this.positions.join(',')})`;
}

test('counts kept by differences equal the codes counted one by one, after any acts', () => {
  const acts = fc
    .tuple(fc.constantFrom(...CODE_ACTS), fc.array(fc.nat(11), { maxLength: 5 }))
    .map(([act, positions]) => new ActCommand(act, positions));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.commands([acts], { maxCommands: 25 }),
      (count, commands) => {
        const setup = () => ({
          model: new ModelOrder(count),
          real: { counts: { reserved: count, printed: 0, active: 0, void: 0 }, printedEver: 0 },
        });
        fc.modelRun(setup, commands);
      },
    ),
  );
});

describe('a reconciliation', () => {
  const counts = { reserved: 3, printed: 10, active: 80, void: 7 };
  test.each([
    ['accounts for every label', { applied: 80, spoiled: 7, left: 10 }, 0, 'unused'],
    ['misses one label', { applied: 80, spoiled: 7, left: 9 }, 1, 'lost'],
    ['finds more labels than were printed', { applied: 80, spoiled: 7, left: 11 }, -1, 'unused'],
    ['finds labels on products whose events are to come', { applied: 81, spoiled: 7, left: 9 }, 0, null],
    [
      'finds fewer labels on products than codes are active',
      { applied: 79, spoiled: 7, left: 10 },
      1,
      'lost',
    ],
  ] as const)('that %s', (_, counted, unexplained, printed) => {
    expect(closingOf(counts, 97, counted)).toEqual({ unexplained, reserved: 'unused', printed });
  });
});
