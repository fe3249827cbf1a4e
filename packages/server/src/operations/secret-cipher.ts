import { hkdfSync } from 'node:crypto';
import type { Config } from '../config.ts';
import { type Cipher, createCipher } from '../store/cipher.ts';

const ciphers = new WeakMap<Config, Cipher>();

/** The cipher for secret values, with a key of its own derived from the server's (RFC 5869). */
export function secretCipher(config: Config): Cipher {
  const known = ciphers.get(config);
  if (known) return known;
  const key = hkdfSync('sha256', config.secretKey, new Uint8Array(), 'yunsu event secrets', 32);
  const cipher = createCipher(Buffer.from(key));
  ciphers.set(config, cipher);
  return cipher;
}
