/** A map that forgets its oldest entry when it is full. */
export class BoundedMap<Value> {
  readonly #values = new Map<string, Value>();
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  find(key: string): Value | undefined {
    return this.#values.get(key);
  }

  remember(key: string, value: Value): void {
    if (this.#values.size >= this.#max && !this.#values.has(key)) {
      const oldest = this.#values.keys().next().value;
      if (oldest !== undefined) this.#values.delete(oldest);
    }
    this.#values.set(key, value);
  }
}
