/** What labels say by themselves, and why one cannot be drawn. Labels are Chinese forms; GS1 data titles stay as GS1 has them. */
import { Problem, type Words, words } from '@yunsu/api';

export const labelWords = {
  scan: words('Scan to trace', '扫码追溯'),
  from: words('From', '发货方'),
  to: words('To', '收货方'),
} as const;

/** A text in both languages on one line, as labels print it. */
export const bothWords = ({ en, zh }: Words): string => `${zh} ${en}`;

export const refusals = {
  noElements: words(
    'This code has no GS1 element string, which this kind of label needs.',
    '该编码不是 GS1 编码，没有此类标签所需的应用标识符数据。',
  ),
  noSscc: words('A logistic label needs an SSCC.', '物流标签需要系列货运包装箱代码（SSCC）。'),
  personal: words('The number of a person is printed on no label.', '个人身份号码不得印在标签上。'),
  noCharacter: (character: string): Words =>
    words(`The type face of the labels has no character ${character}.`, `标签字体中没有字符 ${character}。`),
  tooLong: (max: number, got: number): Words =>
    words(
      `The symbol holds at most ${max} characters, the code has ${got}.`,
      `该条码最多容纳 ${max} 个字符，此编码有 ${got} 个。`,
    ),
  symbolTooLarge: (width: number, height: number, needed: number): Words =>
    words(
      `A label of ${width} × ${height} mm is too small: the symbol alone needs ${needed} mm with its quiet zones. Choose larger labels.`,
      `${width} × ${height} 毫米的标签放不下：条码连同空白区需要 ${needed} 毫米。请选用更大的标签。`,
    ),
  textTooLong: (width: number, height: number): Words =>
    words(
      `The text does not fit on a label of ${width} × ${height} mm. Shorten it or choose larger labels.`,
      `${width} × ${height} 毫米的标签放不下这些文字。请缩短文字或选用更大的标签。`,
    ),
} as const;

/** The refusal to draw a label. */
export const unprintable = (detail: Words): Problem => new Problem('unprintable-code', { detail });
