import { formNames, traceForms } from '@yunsu/api';
import { expect, test } from 'vitest';
import { parseCommand } from './arguments.ts';
import { formOptions } from './taken-arguments.ts';

const parse = (...argv: string[]) => parseCommand(argv, {});
const reasonOf = (...argv: string[]) => {
  const parsed = parse(...argv, '--lang', 'en');
  return parsed.ok ? undefined : parsed.reason;
};

test.each(formNames(traceForms))('a trace is taken away as %s', (form) => {
  expect(parse('trace', 'X', `--${form}`, 'a.file')).toMatchObject({
    ok: true,
    command: { name: 'trace', code: 'X', files: [{ form, file: 'a.file' }] },
  });
  expect(reasonOf('trace', 'X', `--${form}=`)).toBe(`--${form} needs the name of a file`);
  expect(reasonOf('claims', 'X', `--${form}`, 'a.file')).toBe(`Option --${form} is not for claims`);
});

test('a trace is taken away in several forms, in the order of the forms', () => {
  expect(parse('trace', 'X', '--svg', 'a.svg', '--xlsx', 'a.xlsx')).toMatchObject({
    command: {
      files: [
        { form: 'xlsx', file: 'a.xlsx' },
        { form: 'svg', file: 'a.svg' },
      ],
    },
  });
  expect(parse('trace', 'X')).toMatchObject({ command: { files: [] } });
});

test('a history is a workbook and nothing else', () => {
  expect(parse('history', 'X', '--xlsx', 'a.xlsx')).toMatchObject({
    command: { name: 'history', files: [{ form: 'xlsx', file: 'a.xlsx' }] },
  });
  expect(reasonOf('history', 'X', '--epcis', 'a')).toBe('Option --epcis is not for history');
});

test('standard output holds one answer, and a file one form', () => {
  expect(parse('trace', 'X', '--epcis', '-')).toMatchObject({ ok: true });
  expect(reasonOf('trace', 'X', '--epcis', '-', '--csv', '-')).toContain('Standard output holds one answer');
  expect(reasonOf('trace', 'X', '--epcis', '-', '--json')).toContain('Standard output holds one answer');
  expect(parse('trace', 'X', '--epcis', 'a', '--json')).toMatchObject({ ok: true });
  expect(reasonOf('trace', 'X', '--epcis', 'a', '--csv', 'a')).toBe('a can be written in one form only');
});

test('the usage names every form', () => {
  expect(formOptions('trace').split(' ')).toEqual(formNames(traceForms).map((form) => `--${form}`));
});
