import { expect, test } from 'vitest';
import { addressFault, isPublicAddress } from './public-address.ts';

test.each([
  '127.0.0.1',
  '0.0.0.0',
  '10.1.2.3',
  '100.100.100.200',
  '169.254.169.254',
  '172.31.255.255',
  '192.168.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  'fe80::1',
  'fe80::1%eth0',
  'fd00::1',
  'ff02::1',
  '2002:7f00:1::1',
  '2001:0:1::1',
  '2001:db8::1',
  'localhost',
  '',
])('%s is no public address', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '223.5.5.5', '2400:3200::1', '2606:4700::1111'])(
  '%s is a public address',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  'http://2130706433/',
  'http://0177.0.0.1/',
  'http://0x7f.1/',
  'http://127.1/',
  'http://[::ffff:7f00:1]/',
  'http://[::1]/',
  'http://localhost/',
  'http://printer/',
  'http://metadata.google.internal/',
  'http://a.local./',
  'http://１２７.0.0.1/',
])('%s is not on the public internet', (href) => {
  expect(addressFault(href)?.en).toContain('is not on the public internet');
});

test.each([
  ['ftp://example.org/', 'Only http and https'],
  ['file:///etc/passwd', 'Only http and https'],
  ['gopher://example.org/', 'Only http and https'],
  ['https://user@example.org/', 'user name or password'],
  ['https://user:word@example.org/', 'user name or password'],
  ['https://example.org:25/', 'Port 25'],
  ['https://example.org:1023/', 'Port 1023'],
  ['https://example.org:6667/', 'Port 6667'],
  ['https://', 'not a web address'],
])('%s is refused: %s', (href, why) => {
  const fault = addressFault(href);
  expect(fault?.en).toContain(why);
  expect(fault?.zh).toMatch(/\p{Script=Han}/u);
});

test.each([
  'https://example.org/',
  'http://example.org:8080/a?b=c#d',
  'https://example.org:1024/',
  'https://例子.中国/',
  'https://8.8.8.8/',
])('%s is taken', (href) => {
  expect(addressFault(href)).toBeUndefined();
});
