const NAME_LENGTH_MAX = 80;

/** A file name that every system takes, from parts such as a word and a code. */
export const fileName = (parts: readonly string[], extension: string): string =>
  `${parts
    .join('-')
    .replace(/^https:\/\/id\.gs1\.org\//, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .slice(0, NAME_LENGTH_MAX)
    .replace(/^[-.]+|[-.]+$/g, '')}.${extension}`;
