/** Steps from the root of a document to a value: member names and list positions. */
export type Path = readonly (string | number)[];

/** JSON pointer of a path (RFC 6901). */
export function toPointer(path: Path): string {
  let pointer = '';
  for (const step of path) {
    pointer += `/${typeof step === 'number' ? step : step.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  }
  return pointer;
}

/** The steps of a JSON pointer, all as text; undefined where it is not one. */
export function parsePointer(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** How a sentence calls the value at a path: its member, with the position where it stands in a list. */
export function nameOf(path: Path): string {
  let suffix = '';
  for (let at = path.length - 1; at >= 0; at -= 1) {
    const step = path[at]!;
    if (typeof step === 'string') return step + suffix;
    suffix = `[${step}]${suffix}`;
  }
  return suffix;
}
