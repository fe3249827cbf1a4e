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

  /** Reads a stream of lines: milliseconds to the first, to the first of a kind, and to the last; lines are counted, not kept. */
  async lines(
    path: string,
    marker: string,
  ): Promise<{ firstMs: number; markerMs: number; lastMs: number; lines: number }> {
    const start = performance.now();
    const response = await fetch(this.#url + path, {
      headers: { authorization: `Bearer ${this.#key}`, accept: 'application/x-ndjson' },
    });
    if (!response.ok || response.body === null) throw new Error(`${path}: ${response.status}`);
    let firstMs = 0;
    let markerMs = 0;
    let lines = 0;
    let seen = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      if (firstMs === 0) firstMs = performance.now() - start;
      if (markerMs === 0) {
        seen += chunk;
        if (seen.includes(marker)) markerMs = performance.now() - start;
        else seen = seen.slice(-marker.length);
      }
      for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', at + 1)) lines++;
    }
    return { firstMs, markerMs, lastMs: performance.now() - start, lines };
  }
}
