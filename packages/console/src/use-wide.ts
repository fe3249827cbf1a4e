import { useSyncExternalStore } from 'react';

/** From this width on there is room beside things; the stylesheets have the same number. */
const WIDE = '(min-width: 48rem)';

/** Whether the window is wider than a phone. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(WIDE);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(WIDE).matches,
  );
}
