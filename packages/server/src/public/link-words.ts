import type { Pair } from '@yunsu/api';

/** Sentences about where codes point to, [zh, en]. */
export const linkWords = {
  linksTitle: ['这个码指向的网页', 'Where this code leads'],
  linksLead: [
    '由发码方或监管部门登记。打开前请看清网站名；本平台不担保其他网站的内容。',
    'Registered by the issuer of the code or a regulator. Look at the name of the website before you open it; this platform does not vouch for other websites.',
  ],
  linkOpen: ['打开', 'Open'],
  linkOther: ['其他链接', 'Another link'],
  linkDead: ['可能打不开', 'may be dead'],
  linkChoose: ['有几个网页都符合', 'Several pages fit'],
  linkChooseLead: ['请选择一个。', 'Please choose one.'],

  boardTitle: ['失效链接统计', 'Dead links'],
  boardLead: [
    '平台每天访问一次商品码指向的网页和发码机构的查询网址。这里按发码主体列出打不开的数量，最多的在前。',
    'Once a day the platform visits the pages that codes lead to and the query addresses of issuers. Here is how many of each issuer can not be opened, most first.',
  ],
  boardNone: ['还没有登记任何链接。', 'No links are registered yet.'],
  boardIssuer: ['发码主体', 'Issuer'],
  boardLinks: ['链接', 'Links'],
  boardAlive: ['能打开', 'Alive'],
  boardFailing: ['最近打不开', 'Failing'],
  boardDead: ['失效', 'Dead'],
  boardUnvisited: ['未访问', 'Not visited'],
  boardWorst: ['失效最久：{host}，自 {time}（{result}）', 'Dead longest: {host}, since {time} ({result})'],
  boardNext: ['下一页', 'Next page'],
  boardRules: ['怎样判定', 'How it is decided'],
  boardRulesText: [
    '对方明确回答“不存在”（404、410），或者连续三天都访问失败，记为失效；失败不足三天记为最近打不开；要求登录或限制访问的网页算能打开。恢复后立即改为能打开。',
    'An address is dead when its server says that there is nothing (404, 410), or when visits fail on three days in a row; before that it is failing. A page that wants a login or limits visits counts as alive. As soon as it answers again it is alive.',
  ],
} as const satisfies Record<string, Pair>;

/** What a visit found, where it is no status of HTTP, [zh, en]. */
export const resultWords: Readonly<Record<string, Pair>> = {
  'name not found': ['域名不存在', 'name not found'],
  'name not resolved': ['域名无法解析', 'name not resolved'],
  refused: ['拒绝连接', 'connection refused'],
  'connection broken': ['连接中断', 'connection broken'],
  unreachable: ['网络不可达', 'unreachable'],
  timeout: ['超时', 'timeout'],
  'certificate expired': ['证书已过期', 'certificate expired'],
  'certificate not yet valid': ['证书尚未生效', 'certificate not yet valid'],
  'certificate of another name': ['证书与域名不符', 'certificate of another name'],
  'certificate not trusted': ['证书不受信任', 'certificate not trusted'],
  'no TLS': ['不支持加密连接', 'no encrypted connection'],
  'private address': ['指向内部网络地址', 'private address'],
  'address not allowed': ['跳转到不允许的网址', 'redirect to an address that is not allowed'],
  'redirect to no address': ['跳转没有目标', 'redirect to no address'],
  'too many redirects': ['跳转过多', 'too many redirects'],
  'not HTTP': ['不是网页服务', 'not a web server'],
  failed: ['访问失败', 'failed'],
};
