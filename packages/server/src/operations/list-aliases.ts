import type { AliasAnswer, CodeQuery } from '@yunsu/api';
import type { Caller, Key } from '@yunsu/domain';
import { identify, keyOf } from '@yunsu/identifiers';
import type { Context } from '../context.ts';
import { readAliases } from '../store/alias.ts';
import { listAliases as listRows, readUnitTies, readUnitUri } from '../store/append-alias.ts';
import { readCode } from './find-unit.ts';
import { sha256Hex } from './identities.ts';
import { toInstant } from './instant.ts';

/** The unit behind a code and its other names. Of a unit of which the caller may see no event it tells nothing. */
export async function listAliases(
  context: Context,
  caller: Caller,
  { code }: CodeQuery,
): Promise<AliasAnswer> {
  const { uri } = await readCode(context, code);
  const key = keyOf(uri, sha256Hex);
  const unit = (await readAliases(context.db, [key])).get(key) ?? key;
  const { named, seen } = await readUnitTies(context.db, caller, unit);
  return named && !seen ? { unit: uri, aliases: [] } : await aliasesOf(context, key, uri);
}

/** The unit of a code, named by the key and URI of any of its names, with all the others. */
export async function aliasesOf({ db }: Context, key: Key, uri: string): Promise<AliasAnswer> {
  const unit = (await readAliases(db, [key])).get(key) ?? key;
  const rows = await listRows(db, unit);
  return {
    unit: await readUnitUri(db, key, uri),
    aliases: rows.map(({ uri: alias, state, addedAt }) => {
      const reading = identify(alias).find((candidate) => candidate.uri === alias);
      return {
        uri: alias,
        scheme: reading?.scheme ?? 'uri',
        name: reading?.name ?? { en: alias, zh: alias },
        state,
        added: toInstant(addedAt),
      };
    }),
  };
}
