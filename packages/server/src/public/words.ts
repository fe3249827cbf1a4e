import type { Pair } from '@yunsu/api';
import { codeWords } from './code-words.ts';
import { linkWords } from './link-words.ts';
import { scanWords } from './scan-words.ts';

/** The languages of the window: Chinese first, English by choice. */
export type Language = 'zh' | 'en';

/**
 * Every sentence of the public window, [zh, en]; `{name}` is filled in. Those about codes and about scanning stand in
 * `code-words.ts` and `scan-words.ts`, vocabulary words in `vocabulary.ts` and `roles.ts`.
 */
const words = {
  ...codeWords,
  ...linkWords,
  ...scanWords,
  wordmark: ['云溯', 'Yunsu'],
  tagline: ['重要产品追溯查询', 'Product traceability'],
  skip: ['跳到正文', 'Skip to content'],
  switchLanguage: ['English', '中文'],
  largeOn: ['大字版', 'Large type'],
  largeOff: ['标准字', 'Normal type'],
  display: ['显示方式', 'Display'],

  frontTitle: ['这件商品，从哪里来？', 'Where does this product come from?'],
  frontLead: [
    '扫一扫或输入商品上的码，就能看到它的来历、去向，以及谁为它负责。不用注册，不用下载。',
    'Scan or enter the code on the product to see where it came from, where it went and who answers for it. No account, no app.',
  ],
  field: ['输入商品上的码', 'Enter the code on the product'],
  fieldHint: [
    '条码下的数字、二维码里的网址、药品和农资的追溯码都可以。',
    'Digits under a barcode, the address inside a QR code, trace codes of medicine and farm supplies.',
  ],
  search: ['查询', 'Look up'],
  another: ['查另一个码', 'Look up another code'],
  examples: ['试一试', 'Try one'],
  promiseFrom: ['从哪里来', 'Where from'],
  promiseFromText: [
    '产地、加工、检测，一步一步按时间排列。',
    'Origin, processing and tests, step by step in order of time.',
  ],
  promiseTo: ['到哪里去', 'Where to'],
  promiseToText: [
    '经过哪些市场和门店，现在是否在售、已售出或被召回。',
    'Which markets and shops it passed, and whether it is on sale, sold or recalled.',
  ],
  promiseWho: ['谁负责', 'Who answers'],
  promiseWhoText: [
    '对产品负责的单位名称和许可证，清楚写明。',
    'The legal entity that answers for the product, by name, with its licences.',
  ],

  from: ['从哪里来', 'Where from'],
  to: ['到哪里去', 'Where to'],
  who: ['谁负责', 'Who answers'],
  fromUnknown: ['没有产地记录', 'No record of the origin'],
  toUnknown: ['没有去向记录', 'No record of where it went'],
  whoUnknown: ['没有查到公开的责任单位', 'No responsible entity is published'],
  onwardHolders: ['{place} {count} 处', '{place}: {count} places'],
  soldToConsumer: ['已售给消费者', 'sold to a consumer'],
  dispensedToPerson: ['已用于接种或治疗（不显示使用者）', 'used for a patient (never shown)'],
  endDestroyed: ['已销毁', 'destroyed'],
  onTheWay: ['运输途中', 'on the way'],

  code: ['关于这个码', 'About this code'],
  kind: ['这是', 'What it is'],
  thisIs: ['这是{kind}', '{kind}'],
  lostAfter: ['之后没有记录', 'nothing is recorded after that'],
  amount: ['数量', 'Amount'],
  latest: ['最近一条记录', 'Latest record'],
  partyName: ['单位', 'Firm'],
  located: ['所在地', 'Location'],
  nameless: ['未登记名称的产品', 'Product without a registered name'],
  classOnly: [
    '这个码只说明是哪一种商品。要查这一件从哪里来，请扫带批号或序列号的码。',
    'This code only names a kind of product. For the way of one item, scan the code that holds a lot or serial number.',
  ],

  responsible: ['负责单位的许可', 'Licences of the responsible firm'],
  licenceUntil: ['有效期至 {date}', 'valid to {date}'],
  claims: ['原料构成', 'What it is made of'],
  claimsComputed: ['按记录计算得出，不是填写的宣传语', 'Computed from the records, not typed by anybody'],
  claimBound: ['至多 {share}', 'at most {share}'],
  claimRest: ['没有记录', 'not recorded'],
  claimSources: ['来自 {count} 处产地批次', 'from {count} source lots'],
  how: ['这个数是怎么算的', 'How this was computed'],
  howText: [
    '从这件产品往回走，每一次加工和装箱都记有投入和产出的数量。平台按数量的比例一级一级分摊，得出每个来源占多少。企业不能填写这个结果；后来补充或更正的记录会让它重新计算。',
    'Going back from this product, every processing and packing step has recorded input and output amounts. The platform divides them in proportion, step by step, and so finds the share of each source. No firm can type this result; later or corrected records change it.',
  ],

  picture: ['来源图', 'Where it came from, drawn'],
  journey: ['它走过的路', 'Its journey'],
  journeyNone: ['还没有可以公开的流转记录。', 'No movements are published yet.'],
  mapTitle: ['云南省各州市示意图', 'Schematic of the prefectures of Yunnan'],
  mapNote: ['示意图，非地图', 'A schematic, not a map'],
  mapRoute: ['经过：{places}', 'Passed: {places}'],
  moved: ['运输', 'Transport'],
  movedFromTo: ['从{from}运往{place}', 'Transport from {from} to {place}'],
  sources: ['共 {count} 批来源', '{count} source lots'],
  inferred: ['由前后记录推定', 'inferred from other records'],
  skipped: ['中间 {count} 步从略', '{count} steps between are left out'],
  truncated: [
    '记录很多，这里只显示其中一部分。',
    'There are many records; only a part of them is shown here.',
  ],
  here: ['最后记录到的位置', 'Last recorded position'],
  gap: ['这一段没有记录', 'Nothing is recorded for this part'],
  gapShipment: ['货已发出，但没有收货记录。', 'It was sent, but nobody recorded that it arrived.'],
  gapReceipt: ['有收货记录，但没有发货记录。', 'It was received, but nobody recorded that it was sent.'],
  gapRemoval: ['有一部分被取走，记录没有说明原因。', 'A part was taken out, and no record explains it.'],
  gapHolder: ['货已离开，接手的人没有记录。', 'It left, and nobody recorded who took it.'],

  tests: ['检验结果', 'Test results'],
  testPassed: ['合格', 'Passed'],
  testFailed: ['不合格', 'Failed'],
  testReport: ['报告编号 {number}', 'Report {number}'],

  recallTitle: ['召回通知', 'Recall notice'],
  recallCase: ['召回编号 {case}', 'Recall case {case}'],
  recallBy: ['由 {name} 发布', 'Declared by {name}'],
  recallDo: ['您该怎么做', 'What to do'],
  recallFood: [
    '不要食用，也不要送给他人。保留包装和购物凭证，退回购买的店铺，或拨打 12345 询问。',
    'Do not eat it or give it away. Keep the package and receipt, return it to the shop, or call 12345.',
  ],
  recallDrug: [
    '不要使用。交回发药或接种的单位；如已使用并感到不适，请尽快就医，并带上包装。',
    'Do not use it. Return it to the pharmacy or clinic. If it was already used and you feel unwell, see a doctor and bring the package.',
  ],
  recallOther: [
    '停止食用或使用，不要转卖。保留包装和购物凭证，联系卖给您的店铺，或拨打 12345 询问。',
    'Stop eating or using it and do not resell it. Keep the package and receipt, contact the seller, or call 12345.',
  ],

  complain: ['有疑问，或者发现不对？', 'A question, or something wrong?'],
  complainText: [
    '请保留商品、包装和购物凭证，拨打 12345（政务服务便民热线），说出本页的码。',
    'Keep the product, its package and the receipt, call 12345 (the public service hotline) and read out the code on this page.',
  ],
  knownNothing: ['平台尚未收到任何记录。', 'The platform has received no records yet.'],
  known: [
    '本页按平台截至 {time}（北京时间）收到的记录计算。',
    'Computed from the records received by {time} (Beijing time).',
  ],
  honesty: [
    '平台有记录，不等于保证是真货。请核对手中的实物与本页是否一致。',
    'A record here does not prove that an item is genuine. Compare the item in your hand with this page.',
  ],
  maskedPerson: ['{role}（已隐去姓名）', '{role} (name withheld)'],
  maskedTrader: ['{role}（已隐去名称）', '{role} (name withheld)'],
  somebody: ['个人', 'A person'],
  someTrader: ['经营者', 'A trader'],
  placeUnknown: ['地点没有记录', 'Place not recorded'],
  nobody: ['没有记录由谁持有', 'No record of who held it'],

  unknownWhy: ['可能的原因', 'Possible reasons'],
  unknownWhy1: ['这种产品还没有接入本平台。', 'This kind of product is not connected to this platform yet.'],
  unknownWhy2: [
    '企业还没有上报，或者码还没有启用。',
    'The firm has not reported it, or the code is not in use yet.',
  ],
  unknownWhy3: [
    '码抄错了一位，或者包装上有另一个码（箱码、瓶码、批号）。',
    'One character was copied wrongly, or the package has another code (case, bottle, lot).',
  ],
  unknownAsk1: [
    '问卖给您的店铺，请他出示进货凭证。',
    'Ask the shop that sold it to show its purchase record.',
  ],
  unknownAsk2: ['问包装上印的生产企业。', 'Ask the maker printed on the package.'],
  read: ['我们读到的内容', 'What we read'],

  unreadableEmpty: ['没有输入任何内容。', 'Nothing was entered.'],
  unreadableLong: ['内容太长：最多读 {max} 个字符。', 'Too long: at most {max} characters are read.'],
  unreadableNone: [
    '这不是我们认识的任何一种码。一共 {count} 个字符，请数一数有没有漏掉或多出。',
    'This is not a kind of code that we know. It has {count} characters; count whether one is missing or too many.',
  ],
  unreadableAt: ['第 {at} 个字符', 'Character {at}'],
  unreadableAtEnd: ['末尾', 'At the end'],
  fixTitle: ['可以这样试', 'What you can try'],
  fix1: [
    '条码下面的数字要全部输入，一位不漏。',
    'Enter all digits under the barcode, without leaving one out.',
  ],
  fix2: ['分清数字 0 和字母 O，数字 1 和字母 I、l。', 'Tell 0 from O, and 1 from I and l.'],
  fix3: [
    '二维码和长码不要手抄，用相机扫。',
    'Scan QR codes and long codes with the camera instead of copying them.',
  ],

  ambiguous: ['这个码有几种读法', 'This code can be read in several ways'],
  ambiguousLead: ['请选择与包装相符的一种。', 'Choose the one that fits the package.'],

  voidedWhy: [
    '记录者已声明这些记录有误，因此不显示来历。原记录和声明仍由平台保存。',
    'Whoever recorded it declared the records wrong, so no journey is shown. The platform keeps both the records and the declaration.',
  ],

  about: ['关于本页', 'About'],
  aboutTitle: ['怎样读懂查询结果', 'How to read an answer'],
  aboutStates: ['每个码都有一个诚实的状态', 'Every code has one honest state'],
  aboutMasked: ['为什么有些名字看不到', 'Why some names are withheld'],
  aboutMaskedText: [
    '对产品负责的单位（生产企业、开具合格证的单位、许可证持有人）写明名称。农户等个人隐去姓名，买卖双方的经营者隐去名称，地点只写到州市。价格和交易数量不公开。监管部门依法查办时能看到完整的链条，而且每次查看都留有记录。',
    'The legal entity that answers for a product (maker, issuer of the certificate, licence holder) is named. Farmers and other persons are not, nor are the traders who bought and sold; places are shown to the prefecture. Prices and traded amounts are not published. Authorities see the whole chain where the law allows, and every look is recorded.',
  ],
  aboutClaims: ['比例是算出来的', 'Shares are computed'],
  aboutGaps: ['没有记录就写没有记录', 'A gap is called a gap'],
  aboutGapsText: [
    '如果某一段没有人记录，本页会明白写出“这一段没有记录”，不会猜，也不会补。记录有误时，记录者声明作废并重新记录，原件保留。',
    'Where nobody recorded a part, the page says so. It does not guess and does not fill in. A wrong record is declared void and recorded again; the original is kept.',
  ],
  aboutPrivacy: ['本页不收集什么', 'What this page does not collect'],
  aboutPrivacyText: [
    '查询页不用脚本，不放 Cookie，不要位置，不用登录。扫码页用脚本在您的设备上识别图像，图像不会上传。误输入的身份证号码不查、不显示、不保存。',
    'The answers use no scripts, no cookies, no location and no login. The page that scans reads pictures on your device by script and never sends them. An identity number entered by mistake is not looked up, shown or kept.',
  ],
} as const satisfies Record<string, Pair>;

/** Name of a sentence. */
export type Word = keyof typeof words;

/** Names of all sentences, for the tests that look at each. */
export const allWords = Object.keys(words) as Word[];

/** The one of a pair that the language asks for. */
export const pick = (language: Language, pair: Pair): string => pair[language === 'zh' ? 0 : 1];

/** A sentence with its places filled in. */
export function say(language: Language, word: Word, values: Readonly<Record<string, string>> = {}): string {
  return pick(language, words[word]).replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
