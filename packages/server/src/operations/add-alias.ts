import { type AliasAnswer, type AliasRequest, Problem, words } from '@yunsu/api';
import type { Key } from '@yunsu/domain';
import { keyOf, type Level } from '@yunsu/identifiers';
import type { Context } from '../context.ts';
import { readAliases } from '../store/alias.ts';
import { appendAlias } from '../store/append-alias.ts';
import { mayJoin } from './alias-rights.ts';
import type { Sender } from './authenticate.ts';
import { readCode } from './find-unit.ts';
import { sha256Hex } from './identities.ts';
import { conflict, wrongField } from './issuing-refusals.ts';
import { aliasesOf } from './list-aliases.ts';

/** Things that can be one although their codes are of different kinds: a machine with a serial and an asset number. */
const SINGLE: ReadonlySet<Level> = new Set(['item', 'container', 'asset', 'certificate', 'other']);

/** Gives a unit another name. No two histories become one without a decision that somebody answers for. */
export async function addAlias(
  context: Context,
  sender: Sender,
  request: AliasRequest,
): Promise<AliasAnswer> {
  const [unit, alias] = await Promise.all([
    readCode(context, request.unit),
    readCode(context, request.alias),
  ]);
  if (!canBeOne(unit.level, alias.level)) {
    throw wrongField(
      '/alias',
      'level',
      words(
        `A code of a ${alias.level} is no other name of a ${unit.level}.`,
        `级别为 ${alias.level} 的编码不能作为 ${unit.level} 的别名。`,
      ),
      alias.level,
    );
  }
  const own = { unit: keyOf(unit.uri, sha256Hex), alias: keyOf(alias.uri, sha256Hex) };
  const units = await readAliases(context.db, [own.unit, own.alias]);
  const [unitKey, aliasKey] = [own.unit, own.alias].map((key) => units.get(key) ?? key) as [Key, Key];
  const may = await mayJoin(
    context,
    sender,
    { uri: unit.uri, key: unitKey },
    { uri: alias.uri, key: aliasKey },
  );
  const regulator = sender.plane === 'regulator' || sender.plane === 'system';
  // The same words whatever is there: who may not join two codes does not learn what is known of them.
  if (!may) throw notAllowed();
  if (request.decision && !regulator) throw onlyAuthority();
  const { kind } = await appendAlias(context.db, {
    key: own.alias,
    uri: alias.uri,
    unit: own.unit,
    unitUri: unit.uri,
    plane: sender.plane,
    by: sender.party ?? sender.scopes.join(' '),
    addedAt: context.now().getTime() * 1000,
    ...(request.decision === undefined ? {} : { decision: request.decision }),
  });
  if (kind !== 'added' && kind !== 'known') throw refusal(kind, alias.uri, unit.uri);
  return await aliasesOf(context, own.unit, unit.uri);
}

function canBeOne(unit: Level, alias: Level): boolean {
  return (unit === 'lot' && alias === 'lot') || (SINGLE.has(unit) && SINGLE.has(alias));
}

const notAllowed = () =>
  new Problem('not-allowed', {
    detail: words(
      'Only a regulator, or who has recorded or been given these codes, may join them.',
      '仅监管部门，或登记过、领取过这些编码的主体可以关联它们。',
    ),
  });

const onlyAuthority = () =>
  new Problem('not-allowed', {
    detail: words(
      'Only a regulator decides that two units are one.',
      '仅监管部门可决定两个追溯单元为同一单元。',
    ),
  });

function refusal(kind: 'taken' | 'circle' | 'undecided', alias: string, unit: string): Problem {
  switch (kind) {
    case 'taken':
      return conflict(`${alias} is another name of another unit.`, `${alias} 已是其他追溯单元的别名。`);
    case 'circle':
      return conflict(
        `${unit} and ${alias} name the same unit already, which cannot be another name of itself.`,
        `${unit} 与 ${alias} 已是同一追溯单元，不能成为自身的别名。`,
      );
    case 'undecided':
      return conflict(
        `Both ${unit} and ${alias} have events: only a decision of a regulator joins their histories.`,
        `${unit} 与 ${alias} 均已有事件：须凭监管部门的决定才能合并其记录。`,
      );
  }
}
