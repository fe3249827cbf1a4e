import type { SheetRequest } from '@yunsu/api';
import { useRef, useState } from 'react';
import { askFile } from '../ask-file.ts';
import { fileName } from '../file-name.ts';
import { saveBlob } from '../save-file.ts';
import { useSession } from '../session.tsx';

/** How a run of files goes. */
export type RunState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'working'; readonly file: number }
  | { readonly kind: 'done'; readonly files: number }
  | { readonly kind: 'refused'; readonly error: unknown };

/** Makes the files of a print run one after another and offers each to the browser; stops at the first refusal or when told to. */
export function usePrintRun(name: string): {
  state: RunState;
  run: (requests: readonly SheetRequest[]) => Promise<void>;
  stop: () => void;
} {
  const { key } = useSession();
  const [state, setState] = useState<RunState>({ kind: 'ready' });
  const going = useRef<AbortController>(undefined);
  const run = async (requests: readonly SheetRequest[]) => {
    if (going.current) return;
    const stopping = new AbortController();
    going.current = stopping;
    try {
      for (const [index, body] of requests.entries()) {
        setState({ kind: 'working', file: index + 1 });
        const media = body.form === 'pdf' ? 'application/pdf' : '*/*';
        const bytes = await askFile(key, media, (client) => client.printSheet({ body }), stopping.signal);
        const part = requests.length > 1 ? [String(index + 1)] : [];
        saveBlob(fileName([name, ...part], body.form), bytes);
      }
      setState({ kind: 'done', files: requests.length });
    } catch (error) {
      setState(stopping.signal.aborted ? { kind: 'ready' } : { kind: 'refused', error });
    } finally {
      going.current = undefined;
    }
  };
  return { state, run, stop: () => going.current?.abort() };
}
