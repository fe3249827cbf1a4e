import type { Pair } from '@yunsu/api';

/** Sentences about where codes point to, [zh, en]. */
export const linkWords = {
  linksTitle: ['扫码后可去的链接', 'Where the code leads'],
  linksLead: [
    '扫码的人会看到这些链接；默认链接是不选类型时打开的那一条。没有默认链接时打开本平台的公众页面。',
    'People who scan are offered these links; the default one opens where no type is asked for. Without a default it is our own page.',
  ],
  linksOfNone: ['没有登记链接，扫码打开本平台的公众页面。', 'No links: a scan opens our own page.'],
  linksEdit: ['编辑链接', 'Edit links'],
  linkType: ['类型', 'Type'],
  linkTitle: ['名称', 'Title'],
  linkAddress: ['网址', 'Address'],
  linkLanguages: ['语言', 'Languages'],
  linkLanguagesHint: ['如 zh-CN, en；可留空', 'such as zh-CN, en; may be empty'],
  linkMedia: ['内容格式', 'Media type'],
  linkHealth: ['健康', 'Health'],
  linkDefault: ['默认', 'default'],
  linkInherited: ['来自 {anchor}', 'from {anchor}'],
  linkAdd: ['添加一条', 'Add a link'],
  linkRemove: ['删除', 'Remove'],
  linkMakeDefault: ['设为默认', 'Make default'],
  linkNoDefault: ['取消默认', 'No default'],
  linkUndo: ['撤销上一步', 'Undo'],
  linkSave: ['保存 {count} 条链接', 'Save {count} links'],
  linkUnchanged: ['没有改动', 'Nothing changed'],
  linkNumber: ['第 {number} 条', 'Link {number}'],
  linkOther: ['其他关系（填网址）', 'Another relation (a URI)'],
  linkRelation: ['关系的网址', 'URI of the relation'],
  linkAddressWrong: [
    '请填 http:// 或 https:// 开头的完整网址',
    'Enter a whole address that begins with http:// or https://',
  ],
  linkTitleWrong: ['请填写名称', 'Enter a title'],
  linkTypeWrong: [
    '请填 http:// 或 https:// 开头的关系网址',
    'Enter the URI of the relation, with http:// or https://',
  ],
  linkLanguageWrong: [
    '“{tag}”不是语言代码，请写成 zh-CN、en',
    '“{tag}” is no language code; write zh-CN, en',
  ],
  linksMost: ['一个编码最多 {max} 条链接', 'A code has at most {max} links'],
  linksSaved: [
    '链接已保存。新的链接会在下次巡检时检查。',
    'The links are saved. New ones are checked on the next visit.',
  ],
  visited: ['{time} 检查：{result}', 'visited {time}: {result}'],

  healthTitle: ['链接健康', 'Link health'],
  healthLead: [
    '平台每天访问编码指向的网址。这里按发码主体统计，失效多的排在前面。',
    'The platform visits every day what codes lead to. Issuers are listed with the most dead links first.',
  ],
  healthIssuer: ['发码主体', 'Issuer'],
  healthLinks: ['链接', 'Links'],
  healthBalance: ['结果', 'Result'],
  healthWorst: ['失效最久的链接', 'Dead for the longest'],
  healthSince: ['自 {time} 起失效（{result}）', 'dead since {time} ({result})'],
  healthNoneDead: ['没有失效链接', 'no dead links'],
  healthNone: [
    '还没有登记任何链接。可在单元页为编码登记链接。',
    'No links are registered yet. Add some on the page of a unit.',
  ],
} as const satisfies Readonly<Record<string, Pair>>;
