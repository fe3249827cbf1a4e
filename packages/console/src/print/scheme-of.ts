/** GS1 keys that a label can be chosen by, by the application identifier that a Digital Link begins with. */
const keys: Readonly<Record<string, string>> = {
  '00': 'sscc',
  '01': 'gtin',
  '8003': 'grai',
  '8004': 'giai',
};

/** The scheme of a canonical URI, as far as the choice of a label asks for it. */
export function schemeOf(uri: string): string {
  const identifier = /^https:\/\/id\.gs1\.org\/(\d{2,4})\//.exec(uri)?.[1] ?? '';
  return keys[identifier] ?? '';
}
