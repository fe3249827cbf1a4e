import type { Scan } from './scan.ts';

/** Reads pictures. */
export interface Reader {
  read(picture: ImageData): Promise<readonly Scan[]>;
}

/** What the worker says: that it is ready, that it could not be loaded, or what it read. */
type Said =
  | { readonly ready: true }
  | { readonly lost: true }
  | { readonly id: number; readonly symbols: readonly Scan[] };

/** The reader could not be loaded: no connection, or no such worker in this browser. */
export class ReaderLost extends Error {}

/** Longest wait for the reader to load, in milliseconds: its megabyte over a slow mobile network. */
const LOAD_MS_MAX = 60_000;

/** Starts the worker that reads; fails with `ReaderLost`. */
export function startReader(workerPath: string, wasmPath: string): Promise<Reader> {
  const worker = new Worker(workerPath, { type: 'module' });
  // A photo may come while a picture of the camera is still being read, so each answer names its picture.
  const asked = new Map<number, (symbols: readonly Scan[]) => void>();
  let last = 0;
  const reader: Reader = {
    read(picture) {
      return new Promise((resolve) => {
        const id = ++last;
        asked.set(id, resolve);
        worker.postMessage({ id, picture }, [picture.data.buffer]);
      });
    },
  };
  return new Promise((resolve, reject) => {
    const lose = () => {
      worker.terminate();
      reject(new ReaderLost());
    };
    const timer = setTimeout(lose, LOAD_MS_MAX);
    worker.addEventListener('error', lose);
    worker.addEventListener('message', ({ data }: MessageEvent<Said>) => {
      if ('symbols' in data) {
        asked.get(data.id)?.(data.symbols);
        asked.delete(data.id);
      }
      if ('lost' in data) lose();
      if ('ready' in data) {
        clearTimeout(timer);
        resolve(reader);
      }
    });
    worker.postMessage({ wasm: new URL(wasmPath, location.href).href });
  });
}
