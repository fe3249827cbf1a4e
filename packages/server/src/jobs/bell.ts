/** Wakes a loop that waits; a ring while nobody waits is kept for the next wait. */
export interface Bell {
  ring(): void;
  /** Until the next ring, at most `milliseconds`, at once when the signal is aborted. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export function createBell(): Bell {
  let rung = false;
  let wakeUp: (() => void) | undefined;
  return {
    ring: () => {
      rung = true;
      wakeUp?.();
    },
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        const finish = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', finish);
          wakeUp = undefined;
          rung = false;
          resolve();
        };
        const timer = setTimeout(finish, milliseconds);
        wakeUp = finish;
        signal.addEventListener('abort', finish);
        if (rung || signal.aborted) finish();
      }),
  };
}
