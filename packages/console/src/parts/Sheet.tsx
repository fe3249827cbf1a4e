import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../language.tsx';
import { Icon } from './Icon.tsx';

interface Props {
  readonly title: string;
  readonly close: () => void;
  readonly children: ReactNode;
}

/** Something over the page. The browser's own dialog keeps the focus and closes on Escape. */
export function Sheet({ title, close, children }: Props) {
  const { t } = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    // Taking the element out of the page closes it; closing it here as well would report a close that nobody asked for.
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby={id} onClose={close}>
      <div className="row apart">
        <h2 id={id}>{title}</h2>
        <button type="button" className="quiet" onClick={close}>
          <Icon name="close" /> {t('close')}
        </button>
      </div>
      {children}
    </dialog>
  );
}
