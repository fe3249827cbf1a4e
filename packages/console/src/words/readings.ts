import type { Pair } from '@yunsu/api';

/** Sentences about the readings of a code, its standing and its other names, [zh, en]. */
export const readingWords = {
  readings: ['这个码怎么读', 'How this code reads'],
  readingsMany: [
    '这个码有 {count} 种读法，下面先列最可能的。请核对包装上的内容再选。',
    'This code reads in {count} ways, the likeliest first. Compare with the package before you choose.',
  ],
  unverified: ['结构未经标准文本核实', 'structure not verified'],
  unverifiedHint: [
    '没有标准文本能证实这种编码的结构，可信度最高只算 80 %。',
    'No text of a standard confirms the structure of this code, so its confidence is never above 80 %.',
  ],
  sure: ['很有把握', 'very likely'],
  likely: ['较有把握', 'likely'],
  possible: ['有可能', 'possible'],
  unlikely: ['可能性小', 'unlikely'],
  issueAt: ['第 {place} 个字符', 'Character {place}'],
  issueAtEnd: ['结尾处', 'At the end'],
  issuedBy: ['发码方：{name}', 'Issued by: {name}'],
  askThere: ['去那里查询', 'Ask there'],
  partsInWords: ['码的各部分', 'Parts of the code'],

  standing: ['编码本身', 'The code itself'],
  standingState: ['编码状态', 'State of the code'],
  standingSince: ['自', 'Since'],
  standingReason: ['作废原因', 'Why void'],
  standingTo: ['发放给', 'Given to'],
  elsewhere: [
    '这个码由别处管理，本平台不替它作答。',
    'This code is kept elsewhere; this platform does not answer for it.',
  ],

  aliases: ['其他编码', 'Other names'],
  aliasesNone: [
    '没有登记其他编码。同一个东西若还有别的码（如省外码、内部码），可在这里登记。',
    'No other names. Where the same thing carries another code, such as one of another province, add it here.',
  ],
  aliasWaiting: ['正在并入记录…', 'joining its records…'],
  aliasDone: ['已并入', 'joined'],
  aliasAdded: ['登记于 {time}', 'added {time}'],
  aliasAdd: ['登记其他编码', 'Add a name'],
  aliasField: ['另一个编码', 'The other code'],
  aliasHint: [
    '请照印刷内容输入。登记后，用两个码都能查到同一个单元；此操作不能撤销。',
    'Enter it as printed. Both codes then lead to the same unit; this cannot be taken back.',
  ],
  aliasDecide: ['两个码都已有事件（监管决定）', 'Both codes have events (decision of a regulator)'],
  aliasDecideHint: [
    '两个码都已有各自的记录时，合并须有监管部门的决定，并记下文号和理由。',
    'Where both codes have records of their own, joining them needs a decision of a regulator, with its number and reason.',
  ],
  decisionNumber: ['决定文号', 'Number of the decision'],
  decisionReason: ['理由', 'Reason'],
  aliasSend: ['登记', 'Add'],
} as const satisfies Readonly<Record<string, Pair>>;
