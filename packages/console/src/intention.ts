const KEY_BYTES = 16;

/**
 * A key for one intention of a person: made once when a form opens and sent with every try, so that a double click or a try after a
 * lost answer has no second effect. `crypto.randomUUID` would do, but only over https.
 */
export const newIntention = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(KEY_BYTES)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
