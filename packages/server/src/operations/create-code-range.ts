import { type CodeRange, Problem, type RangeRequest, words } from '@yunsu/api';
import { codeSpaceOf, composeCode, parseIdentifier } from '@yunsu/identifiers';
import type { Context } from '../context.ts';
import { appendCodeRange } from '../store/code-ranges.ts';
import { reachesDivision } from '../store/held-by.ts';
import { type Party, readParties } from '../store/registers.ts';
import type { Sender } from './authenticate.ts';
import { toCodeRanges } from './code-range-view.ts';
import { rootOf } from './code-space.ts';
import { conflict, wrongField } from './issuing-refusals.ts';

/** Gives numbers of a stem to a registered party. No code can be of two ranges. */
export async function createCodeRange(
  context: Context,
  sender: Sender,
  request: RangeRequest,
): Promise<CodeRange> {
  const { scheme, stem } = request;
  const made = codeSpaceOf(scheme, stem, request.digits);
  if (!made.ok) {
    const pointer = made.at < stem.length ? '/stem' : '/digits';
    throw wrongField(pointer, 'code-space', words(made.reason, made.reasonZh), stem);
  }
  const { space } = made;
  const from = BigInt(request.from ?? '0');
  const to = BigInt(request.to ?? space.size - 1n);
  if (to >= space.size) {
    const last = space.size - 1n;
    const text = words(`The last number of this stem is ${last}.`, `该前段的最后一个流水号为 ${last}。`);
    throw wrongField('/to', 'range', text, String(to));
  }
  if (from > to) {
    throw wrongField('/from', 'range', words('from is after to.', 'from 大于 to。'), String(from));
  }
  const party = await readHolder(context, sender, request.party);
  const place = rootOf(composeCode(space, from).identifier);
  if (place === undefined) throw new Error(`a code of ${scheme} ${stem} lies in no space`);
  const outcome = await appendCodeRange(context.db, {
    party: party.uri,
    scheme,
    stem,
    digits: space.digits,
    from,
    to,
    root: place.root,
    rootFrom: place.number,
    givenBy: sender.party ?? sender.scopes.join(' '),
    createdAt: context.now().getTime() * 1000,
  });
  if (!outcome.ok) throw await overlaps(context, sender, outcome.held);
  const [range] = await toCodeRanges(context, sender, [outcome.range]);
  return range as CodeRange;
}

/** The party of a range: in the register today, and in a division of the regulator. */
async function readHolder(context: Context, sender: Sender, uri: string): Promise<Party> {
  const parsed = parseIdentifier(uri);
  const canonical = parsed.ok && parsed.identifier.level === 'party' ? parsed.identifier.uri : undefined;
  const today = context.now().toISOString().slice(0, 10);
  const known =
    canonical === undefined ? undefined : (await readParties(context.db, [canonical], today)).get(canonical);
  if (known === undefined) {
    const text = words(`${uri} is no party that the register has today.`, `${uri} 不是当前登记在册的主体。`);
    throw wrongField('/party', 'party', text, uri);
  }
  if (!reachesDivision(sender, known.division)) {
    throw new Problem('not-allowed', {
      detail: words('The party is outside the divisions of this key.', '该主体不在此密钥的行政区划范围内。'),
    });
  }
  return known;
}

/** Names the range that is in the way, and its holder to whom may know of it. */
async function overlaps(
  context: Context,
  sender: Sender,
  held: Parameters<typeof toCodeRanges>[2][number],
): Promise<Problem> {
  const party = (await readParties(context.db, [held.party])).get(held.party);
  const may = party !== undefined && reachesDivision(sender, party.division);
  const numbers = `${held.scheme} ${held.stem} ${held.from}–${held.to}`;
  return may
    ? conflict(
        `${party.name} (${held.party}) holds ${numbers}, which has codes of this range.`,
        `${party.name}（${held.party}）已持有 ${numbers}，与该号段有相同的编码。`,
      )
    : conflict('Another range has codes of this one.', '已有其他号段包含该号段中的编码。');
}
