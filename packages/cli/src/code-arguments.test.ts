import { ORDER_CODES_MAX } from '@yunsu/api';
import { expect, test } from 'vitest';
import { parseCommand } from './arguments.ts';

const parse = (line: string) => parseCommand(`codes ${line} --lang en`.split(' ').filter(Boolean), {});
const requestOf = (line: string) => {
  const parsed = parse(line);
  if (!parsed.ok) return parsed.reason;
  return parsed.command.name === 'codes' ? parsed.command.request : parsed.command.name;
};

test.each([
  ['ranges', { verb: 'ranges' }],
  ['list', { verb: 'list' }],
  ['list 7 --state void', { verb: 'list', order: '7', state: 'void' }],
  ['order 3 10', { verb: 'order', body: { range: '3', count: 10, manner: 'sequential' } }],
  [
    'order 3 10 --random --lot VX --note n --idempotency-key k-2345678',
    {
      verb: 'order',
      body: { range: '3', count: 10, manner: 'random', lot: 'VX', note: 'n', idempotencyKey: 'k-2345678' },
    },
  ],
  ['print 7', { verb: 'move', order: '7', body: { act: 'print' } }],
  [
    'activate 7 --positions 3-8',
    { verb: 'move', order: '7', body: { act: 'activate', positions: { from: 3, to: 8 } } },
  ],
  [
    'print 7 --positions 3',
    { verb: 'move', order: '7', body: { act: 'print', positions: { from: 3, to: 3 } } },
  ],
  [
    'void 7 --reason lost --code a --code b',
    { verb: 'move', order: '7', body: { act: 'void', reason: 'lost', codes: ['a', 'b'] } },
  ],
  [
    'reconcile 7 --applied 8 --spoiled 1 --left 0',
    { verb: 'move', order: '7', body: { act: 'reconcile', counted: { applied: 8, spoiled: 1, left: 0 } } },
  ],
  [
    `order 3 ${ORDER_CODES_MAX}`,
    { verb: 'order', body: { range: '3', count: ORDER_CODES_MAX, manner: 'sequential' } },
  ],
])('codes %s', (line, expected) => {
  expect(requestOf(line)).toEqual(expected);
});

test.each([
  ['', 'must be one of ranges, order'],
  ['fly', 'must be one of ranges, order'],
  ['ranges 7', 'codes takes'],
  ['print', 'codes takes'],
  ['order 3', 'codes takes'],
  ['list --state void', 'codes takes'],
  ['list 7 --state new', '--state must be one of'],
  [`order 3 ${ORDER_CODES_MAX + 1}`, 'COUNT must be a whole number'],
  ['order 3 ten', 'COUNT must be a whole number'],
  ['print 7 --positions 8-', '--positions is written as'],
  ['void 7', '--reason must be one of'],
  ['reconcile 7 --applied 8 --left 0', '--spoiled must be a whole number'],
  ['print 7 --reason lost', 'Option --reason is not for codes print'],
])('codes %s is refused in a sentence', (line, expected) => {
  expect(requestOf(line)).toContain(expected);
});

test('options of codes are no options of other commands', () => {
  const parsed = parseCommand(['trace', 'x', '--reason', 'lost', '--lang', 'en'], {});
  expect(!parsed.ok && parsed.reason).toBe('Option --reason is not for trace');
});
