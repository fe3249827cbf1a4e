/** Codes that were looked up in this tab, the latest first. */
const NAME = 'yunsu.recent';
const RECENT_MAX = 8;

/** Reads them; anything else that stands there counts as none. */
export function readRecent(): string[] {
  try {
    const list: unknown = JSON.parse(sessionStorage.getItem(NAME) ?? '[]');
    return Array.isArray(list) ? list.filter((code) => typeof code === 'string').slice(0, RECENT_MAX) : [];
  } catch {
    return [];
  }
}

/** Puts a code in front. */
export function noteRecent(code: string): void {
  const list = [code, ...readRecent().filter((other) => other !== code)].slice(0, RECENT_MAX);
  sessionStorage.setItem(NAME, JSON.stringify(list));
}
