import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SYSTEM } from '@yunsu/domain';
import { expect, test } from 'vitest';
import { hopQuery } from './read-postings.ts';

/*
 * The store must be able to run on Citus one day (design §5.13), and no Citus can be installed where these tests run. So
 * the rules are held against the text of the migrations and of the statements.
 */

const folder = import.meta.dirname;
const withoutComments = (sql: string) => sql.replace(/--.*$/gm, '').toLowerCase();
const migrations = readdirSync(join(folder, 'migrations'))
  .sort()
  .map((name) => withoutComments(readFileSync(join(folder, 'migrations', name), 'utf8')))
  .join('\n');
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8').toLowerCase() }));

/** The column that each distributed table is spread by. */
const distributed: Readonly<Record<string, string>> = {
  epc: 'k',
  epc_event: 'k',
  alias: 'k',
  event_key: 'h',
  pending_declaration: 'h',
  event: 'event_id',
  event_secret: 'event_id',
  event_void: 'event_id',
  event_party: 'party',
  event_scope: 'scope',
  link_set: 'k',
  link_version: 'k',
  link: 'k',
  link_target: 'h',
  link_visit: 'h',
  issued_code: 'k',
  alias_record: 'k',
  alias_decision: 'k',
  completeness_unit: 'k',
  completeness_leg: 'k',
  completeness_holding: 'k',
};

function tableText(name: string): string {
  const match = new RegExp(`create table ${name} \\((.*?)\\n\\)`, 's').exec(migrations);
  expect(match, `table ${name}`).not.toBeNull();
  return match?.[1] ?? '';
}

test('there is no trigger, no rule, no foreign key and no materialised view', () => {
  for (const word of [
    /\btrigger\b/,
    /\bcreate rule\b/,
    /\breferences\b/,
    /\bforeign key\b/,
    /\bmaterialized\b/,
  ]) {
    expect(migrations).not.toMatch(word);
  }
});

test.each(Object.entries(distributed))(
  'every unique key of %s contains %s, by which it is spread',
  (table, column) => {
    const text = tableText(table);
    expect(text).toMatch(new RegExp(`^\\s*${column} (uuid|bigint|text)`, 'm'));
    for (const [, columns = ''] of text.matchAll(/(?:primary key|unique) \(([^)]*)\)/g)) {
      expect(columns.split(',').map((one) => one.trim())).toContain(column);
    }
    expect(text).not.toMatch(/\b(serial|bigserial|identity)\b/);
    expect(migrations).not.toMatch(new RegExp(`create unique index \\w+ on ${table} `));
  },
);

test('every table is named in this test or is a reference or a local one', () => {
  const reference = [
    'rights',
    'event_context',
    'party',
    'place',
    'product',
    'licence',
    'division',
    'vocabulary_element',
    'code_range',
    'code_order',
    'known_batch',
  ];
  const local = [
    'event_clock',
    'finding',
    'daily_roll_up',
    'capture_job',
    'outbox',
    'api_key',
    'code_movement',
    'job_cursor',
    'completeness_due',
    'completeness_stale',
  ];
  const tables = [...migrations.matchAll(/create table (\w+) \(/g)].map(([, name]) => name);
  expect(tables.toSorted()).toEqual([...Object.keys(distributed), ...reference, ...local].toSorted());
});

test('peers are in no index, and void_from and rights are in that of the hop query', () => {
  const indexes = [...migrations.matchAll(/create index \w+ on epc_event (.*?);/gs)].map(
    ([, text]) => text ?? '',
  );
  expect(indexes.length).toBe(1);
  expect(indexes[0]).not.toMatch(/\bpeers\b/);
  for (const column of ['void_from', 'rights', 'event_id', 'role', 'peer'])
    expect(indexes[0]).toContain(column);
});

test('postings are never partitioned, events by event_id', () => {
  expect(migrations).toMatch(/create table event \([^;]*\) partition by range \(event_id\)/s);
  expect(migrations).not.toMatch(/create table epc_event \([^;]*\) partition by/s);
});

test('the jsonb of events is indexed by ILMD and extensions alone', () => {
  const gin = [...migrations.matchAll(/on (\w+) using gin \((\w+)/g)].map(
    ([, table, column]) => `${table}.${column}`,
  );
  expect(gin).toEqual(['rights.parties', 'rights.scope_keys', 'event.ext']);
});

test('no statement walks postings by a recursive query, and rows are locked in capture_job alone', () => {
  for (const { name, text } of sources) {
    expect(text, name).not.toMatch(/with recursive/);
    for (const [statement] of text.matchAll(/`[^`]*for (?:update|share|no key update)[^`]*`/g)) {
      expect(statement, name).toMatch(/from capture_job/);
    }
  }
});

test('there is no advisory lock per event: each is a named constant', () => {
  for (const { name, text } of sources) {
    for (const [, argument] of text.matchAll(/pg_(?:try_)?advisory_(?:xact_)?lock\(([^)]*)\)/g)) {
      expect(argument, name).toMatch(/^\$1(, \$2)?$/);
    }
  }
});

test('the hop query names one table beside rights, joins it by its key, and names its limits', () => {
  const { sql } = hopQuery(SYSTEM, [{ unit: '00000000-0000-0000-0000-000000000000' }], {
    perUnit: 1,
    total: 1,
  });
  expect([...sql.matchAll(/\bfrom (\w+)/g)].map(([, table]) => table)).toEqual(['unnest', 'epc_event']);
  expect(sql).toContain('p.k = f.k');
  expect(sql).not.toMatch(/\bany\s*\(/);
  expect(sql.match(/\blimit \$\d/g)?.length).toBe(2);
});
