import { useQuery } from '@tanstack/react-query';
import { useWords } from '../language.tsx';
import { useAsk } from '../session.tsx';
import { CopyButton } from './CopyButton.tsx';
import { JsonText } from './JsonText.tsx';
import { Loading } from './Loading.tsx';
import { Sheet } from './Sheet.tsx';
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

/** An event as it was captured, over the page. */
export function EventSheet({ opened, close }: { opened: Opened; close: () => void }) {
  const { t } = useWords();
  const { eventID, event } = opened;
  return (
    <Sheet title={t('event')} close={close}>
      <div className="row apart">
        <code>{eventID}</code>
        <CopyButton text={event ? JSON.stringify(event, null, 2) : eventID} />
      </div>
      {event === undefined && <Fetched eventID={eventID} />}
      {event === null && <p className="notice">{t('eventHidden')}</p>}
      {event && <JsonText value={event} />}
    </Sheet>
  );
}
