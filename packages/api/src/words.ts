/** One text for people, in both languages of the platform. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** Both languages of one text, in the order in which a table reads best. */
export const words = (en: string, zh: string): Words => ({ en, zh });
