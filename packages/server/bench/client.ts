/** A plain HTTP client of the bench: what it spends is part of what is measured, so it does little. */
export class BenchClient {
  readonly #url: string;
  readonly #key: string;

  constructor(url: string, key: string) {
    this.#url = url;
    this.#key = key;
  }

  async capture(document: string): Promise<void> {
    const response = await fetch(`${this.#url}/epcis/capture`, {
      method: 'POST',
      headers: { 'content-type': 'application/ld+json', authorization: `Bearer ${this.#key}` },
      body: document,
    });
    if (response.status !== 202)
      throw new Error(`capture: ${response.status} ${(await response.text()).slice(0, 500)}`);
    const job = await fetch(this.#url + (response.headers.get('location') ?? ''), {
      headers: { authorization: `Bearer ${this.#key}` },
    });
    const { success, running } = (await job.json()) as { success: boolean; running: boolean };
    if (!success || running) throw new Error('a document was not captured at once');
  }

  /** Milliseconds of one GET, and its body. */
  async get(path: string, accept = 'application/json'): Promise<{ ms: number; body: string }> {
    const start = performance.now();
    const response = await fetch(this.#url + path, {
      headers: { authorization: `Bearer ${this.#key}`, accept },
    });
    const body = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${body.slice(0, 300)}`);
    return { ms: performance.now() - start, body };
  }

  /**
   * Reads a stream of lines: milliseconds to the first, to the first that begins with each of the markers, and to the last.
   * Lines are counted, not kept.
   */
  async lines<M extends string>(path: string, markers: readonly M[]): Promise<Streamed<M>> {
    const start = performance.now();
    const response = await fetch(this.#url + path, {
      headers: { authorization: `Bearer ${this.#key}`, accept: 'application/x-ndjson' },
    });
    if (!response.ok || response.body === null) throw new Error(`${path}: ${response.status}`);
    let firstMs = 0;
    let lines = 0;
    let bytes = 0;
    const markerMs: Partial<Record<M, number>> = {};
    const wanted = new Set(markers);
    let head = '';
    for await (const chunk of response.body as ReadableStream<Uint8Array>) {
      if (firstMs === 0) firstMs = performance.now() - start;
      bytes += chunk.length;
      if (wanted.size > 0) {
        head += Buffer.from(chunk).toString('latin1');
        for (const marker of wanted) {
          if (!head.includes(`\n${marker}`)) continue;
          markerMs[marker] = performance.now() - start;
          wanted.delete(marker);
        }
      }
      for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) lines++;
    }
    if (wanted.size > 0) throw new Error(`${path}: no line begins with ${[...wanted].join(' or ')}`);
    return {
      firstMs,
      markerMs: markerMs as Record<M, number>,
      lastMs: performance.now() - start,
      lines,
      bytes,
    };
  }
}

const LINE_FEED = 10;

/** When the lines of an answer came, in milliseconds, and how many there were. */
export interface Streamed<M extends string> {
  readonly firstMs: number;
  readonly markerMs: Readonly<Record<M, number>>;
  readonly lastMs: number;
  readonly lines: number;
  readonly bytes: number;
}
