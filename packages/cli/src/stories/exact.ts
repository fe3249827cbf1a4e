/** Exact arithmetic on plain decimals as the API writes them ("58.65", "-0.136"): sums without a binary float. */

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;

interface Scaled {
  readonly digits: bigint;
  readonly scale: number;
}

function parse(text: string): Scaled | undefined {
  const match = PLAIN.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '0', fraction = ''] = match;
  return { digits: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length };
}

function print({ digits, scale }: Scaled): string {
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const fraction = scale === 0 ? '' : text.slice(-scale).replace(/0+$/, '');
  return fraction === '' ? `${sign}${whole}`.replace(/^-0$/, '0') : `${sign}${whole}.${fraction}`;
}

/** The one spelling of a decimal ("0.30" is "0.3"), or undefined where the text is none. */
export function toPlainDecimal(text: string): string | undefined {
  const value = parse(text);
  return value === undefined ? undefined : print(value);
}

/** The exact sum; undefined where one of the texts is no plain decimal. */
export function sumOf(texts: readonly string[]): string | undefined {
  let digits = 0n;
  let scale = 0;
  for (const text of texts) {
    const value = parse(text);
    if (value === undefined) return undefined;
    const wider = Math.max(scale, value.scale);
    digits = digits * 10n ** BigInt(wider - scale) + value.digits * 10n ** BigInt(wider - value.scale);
    scale = wider;
  }
  return print({ digits, scale });
}
