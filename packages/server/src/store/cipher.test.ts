import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCipher } from './cipher.ts';
import { restoreSecrets } from './secrets.ts';

const cipher = createCipher(randomBytes(32));

test('a secret opens under its own label and key only, and only untouched', () => {
  const sealed = cipher.seal(Buffer.from('12.50'), '7:31');
  expect(cipher.open(sealed, '7:31').toString()).toBe('12.50');
  expect(() => cipher.open(sealed, '7:32')).toThrow();
  expect(() => createCipher(randomBytes(32)).open(sealed, '7:31')).toThrow();
  for (const at of [0, 5, 20, sealed.length - 1]) {
    const touched = Buffer.from(sealed);
    touched[at] = (touched[at] ?? 0) ^ 1;
    expect(() => cipher.open(touched, '7:31')).toThrow();
  }
  expect(() => cipher.open(sealed.subarray(0, 10), '7:31')).toThrow();
});

test('the same secret is never sealed alike twice', () => {
  const seal = () => cipher.seal(Buffer.from('12.50'), '7:31').toString('hex');
  expect(seal()).not.toBe(seal());
});

test('a key of the wrong length is refused', () => {
  expect(() => createCipher(randomBytes(16))).toThrow('32 bytes');
});

test('what was cut out of a text goes back byte for byte, wherever the cuts were', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    .filter((one) => one.isWellFormed());
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.boolean()), { maxLength: 8 }), (parts) => {
      const secrets: { path: string; byteOffset: number; plaintext: string }[] = [];
      let whole = '';
      let rest = '';
      for (const [part, secret] of parts) {
        if (secret) secrets.push({ path: '/x', byteOffset: Buffer.byteLength(whole), plaintext: part });
        else rest += part;
        whole += part;
      }
      expect(restoreSecrets(rest, secrets.reverse())).toBe(whole);
    }),
  );
});

test('a secret with no place in its text is an error and not a broken text', () => {
  expect(() => restoreSecrets('{}', [{ path: '/x', byteOffset: 9, plaintext: '1' }])).toThrow('no place');
});
