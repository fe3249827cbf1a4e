/** Who asks. An argument of every store function, so that no query can forget it (design §5.11). */
export interface Caller {
  /** `system` is the platform's own jobs; it sees all and answers nobody. */
  readonly plane: 'public' | 'enterprise' | 'regulator' | 'system';
  /** Canonical URI of the party that an enterprise key is bound to. */
  readonly party?: string;
  /** Regulator: scopes `department:division:class`; division is a prefix of the division code, `*` is any. */
  readonly scopes: readonly string[];
}

export const PUBLIC: Caller = { plane: 'public', scopes: [] };
export const SYSTEM: Caller = { plane: 'system', scopes: [] };
