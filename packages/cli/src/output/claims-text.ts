import type { ClaimsAnswer, MixtureView } from '@yunsu/api';
import { type Language, say } from '../words.ts';
import { plain, toTable } from './cells.ts';
import { holderText, labelOf, quantityText, shareText, timeText } from './labels.ts';

type Measured = MixtureView['inputs'][number];

const nameOf = ({ uri, product }: { uri: string; product?: string | undefined }): string =>
  product === undefined ? labelOf(uri) : `${product} ${labelOf(uri)}`;

function partText(language: Language, { share, shareMax }: Pick<Measured, 'share' | 'shareMax'>): string {
  if (share !== undefined) return shareText(share);
  return shareMax === undefined ? '' : say(language, 'upTo', { text: shareText(shareMax) });
}

function amountText(language: Language, { quantity, quantityMax, uom }: Measured): string {
  if (quantity !== undefined) return quantityText(language, quantity, uom);
  return quantityMax === undefined
    ? ''
    : say(language, 'upTo', { text: quantityText(language, quantityMax, uom) });
}

/** Claims for the eye: a sentence an origin, how much is explained, then every mixture on the way. */
export function claimsText(language: Language, claims: ClaimsAnswer): string[] {
  const origins = claims.origins.map(({ words, holder, product = '', count }) => [
    words[language],
    holderText(language, holder),
    product,
    say(language, 'originUnits', { count }),
  ]);
  const mixtures = claims.mixtures.flatMap(({ output, time, inputs }) => [
    plain(`${nameOf(output)}  ${timeText(time)}`),
    ...toTable(
      inputs.map((input) => [`  ${nameOf(input)}`, partText(language, input), amountText(language, input)]),
      ['left', 'right', 'right'],
    ),
  ]);
  const explained = partText(language, claims.explained);
  return [
    ...(origins.length === 0 ? [say(language, 'noOrigins')] : toTable(origins)),
    ...(explained === '' ? [] : [say(language, 'explained', { text: explained })]),
    ...(mixtures.length === 0 ? [] : ['', say(language, 'mixtures'), ...mixtures]),
    '',
    ...(claims.truncated
      ? [say(language, 'truncated', { limit: plain(claims.truncated.limit), max: claims.truncated.max })]
      : []),
    say(language, 'knownAt', { time: timeText(claims.asKnownAt.time) }),
  ];
}
