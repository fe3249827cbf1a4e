import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test('a file is named after what it holds', () => {
  expect(fileName(['https://id.gs1.org/01/09521234045014/10/VX-0818', '节点'], 'csv')).toBe(
    '01-09521234045014-10-VX-0818-节点.csv',
  );
  expect(fileName(['../../etc/passwd'], 'csv')).toBe('etc-passwd.csv');
});
