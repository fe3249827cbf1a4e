import type { Pair } from '@yunsu/api';

/** Sentences about a code itself: what it can be, who gave it out, what was done with it before its first event, [zh, en]. */
export const codeWords = {
  levelClass: ['只说明是哪一种商品，不分批次和单件', 'names a kind of product, neither one lot nor one item'],
  levelLot: ['一个批次共用', 'shared by one lot'],
  levelItem: ['一物一码，只属于一件', 'one code, one item'],
  levelContainer: ['一个箱、托盘或其他容器', 'one case, pallet or other container'],
  levelAsset: ['一件器具或设备', 'one piece of equipment'],
  levelParty: ['一个单位', 'a firm or an authority'],
  levelPlace: ['一个地点', 'a place'],
  levelDocument: ['一份单证', 'a document'],
  levelCertificate: ['一份合格证或证书', 'a certificate'],
  standsFor: ['指的是', 'Stands for'],

  sureAlmost: ['几乎可以肯定', 'Almost certain'],
  sureLikely: ['很可能', 'Likely'],
  surePossible: ['有可能', 'Possible'],
  sureHardly: ['可能性较小', 'Less likely'],
  unverified: [
    '这种码的写法是从实际标签上归纳的，没有标准文本可以核对。',
    'The structure of this kind of code is known from labels in use; no text of a standard confirms it.',
  ],
  doubts: ['存疑之处', 'Doubtful'],
  doubtAt: ['第 {at} 个字符', 'Character {at}'],
  couldBe: ['它可能是哪种码', 'What kind of code it can be'],
  couldBeTitle: ['这个码有 {count} 种可能', 'It can be one of {count} kinds of code'],
  couldBeLead: [
    '同样的字符在几种编码里都成立。平台逐一查过，都没有记录。请看包装上印着哪一种。',
    'The same characters are valid in several kinds of code. Each was looked up; none is on record. See which one the package names.',
  ],
  couldAlsoBe: ['它也可能是另一种码', 'It can also be another kind of code'],

  askWhere: ['到哪里去查', 'Where to ask'],
  askOpen: ['打开 {host}', 'Open {host}'],
  askIssuer: ['由谁发放', 'Given out by'],
  askHotline: [
    '查不到，或者说法对不上，拨打 12345（政务服务便民热线），说出本页的码。',
    'If nobody there knows it or the stories differ, call 12345 (the public service hotline) and read out the code on this page.',
  ],
  elsewhereFrom: ['发码地：{place}', 'Given out in: {place}'],
  elsewhereNot: [
    '本平台不保存外地的记录。查不到不说明商品是假的，请向发码的地方核对。',
    'This platform does not keep the records of other places. That nothing is found here does not make the product a fake; check with those who gave out the code.',
  ],

  codeIssuedTo: ['发放给', 'Given to'],
  codeRangeOf: ['号段属于', 'Range belongs to'],
  codeStep: ['到了哪一步', 'How far it got'],
  codeReserved: ['已领取，还没有登记印制', 'reserved, not yet recorded as printed'],
  codePrinted: ['标签已印制，还没有登记用于商品', 'label printed, not yet recorded on a product'],
  codeActive: ['已激活', 'activated'],
  codeVoid: ['已作废', 'made void'],
  codeUnreserved: ['从未领取', 'never reserved'],
  codeSince: ['自 {time}', 'since {time}'],
  codeReason: ['作废原因', 'Reason'],
  reasonSpoiled: ['标签印坏或损坏', 'the label was misprinted or damaged'],
  reasonLost: ['标签遗失', 'the label was lost'],
  reasonUnused: ['标签没有用上，剩余作废', 'the label was left over and not used'],
  reasonWrong: ['赋码有误', 'the code was put on the wrong thing'],
  lostTitle: ['当心：这是一张遗失的标签', 'Beware: this label was lost'],
  lostText: [
    '遗失的标签可能被人捡去，贴在来历不明的商品上。标签本身是真的，商品未必是。请不要购买或使用，并拨打 12345。',
    'A lost label may have been picked up and put on a product of unknown origin. The label itself is real; the product need not be. Do not buy or use it, and call 12345.',
  ],

  onProduct: ['如果它贴在商品上', 'If you found it on a product'],
  onProductKeep: [
    '先不要购买、食用或使用，保留商品和标签。',
    'Do not buy, eat or use it for the moment. Keep the product and its label.',
  ],
  onProductShop: [
    '请店铺出示这批货的进货凭证，再问标签上的生产单位。',
    'Ask the shop for its purchase record, then the maker on the label.',
  ],
  onProductCall: [
    '对方说不清来历，拨打 12345，说出本页的码。',
    'If they can not explain it, call 12345 and read out the code on this page.',
  ],
  onProductCompare: [
    '看看包装上有没有另一个码，也扫一扫。',
    'See whether the package carries another code and scan that one too.',
  ],
  idleWhy1: [
    '生产单位贴了标签，但还没有登记这批货。补登记后，本页会变成它的来历。',
    'The maker labelled the goods but has not recorded them yet. Once it does, this page shows where they came from.',
  ],
  idleWhy2: [
    '标签刚领取或刚印好，还没有使用。',
    'The label was reserved or printed a moment ago and is not in use yet.',
  ],
  idleWhy3: ['标签流失，被贴到了别的商品上。', 'The label went astray and was put on another product.'],
  neverWhy1: [
    '码抄错了几位，恰好落在这个号段里。',
    'It was copied wrongly and fell into this range by chance.',
  ],
  neverWhy2: ['有人按号段的样子编造了这个码。', 'Somebody made the code up after the pattern of the range.'],

  mistakenCheck: [
    '如果包装上印的就是这样，那么这个码本身有错：请不要只凭它相信商品的来历，问问店铺，或拨打 12345。',
    'If the package really says so, the code itself is wrong: do not trust the product for it. Ask the shop, or call 12345.',
  ],
  mistakenAs: ['按{name}来读', 'Read as {name}'],

  addressTitle: ['码里是一个网址', 'The code holds a web address'],
  addressCare: ['打开之前', 'Before you open it'],
  addressHost: ['网站', 'Website'],
  addressText: [
    '本平台不会打开它，也不能替它担保。先看清上面的网站名是不是生产单位或发码机构自己的；不要在里面付款、填写证件号或验证码。',
    'This platform does not open it and can not vouch for it. See whether the website above is that of the maker or the issuer itself; do not pay, and do not enter identity numbers or passcodes there.',
  ],

  personalTitle: ['这像是一个身份证号码', 'This looks like an identity card number'],
  personalWhyTitle: ['为什么不查', 'Why it is not looked up'],
  personalWhy1: [
    '身份证号码是个人信息，不是商品上的码。平台没有用它去查任何记录。',
    'An identity card number is personal information, not a code on a product. Nothing was looked up with it.',
  ],
  personalWhy2: [
    '本页不显示它，地址栏里也已经去掉它，平台不保存它。',
    'This page does not show it, it was taken out of the address, and the platform does not keep it.',
  ],
  personalWhy3: [
    '没有人可以用身份证号码在这里查到您买过什么、用过什么。',
    'Nobody can find out here with an identity number what you bought or used.',
  ],
  personalElse: ['如果它真的是商品上的码', 'If it really is a code on a product'],
  personalElseText: [
    '18 位的箱码（SSCC）前面带括号输入，例如 (00) 加 18 位数字，就不会弄混。',
    'Enter an 18-digit case code (SSCC) with its brackets, (00) before the 18 digits, and it will not be confused.',
  ],
} as const satisfies Record<string, Pair>;
