import {
  CLAIM_UNITS_MAX,
  type ClaimsAnswer,
  type ClaimsQuery,
  type TraceNode,
  type TraceQuery,
  type Words,
  words,
} from '@yunsu/api';
import { type Caller, type OriginClaim, originsOf, percentOf } from '@yunsu/domain';
import type { Context } from '../context.ts';
import { findUnit } from './find-unit.ts';
import { traceWithGraph } from './trace-code.ts';

type Node = TraceNode & { readonly began: boolean };

/** What the records prove of the origin of a unit, as the caller may know it: shares are open, volumes are secrets. */
export async function readClaims(
  context: Context,
  caller: Caller,
  { code, ...when }: ClaimsQuery & Pick<TraceQuery, 'to' | 'knownAt'>,
): Promise<ClaimsAnswer> {
  const unit = await findUnit(context, code);
  const { answer, graph } = await traceWithGraph(context, caller, unit, { ...when, direction: 'back' });
  const began = new Set(
    graph.nodes.filter(({ origin, inferred }) => origin !== undefined && !inferred).map(({ id }) => id),
  );
  const nodes = answer.nodes.map((node): Node => ({ ...node, began: began.has(node.id) }));
  const { origins, explained, mixtures } = originsOf({ nodes, links: answer.links }, groupOf);
  return {
    uri: unit.uri,
    asKnownAt: answer.asKnownAt,
    origins: origins.map(toOrigin),
    explained,
    mixtures: mixtures.map(({ eventID, output, inputs }) => ({
      eventID,
      time: inputs[0]?.[1].time ?? output.time,
      output: named(output),
      inputs: inputs.map(([node, { share, shareMax, quantity, quantityMax, uom }]) => ({
        ...named(node),
        ...(share === undefined ? {} : { share }),
        ...(shareMax === undefined ? {} : { shareMax }),
        ...(quantity === undefined ? {} : { quantity }),
        ...(quantityMax === undefined ? {} : { quantityMax }),
        ...(uom === undefined ? {} : { uom }),
      })),
    })),
    truncated: answer.truncated,
  };
}

/** What a reader sees as one origin. */
const groupOf = ({ place, holder, product, facts }: Node): string =>
  JSON.stringify([place.uri ?? place.name, holder.uri ?? holder.name, product, facts]);

const named = ({ uri, product }: Node) => ({ uri, ...(product === undefined ? {} : { product }) });

function toOrigin({ began, nodes, share, shareMax }: OriginClaim<Node>): ClaimsAnswer['origins'][number] {
  const [{ place, holder, product, facts }] = nodes;
  const units = new Set(nodes.map(({ uri }) => uri));
  return {
    ...(share === undefined ? {} : { share }),
    ...(shareMax === undefined ? {} : { shareMax }),
    began,
    place,
    holder,
    ...(product === undefined ? {} : { product }),
    ...(facts === undefined ? {} : { facts }),
    units: [...units].slice(0, CLAIM_UNITS_MAX),
    count: units.size,
    words: inWords({ began, share, shareMax }, whereOf(place.name, facts)),
  };
}

interface Claim {
  readonly began: boolean;
  readonly share: string | undefined;
  readonly shareMax: string | undefined;
}

/** The place, and what its goods are said to be where the ledger publishes it: "old trees". */
const whereOf = (place: string, facts: TraceNode['facts']): Words =>
  facts === undefined
    ? words(place, place)
    : words(
        `${place} (${facts.map(({ en, value }) => `${en}: ${value}`).join(', ')})`,
        `${place}（${facts.map(({ zh, value }) => `${zh}：${value}`).join('，')}）`,
      );

/** The claim as a sentence: what is rounded is called so, what is only bounded as well. */
function inWords({ began, share, shareMax }: Claim, where: Words): Words {
  const amount = amountWords(share, shareMax);
  return began
    ? words(`${amount.en} from ${where.en}`, `${amount.zh}来自${where.zh}`)
    : words(`${amount.en}: the record begins at ${where.en}`, `${amount.zh}的记录始于${where.zh}`);
}

function amountWords(share: string | undefined, shareMax: string | undefined): Words {
  const known = share ?? shareMax;
  if (known === undefined) return words('An unmeasured part', '未计量的一部分');
  const { text, exact } = percentOf(known);
  if (share === undefined) return words(`At most ${text}`, `至多 ${text} `);
  return exact ? words(text, `${text} `) : words(`About ${text}`, `约 ${text} `);
}
