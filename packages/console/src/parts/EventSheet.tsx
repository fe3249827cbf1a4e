import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useWords } from '../language.tsx';
import { useAsk } from '../session.tsx';
import { CopyButton } from './CopyButton.tsx';
import { Icon } from './Icon.tsx';
import { JsonText } from './JsonText.tsx';
import { Loading } from './Loading.tsx';
import { Trouble } from './Trouble.tsx';

/** What a sheet shows: an event that is at hand, `null` where the caller may not read it, or only its eventID to fetch it by. */
export interface Opened {
  readonly eventID: string;
  readonly event?: object | null;
}

function Fetched({ eventID }: { eventID: string }) {
  const ask = useAsk();
  const answer = useQuery({
    queryKey: ['event', eventID],
    queryFn: ({ signal }) => ask(signal).readEventsByID({ eventID }),
  });
  if (answer.isPending) return <Loading />;
  if (answer.isError) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  return <JsonText value={answer.data} />;
}

/** An event as it was captured, over the page. The browser's own dialog keeps the focus and closes on Escape. */
export function EventSheet({ opened, close }: { opened: Opened; close: () => void }) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    // Taking the element out of the page closes it; closing it here as well would report a close that nobody asked for.
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const { eventID, event } = opened;
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby="event-title" onClose={close}>
      <div className="row apart">
        <h2 id="event-title">{t('event')}</h2>
        <button type="button" className="quiet" onClick={close}>
          <Icon name="close" /> {t('close')}
        </button>
      </div>
      <div className="row apart">
        <code>{eventID}</code>
        <CopyButton text={event ? JSON.stringify(event, null, 2) : eventID} />
      </div>
      {event === undefined && <Fetched eventID={eventID} />}
      {event === null && <p className="notice">{t('eventHidden')}</p>}
      {event && <JsonText value={event} />}
    </dialog>
  );
}
