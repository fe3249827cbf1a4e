import { useId } from 'react';
import { useWords } from '../language.tsx';

interface Props {
  readonly columns: number;
  readonly rows: number;
  readonly startAt: number;
  readonly choose: (startAt: number) => void;
}

/** The first free label of a sheet that was used in part, by a click on the drawn sheet; arrow keys move along it. */
export function StartPicker({ columns, rows, startAt, choose }: Props) {
  const { t } = useWords();
  const name = useId();
  const places = Array.from({ length: columns * rows }, (_, index) => index + 1);
  const lookOf = (place: number) => {
    if (place === startAt) return 'place chosen';
    return place < startAt ? 'place used' : 'place';
  };
  return (
    <fieldset className="start">
      <legend>{t('printStart')}</legend>
      <p className="dim small">{t('printStartHint')}</p>
      <div className="start-sheet" style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
        {places.map((place) => (
          <label key={place} className={lookOf(place)}>
            <input
              type="radio"
              name={name}
              checked={place === startAt}
              onChange={() => choose(place)}
              aria-label={t('printStartAt', { number: place })}
            />
            <span aria-hidden="true">{place}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
