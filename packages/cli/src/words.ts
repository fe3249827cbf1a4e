/** A language that the command speaks; Chinese is the default. */
export type Language = 'zh' | 'en';

interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Every text of the command that a person reads, in both languages. `{name}` is filled by `say`. */
export const texts = {
  usage: {
    zh: `云溯：重要产品追溯

用法
  yunsu capture FILE…           提交 EPCIS 文档（多个文件，按顺序）
  yunsu trace CODE              来源与去向
  yunsu claims CODE             按记录计算的来源占比与计算过程
  yunsu completeness CODE       记录的完整度：得分与计算过程、未闭合的发货与收货
  yunsu stock CODE              结存：还剩多少、在谁手中，与平衡计算
  yunsu balance PARTY PRODUCT   进销存核对：售出是否多于期初加购入（须给 --from、--to）
  yunsu history CODE            一个编码的全部事件
  yunsu identify CODE           这是什么编码（无需联网）
  yunsu registers FILE…         载入主体、场所、产品与许可
  yunsu codes ranges            本方号段
  yunsu codes order RANGE COUNT 从号段领取编码
  yunsu codes print ORDER       登记已印；activate 登记激活，void 作废
  yunsu codes reconcile ORDER   核销：清点标签，结束领码单
  yunsu codes list [ORDER]      领码单；给出单号则列出其编码
  yunsu label CODE              绘制一个编码的标签（SVG、PNG、PDF、ZPL）
  yunsu sheet LAYOUT CODE…      批量排版打印；--order 打印领码单的标签

选项
  --url URL                     服务地址（YUNSU_URL），默认 http://127.0.0.1:8420
  --key KEY                     密钥（YUNSU_KEY）；本机演示环境自动取用 var/demo/credentials.json
  --json                        输出 JSON
  --lang zh|en                  语言，默认 zh
  --proceed                     capture：跳过有误的事件，其余照收
  --direction back|forward|both trace：方向，默认 both
  --from TIME --to TIME         trace、balance：只看这段时间（RFC 3339）
  --depth N                     trace：最多 N 级
  --at TIME --known-at TIME     stock：截至该时刻发生的；stock、balance：截至该时刻已登记的
  --csv                         stock：输出 CSV 表
  {traceForms}
                                trace：各加 FILE，同时写成文件；- 表示只输出该文件到标准输出
  --xlsx FILE                   history：同时写成 Excel 工作簿
  --random                      codes order：随机流水号（默认按顺序）
  --lot LOT --note NOTE         codes order：标签上的批号；备注
  --positions 3-8 | --code CODE codes print、activate、void：只对这些编码（--code 可重复）
  --reason REASON               codes void：spoiled、lost、unused、wrong
  --applied N --spoiled N --left N  codes reconcile：已贴、损坏、剩余的标签数
  --state STATE                 codes list ORDER：只列出处于该状态的编码
  --idempotency-key KEY         codes：以同一键重发，不会重复执行
  --kind KIND                   label、sheet：qr（默认）、datamatrix、gs1-128、sscc、certificate（承诺达标合格证）
  --form FORM --out FILE        label：svg、png、pdf、zpl；sheet：pdf、zpl；写入的文件
  --dpi 203|300|600             label、sheet：打印机分辨率
  --order ID --positions 3-8    sheet：打印该领码单的这些序号（默认全部）
  --title TEXT --start-at N     sheet：印在标签上的品名；从第 N 张空白标签开始
  --certificate FILE            sheet：合格证内容（JSON 文件）
  LAYOUT                        a4-2x5、a4-3x8、a4-5x13、roll-100x150、roll-100x60、roll-60x40、roll-40x30

退出码：0 成功；1 有错误或被拒绝；2 用法错误；3 服务无法连接`,
    en: `Yunsu: where important products came from and where they went

Usage
  yunsu capture FILE…           send EPCIS documents (several files, in order)
  yunsu trace CODE              where it came from and went
  yunsu claims CODE             what the records prove of its origin, with the working
  yunsu completeness CODE       how complete its records are: the score with its working, what is open
  yunsu stock CODE              where the rest of it is, with the balance that explains it
  yunsu balance PARTY PRODUCT   whether a party gave more than it had and got (with --from and --to)
  yunsu history CODE            every event of a code
  yunsu identify CODE           what kind of code this is (works offline)
  yunsu registers FILE…         load parties, places, products and licences
  yunsu codes ranges            own ranges of codes
  yunsu codes order RANGE COUNT reserve codes of a range
  yunsu codes print ORDER       say that they are printed; activate: in use; void: void
  yunsu codes reconcile ORDER   account for the labels and end the order
  yunsu codes list [ORDER]      orders; with the number of one, its codes
  yunsu label CODE              draw the label of a code (SVG, PNG, PDF, ZPL)
  yunsu sheet LAYOUT CODE…      print labels on sheets or rolls; --order for those of an order

Options
  --url URL                     the server (YUNSU_URL), http://127.0.0.1:8420 by default
  --key KEY                     the key (YUNSU_KEY); a local demo's is read from var/demo/credentials.json
  --json                        print JSON
  --lang zh|en                  language, zh by default
  --proceed                     capture: leave out wrong events and keep the others
  --direction back|forward|both trace: which way, both by default
  --from TIME --to TIME         trace, balance: only this time (RFC 3339)
  --depth N                     trace: at most N levels
  --at TIME --known-at TIME     stock: what had happened by then; stock, balance: what had been recorded by then
  --csv                         stock: print a table of comma-separated values
  {traceForms}
                                trace: each with FILE, write it too in that form; - prints the file alone
  --xlsx FILE                   history: write it too, as an Excel workbook
  --random                      codes order: random numbers, in sequence by default
  --lot LOT --note NOTE         codes order: the lot on the labels; a note
  --positions 3-8 | --code CODE codes print, activate, void: only these (--code may be repeated)
  --reason REASON               codes void: spoiled, lost, unused, wrong
  --applied N --spoiled N --left N  codes reconcile: labels on products, spoiled, left over
  --state STATE                 codes list ORDER: only codes in this state
  --idempotency-key KEY         codes: sent again with the same key, nothing is done twice
  --kind KIND                   label, sheet: qr (default), datamatrix, gs1-128, sscc, certificate (of compliance)
  --form FORM --out FILE        label: svg, png, pdf, zpl; sheet: pdf, zpl; the file to write
  --dpi 203|300|600             label, sheet: resolution of the printer
  --order ID --positions 3-8    sheet: these positions of an order, all by default
  --title TEXT --start-at N     sheet: the product's name on each label; begin at the Nth free label
  --certificate FILE            sheet: what the certificate says, a JSON file
  LAYOUT                        a4-2x5, a4-3x8, a4-5x13, roll-100x150, roll-100x60, roll-60x40, roll-40x30

Exit codes: 0 done; 1 faults found or refused; 2 wrong usage; 3 server not reached`,
  },
  storiesUsage: {
    zh: `用法：npm run stories -- [--url URL --key KEY] [--json] [--lang zh|en] [S01 …]
KEY 是监管密钥：载入登记、签发故事所用的密钥并查询。不给 --url 时启动一个全新的临时服务。`,
    en: `Usage: npm run stories -- [--url URL --key KEY] [--json] [--lang zh|en] [S01 …]
KEY is a regulator's: it loads the registers, issues the keys of the stories and asks. Without --url a fresh server is started for the run.`,
  },
  unknownCommand: { zh: '没有这个命令：{name}', en: 'There is no such command: {name}' },
  noCommand: { zh: '请给出命令', en: 'Name a command' },
  codeNeeded: { zh: '{name} 需要且只需要一个编码', en: '{name} takes exactly one code' },
  filesNeeded: { zh: '{name} 需要至少一个文件', en: '{name} takes at least one file' },
  filesTooMany: { zh: '一次最多 {max} 个文件', en: 'At most {max} files at a time' },
  optionWrong: { zh: '选项有误：{detail}', en: 'Wrong option: {detail}' },
  optionElsewhere: { zh: '选项 --{option} 不用于 {name}', en: 'Option --{option} is not for {name}' },
  urlWrong: { zh: '服务地址不是 http(s) 网址：{url}', en: 'The server is not an http(s) address: {url}' },
  choiceWrong: { zh: '--{option} 只能是 {choices}', en: '--{option} must be one of {choices}' },
  fileNameNeeded: { zh: '--{option} 需要文件名', en: '--{option} needs the name of a file' },
  fileTwice: { zh: '{file} 只能写入一种格式', en: '{file} can be written in one form only' },
  oneOutput: {
    zh: '标准输出只能有一份：- 与 --json 不能并用，也不能有两个 -',
    en: 'Standard output holds one answer: neither - with --json, nor - twice',
  },
  depthWrong: {
    zh: '--depth 必须是 1 至 {max} 的整数',
    en: '--depth must be a whole number from 1 to {max}',
  },
  numberWrong: {
    zh: '{option} 必须是 0 至 {max} 的整数',
    en: '{option} must be a whole number from 0 to {max}',
  },
  positionsWrong: {
    zh: '--positions 形如 3-8 或 3',
    en: '--positions is written as 3-8 or 3',
  },
  balanceUsage: {
    zh: 'balance 的参数：PARTY PRODUCT --from TIME --to TIME',
    en: 'balance takes: PARTY PRODUCT --from TIME --to TIME',
  },
  codesUsage: {
    zh: 'codes 的参数：ranges；order RANGE COUNT；print|activate|void|reconcile ORDER；list [ORDER]',
    en: 'codes takes: ranges; order RANGE COUNT; print|activate|void|reconcile ORDER; list [ORDER]',
  },
  sheetUsage: {
    zh: 'sheet 的参数：LAYOUT CODE…；或 LAYOUT --order ID [--positions 3-8]',
    en: 'sheet takes: LAYOUT CODE…; or LAYOUT --order ID [--positions 3-8]',
  },
  labelsTooMany: { zh: '一次最多 {max} 张标签', en: 'At most {max} labels at a time' },
  fileWritten: { zh: '已写入 {file}（{bytes} 字节）', en: 'Wrote {file} ({bytes} bytes)' },
  voidLeftOut: { zh: '已作废、未排版的编码：{count} 个', en: 'Void codes without a label: {count}' },
  fileThere: {
    zh: '{file}：已存在，未覆盖。请换一个文件名或先移走它',
    en: '{file}: is there already and was not written over. Name another file, or move it away first',
  },
  fileUnwritable: { zh: '{file}：无法写入（{detail}）', en: '{file}: cannot be written ({detail})' },
  sendAgain: {
    zh: '请求可能已执行；以 --idempotency-key {key} 重发不会重复执行',
    en: 'The request may have been carried out; sent again with --idempotency-key {key} it is not done twice',
  },
  numbersLeft: { zh: '剩余 {count}', en: '{count} left' },
  orderCounts: {
    zh: '{reserved} 已领 + {printed} 已印 + {active} 激活 + {void} 作废 = {count}',
    en: '{reserved} reserved + {printed} printed + {active} active + {void} void = {count}',
  },
  reconciled: { zh: '已核销', en: 'reconciled' },
  unexplained: { zh: '{count} 张标签去向不明', en: '{count} labels unaccounted for' },
  reserved: { zh: '已领', en: 'reserved' },
  printed: { zh: '已印', en: 'printed' },
  active: { zh: '激活', en: 'active' },
  void: { zh: '作废', en: 'void' },
  timeWrong: {
    zh: '--{option} 不是 RFC 3339 时间，例如 2026-08-18T07:30:00+08:00',
    en: '--{option} is not an RFC 3339 time such as 2026-08-18T07:30:00+08:00',
  },
  unreachable: { zh: '无法连接 {url}：{detail}', en: '{url} cannot be reached: {detail}' },
  fileUnreadable: { zh: '{file}：无法读取（{detail}）', en: '{file}: cannot be read ({detail})' },
  fileTooLarge: { zh: '{file}：超过 {max} 字节', en: '{file}: larger than {max} bytes' },
  notJson: { zh: '{file}：不是 JSON（{detail}）', en: '{file}: not JSON ({detail})' },
  stored: { zh: '{stored} 个事件已入库', en: '{stored} events stored' },
  repeats: { zh: '{repeats} 个已有', en: '{repeats} known already' },
  refused: { zh: '{refused} 个被拒', en: '{refused} refused' },
  jobRefused: {
    zh: '整份文档被拒，未写入任何事件',
    en: 'the document is refused as a whole, nothing is stored',
  },
  jobRunning: {
    zh: '仍在处理，任务号 {id}，请稍后查询',
    en: 'still at work; ask later for capture job {id}',
  },
  captureTotal: {
    zh: '{files} 个文件：{stored} 个事件入库，{repeats} 个已有，{refused} 个被拒',
    en: '{files} files: {stored} events stored, {repeats} known already, {refused} refused',
  },
  registersLoaded: {
    zh: '主体 {parties}，场所 {places}，产品 {products}，许可 {licences}',
    en: 'parties {parties}, places {places}, products {products}, licences {licences}',
  },
  noCandidate: { zh: '无法识别该编码', en: 'This code can be read in no known scheme' },
  noEvents: { zh: '没有可见的事件', en: 'No event to be seen' },
  back: { zh: '来源', en: 'Came from' },
  forward: { zh: '去向', en: 'Went to' },
  gaps: { zh: '记录未能说明之处', en: 'What the record does not explain' },
  knownAt: { zh: '截至 {time} 的记录', en: 'As known at {time}' },
  truncated: {
    zh: '未完：已达上限 {limit}（{max}）',
    en: 'Not complete: the limit {limit} ({max}) was reached',
  },
  moreAlike: { zh: '…… 另有 {count} 个同样的', en: '… {count} more alike' },
  moreLines: { zh: '…… 另有 {count} 行', en: '… {count} more lines' },
  seenAbove: { zh: '（见上文）', en: '(see above)' },
  inTransit: { zh: '在途', en: 'in transit' },
  voided: { zh: '已声明有误', en: 'declared erroneous' },
  unknownHolder: { zh: '不明', en: 'unknown' },
  originUnits: { zh: '{count} 个追溯单元', en: 'units: {count}' },
  noOrigins: { zh: '没有记录说明其来源。', en: 'No record says where it came from.' },
  explained: { zh: '来源已说明：{text}', en: 'Explained: {text}' },
  mixtures: {
    zh: '计算过程（每项投入占产出的比例）',
    en: 'The working (what part of the output each input makes up)',
  },
  excess: {
    zh: '  付出的比期初结存与有记录的来源多 {text}。',
    en: '  {text} more went out than there was and than the records brought in.',
  },
  nothingTraded: { zh: '这段时间没有可见的进出与结存。', en: 'Nothing came, went or was there.' },
  nothingLeft: { zh: '没有结存。', en: 'Nothing is left of it.' },
  left: { zh: '结存', en: 'left' },
  unmeasured: { zh: '未计量', en: 'not measured' },
  moreEvents: { zh: '…… 另有 {count} 个事件', en: '… {count} more' },
  upTo: { zh: '至多 {text}', en: 'up to {text}' },
  legMatched: { zh: '发货与收货相符', en: 'shipped and received' },
  legEnded: { zh: '已终结', en: 'ended' },
  legCount: { zh: '{count} 段', en: 'legs: {count}' },
  termExplained: { zh: '已说明', en: 'explained' },
  termOpen: { zh: '未说明', en: 'open' },
  nothingToExplain: { zh: '无可说明', en: 'nothing to explain' },
  scoreOn: { zh: '向后一步', en: 'One hop on' },
  scoreBack: { zh: '向前一步', en: 'One hop back' },
  scoreBoth: { zh: '合计', en: 'Both' },
  openLegs: { zh: '未闭合', en: 'Open' },
  holders: { zh: '持有者', en: 'Holders' },
  silentFor: {
    zh: '已 {days} 天无记录（允许 {allowed} 天）',
    en: 'silent for {days} days ({allowed} allowed)',
  },
  lastWord: { zh: '最近记录在 {days} 天前', en: 'last record {days} days ago' },
  gapShipment: { zh: '已发货，未见收货', en: 'shipped, no receipt seen' },
  gapReceipt: { zh: '已收货，未见发货', en: 'received, no shipment seen' },
  gapRemoval: { zh: '减少原因不明', en: 'a removal that nothing explains' },
  gapHolder: { zh: '持有者不明', en: 'holder unknown' },
  endSold: { zh: '售出', en: 'sold' },
  endConsumed: { zh: '用去', en: 'consumed' },
  endDestroyed: { zh: '销毁', en: 'destroyed' },
  endSampled: { zh: '取样', en: 'sampled' },
  endEnded: { zh: '终止', en: 'ended' },
  pass: { zh: '通过', en: 'PASS' },
  fail: { zh: '未通过', en: 'FAIL' },
  notYet: { zh: '尚未覆盖', en: 'not yet' },
  storyLoaded: {
    zh: '{id} {title}：{documents} 份文档，{stored} 个事件入库，{repeats} 个已有',
    en: '{id} {title}: {documents} documents, {stored} events stored, {repeats} known already',
  },
  storyRefused: { zh: '{id}：文档 {file} 被拒：{detail}', en: '{id}: document {file} is refused: {detail}' },
  urlAndKey: { zh: '--url 与 --key 须同时给出', en: '--url and --key belong together' },
  storyUnknown: { zh: '没有这个故事：{id}', en: 'There is no such story: {id}' },
  storiesTotal: {
    zh: '{passed} 项通过，{failed} 项未通过（另有 {later} 项尚未覆盖）',
    en: '{passed} passed, {failed} failed ({later} not yet)',
  },
} as const satisfies Record<string, Text>;

export type TextName = keyof typeof texts;

/** The text in the language, with `{name}` replaced by the value of that name. */
export function say(
  language: Language,
  name: TextName,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return texts[name][language].replace(/\{(\w+)\}/g, (whole, key: string) => `${values[key] ?? whole}`);
}
