import { useId } from 'react';

interface Props<Value extends string> {
  readonly legend: string;
  /** Leaves the legend to those who do not see the switch. */
  readonly legendHidden?: boolean;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, label: string])[];
  readonly choose: (value: Value) => void;
}

/** One of a few, side by side: radio buttons that look like one switch. */
export function Choice<Value extends string>({
  legend,
  legendHidden = false,
  value,
  options,
  choose,
}: Props<Value>) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend className={legendHidden ? 'hidden' : undefined}>{legend}</legend>
      <div className="choice-row">
        {options.map(([option, label]) => (
          <label key={option} className={option === value ? 'chosen' : undefined}>
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === value}
              onChange={() => choose(option)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
