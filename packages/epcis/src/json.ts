/** A number as its document wrote it: `JSON.parse` would turn 1.10 into 1.1 and 2^53+1 into its neighbour. */
export class ExactNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Json = string | boolean | null | ExactNumber | readonly Json[] | JsonObject;
/** An object without a prototype, so that no key is special. */
export interface JsonObject {
  readonly [name: string]: Json;
}
