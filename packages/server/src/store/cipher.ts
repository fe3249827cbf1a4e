import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Seals secret values; `label` is authenticated with them and must be the same when they are opened. */
export interface Cipher {
  seal(plaintext: Buffer, label: string): Buffer;
  /** Throws where the ciphertext, the label or the key is not the one it was sealed with. */
  open(ciphertext: Buffer, label: string): Buffer;
}

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 1;

/** AES-256-GCM (NIST SP 800-38D). A ciphertext is: version (1 byte), nonce (12), tag (16), sealed bytes. */
export function createCipher(key: Buffer): Cipher {
  if (key.length !== KEY_BYTES)
    throw new Error(`the key for secrets must have ${KEY_BYTES} bytes, not ${key.length}`);
  return {
    seal: (plaintext, label) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(label));
      const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
      return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]);
    },
    open: (ciphertext, label) => {
      if (ciphertext[0] !== VERSION) throw new Error(`a ciphertext of unknown version ${ciphertext[0]}`);
      const tagAt = 1 + NONCE_BYTES;
      const bodyAt = tagAt + TAG_BYTES;
      const nonce = ciphertext.subarray(1, tagAt);
      const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(label));
      decipher.setAuthTag(ciphertext.subarray(tagAt, bodyAt));
      return Buffer.concat([decipher.update(ciphertext.subarray(bodyAt)), decipher.final()]);
    },
  };
}
