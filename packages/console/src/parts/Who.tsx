import type { HolderView, PlaceView } from '@yunsu/api';
import { holderText, placeText } from '../format.ts';
import { useWords } from '../language.tsx';

/** A holder or actor; a name that was hidden from the caller is marked. */
export function Holder({ holder }: { holder: HolderView | null }) {
  const { t } = useWords();
  return (
    <>
      {holderText(holder, t)} {holder?.masked && <span className="chip mute">{t('masked')}</span>}
    </>
  );
}

/** A place with its prefecture. */
export function Place({ place }: { place: PlaceView | null }) {
  const { t } = useWords();
  return (
    <>
      {placeText(place, t)} {place?.masked && <span className="chip mute">{t('masked')}</span>}
    </>
  );
}
