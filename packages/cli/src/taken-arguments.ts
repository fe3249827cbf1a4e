import { type FileForm, formNames, historyForms, traceForms } from '@yunsu/api';
import type { TextName } from './words.ts';

/** Standard output in place of a file: the answer is the file alone. */
export const STANDARD_OUTPUT = '-';

/** A form of an answer, and the file that it goes to. */
export interface TakenFile<F extends string> {
  readonly form: F;
  readonly file: string;
}

type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
type Refuse = (name: TextName, values?: Record<string, string | number>) => Error;

/** Commands that give files, and the forms of each: an option for every form. */
const formsOf: Readonly<Record<string, Readonly<Record<string, FileForm>>>> = {
  trace: traceForms,
  history: historyForms,
};
const names = [...new Set(Object.values(formsOf).flatMap(formNames))];

export const takenOptions = Object.fromEntries(
  names.map((name) => [name, { type: 'string' } as const] as const),
);

export const takenOptionOwners: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    names.map((name) => [name, Object.keys(formsOf).filter((command) => name in (formsOf[command] ?? {}))]),
  ),
  csv: [...Object.keys(formsOf).filter((command) => 'csv' in (formsOf[command] ?? {})), 'stock'],
};

/** The options of a command's forms, as its usage names them. */
export const formOptions = (command: string): string =>
  formNames(formsOf[command] ?? {})
    .map((form) => `--${form}`)
    .join(' ');

/** The files that a command line names, in the order of the forms; at most one answer goes to standard output. */
export function takenFilesOf<F extends string>(
  forms: Readonly<Record<F, FileForm>>,
  values: Values,
  { json }: { readonly json: boolean },
  refuse: Refuse,
): TakenFile<F>[] {
  const files = formNames(forms).flatMap((form): TakenFile<F>[] => {
    const file = values[form];
    if (typeof file !== 'string') return [];
    if (file === '') throw refuse('fileNameNeeded', { option: form });
    return [{ form, file }];
  });
  const printed = files.filter(({ file }) => file === STANDARD_OUTPUT).length + (json ? 1 : 0);
  if (printed > 1) throw refuse('oneOutput');
  const twice = files.find(({ file }, index) => files.findIndex((other) => other.file === file) < index);
  if (twice !== undefined) throw refuse('fileTwice', { file: twice.file });
  return files;
}
