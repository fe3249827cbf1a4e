/** Where a page ended, as an opaque text: the parts joined, in base64url. */
export function toPageToken(parts: readonly (string | number)[]): string {
  return Buffer.from(parts.join('\n')).toString('base64url');
}

/** The parts of a token that this server gave, checked against one pattern a part; undefined for any other text. */
export function parsePageToken(token: string, patterns: readonly RegExp[]): string[] | undefined {
  const parts = Buffer.from(token, 'base64url').toString('utf8').split('\n');
  const sound =
    parts.length === patterns.length && patterns.every((pattern, n) => pattern.test(parts[n] ?? ''));
  return sound && toPageToken(parts) === token ? parts : undefined;
}
