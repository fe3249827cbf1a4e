import { type DragEvent, useId, useState } from 'react';
import { useWords } from '../language.tsx';
import { Icon } from '../parts/Icon.tsx';

/** Files of one submission. */
export const FILES_MAX = 50;

/** Where files are dropped or chosen; the choosing is a plain file field, so that a keyboard reaches it. */
export function DropZone({ take, busy }: { take: (files: File[]) => void; busy: boolean }) {
  const { t } = useWords();
  const id = useId();
  const [over, setOver] = useState(false);
  const [tooMany, setTooMany] = useState(0);
  const takeAll = (list: FileList | null) => {
    const files = [...(list ?? [])];
    const fits = files.length <= FILES_MAX;
    setTooMany(fits ? 0 : files.length);
    if (files.length > 0 && fits && !busy) take(files);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    takeAll(event.dataTransfer.files);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to the file field inside. */}
      <div
        className={over ? 'drop over' : 'drop'}
        onDragOver={hover}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon name="upload" />
        <p className="drop-title">{t('dropTitle')}</p>
        <input
          id={id}
          className="hidden"
          type="file"
          multiple
          accept=".jsonld,.json,application/ld+json,application/json"
          disabled={busy}
          onChange={(event) => {
            takeAll(event.target.files);
            event.target.value = '';
          }}
        />
        <label htmlFor={id} className="button main">
          {t('dropChoose')}
        </label>
        <p className="dim small">{t('dropHint', { max: FILES_MAX })}</p>
      </div>
      {tooMany > 0 && (
        <p className="notice warn" role="alert">
          {t('dropTooMany', { max: FILES_MAX, count: tooMany })}
        </p>
      )}
    </>
  );
}
