import { expect, test } from 'vitest';
import { whyNotListening } from './why-not-listening.ts';

test.each([
  ['EADDRINUSE', 'Port 80 is taken by another program. Stop that one, or choose another port.'],
  ['EACCES', 'Port 80 may only be opened by root. Choose one from 1024 on.'],
  ['EADDRNOTAVAIL', 'The address 10.1.1.1 belongs to no network card of this machine.'],
  ['EOTHER', 'The server cannot listen on 10.1.1.1:80: listen failed'],
])('%s is told in a sentence', (code, sentence) => {
  expect(whyNotListening(Object.assign(new Error('listen failed'), { code }), '10.1.1.1', 80)).toBe(sentence);
});
