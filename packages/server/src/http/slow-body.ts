import { PassThrough, type Readable } from 'node:stream';
import { Problem } from '@yunsu/api';
import { BODY_BYTES_PER_SECOND_MIN, BODY_GRACE_MS } from './limits.ts';

/**
 * Passes a body on and refuses one that trickles. Node's own limit counts the whole request, so that a limit that
 * stops a trickle would also stop a large honest upload; this one grows with what has come.
 */
export function guardSlowBody(body: Readable): Readable {
  const guarded = new PassThrough();
  const startedAt = performance.now();
  let received = 0;
  const timer = setInterval(() => {
    const allowedMs = BODY_GRACE_MS + (received / BODY_BYTES_PER_SECOND_MIN) * 1000;
    if (performance.now() - startedAt > allowedMs) guarded.destroy(new Problem('request-timeout'));
  }, 1000);
  timer.unref();
  const stop = () => clearInterval(timer);
  body.on('data', (chunk: Buffer) => {
    received += chunk.length;
  });
  body.on('end', stop);
  body.on('error', (error) => guarded.destroy(error));
  body.on('close', () => {
    stop();
    if (!guarded.writableEnded) guarded.destroy(new Problem('invalid-request'));
  });
  guarded.on('close', stop);
  return body.pipe(guarded);
}
