import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from 'react';
import { useWords } from '../language.tsx';

interface Frame {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with it; said in place of the hint. */
  readonly fault?: string | undefined;
  readonly optional?: boolean;
}

interface Drawn {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

/** A label over a control, and under it what to enter or what is wrong. */
export function Field({
  label,
  hint,
  fault,
  optional = false,
  children,
}: Frame & { readonly children: (control: Drawn) => ReactNode }) {
  const { t } = useWords();
  const id = useId();
  const said = fault ?? hint;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="small"> ({t('optional')})</span>}
      </label>
      {children({
        id,
        'aria-describedby': said === undefined ? undefined : `${id}-said`,
        'aria-invalid': fault !== undefined,
      })}
      {said !== undefined && (
        <p
          id={`${id}-said`}
          className={fault === undefined ? 'dim small' : 'fault small'}
          role={fault === undefined ? undefined : 'alert'}
        >
          {said}
        </p>
      )}
    </div>
  );
}

type Input = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'id'>;

/** One line of text. */
export function TextField({
  label,
  hint,
  fault,
  optional = false,
  value,
  change,
  ...input
}: Frame & Input & { readonly value: string; readonly change: (value: string) => void }) {
  return (
    <Field label={label} hint={hint} fault={fault} optional={optional}>
      {(control) => (
        <input
          autoComplete="off"
          spellCheck={false}
          {...input}
          {...control}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  );
}

type Select = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange' | 'id'>;

/** One of many. */
export function SelectField<Value extends string>({
  label,
  hint,
  fault,
  optional = false,
  value,
  change,
  options,
  ...select
}: Frame &
  Select & {
    readonly value: Value;
    readonly change: (value: Value) => void;
    readonly options: readonly (readonly [value: Value, label: string])[];
  }) {
  return (
    <Field label={label} hint={hint} fault={fault} optional={optional}>
      {(control) => (
        <select
          {...select}
          {...control}
          value={value}
          onChange={(event) => change(event.target.value as Value)}
        >
          {options.map(([option, text]) => (
            <option key={option} value={option}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
