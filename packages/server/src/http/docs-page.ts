import { operationNames, problems, type Route, routeOf } from '@yunsu/api';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const quote = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

const who = {
  anyone: '无需密钥 · no key needed',
  key: '需要密钥 · any key',
  party: '需要主体密钥 · key of a party',
  regulator: '需要监管密钥 · key of a regulator',
} as const;

type Shape = {
  type?: string;
  description?: string;
  anyOf?: { const?: unknown }[];
  minimum?: number;
  maximum?: number;
  default?: unknown;
};

function meaningOf(shape: Shape): string {
  const choices = shape.anyOf?.flatMap((one) => (one.const === undefined ? [] : [String(one.const)]));
  const parts = [
    choices && choices.length > 0 ? choices.join(' | ') : shape.type,
    shape.minimum === undefined ? undefined : `${shape.minimum}–${shape.maximum}`,
    shape.default === undefined ? undefined : `default ${shape.default}`,
    shape.description,
  ];
  return parts.filter(Boolean).join(', ');
}

function parameterRows(route: Route): string {
  const parts = [
    ['path', route.params],
    ['query', route.query],
    ['header', route.headers],
  ] as const;
  return parts
    .flatMap(([place, shape]) =>
      Object.entries(shape?.properties ?? {}).map(([name, one]) => {
        const needed = (shape?.required as readonly string[] | undefined)?.includes(name) ? ' *' : '';
        const meaning = quote(meaningOf(one as Shape));
        return `<tr><td><code>${quote(name)}</code>${needed}</td><td>${place}</td><td>${meaning}</td></tr>`;
      }),
    )
    .join('');
}

function section(name: (typeof operationNames)[number]): string {
  const route = routeOf(name);
  const rows = parameterRows(route);
  const statuses = [route.status, ...route.problems.map((code) => problems[code].status)];
  const body = route.body
    ? `<details><summary>Body</summary><pre>${quote(JSON.stringify(route.body, null, 1))}</pre></details>`
    : '';
  const answer = route.answer
    ? `<details><summary>Answer ${route.status}</summary><pre>${quote(JSON.stringify(route.answer, null, 1))}</pre></details>`
    : '';
  return `<section id="${name}"><h2>${route.method} <code>${quote(route.path)}</code></h2>
<p lang="zh">${quote(route.summary.zh)}</p><p>${quote(route.summary.en)}. <small>${who[route.who]}</small></p>
${rows ? `<table><tr><th>Name</th><th>In</th><th>Meaning</th></tr>${rows}</table>` : ''}
<p>${[...new Set(statuses)].join(', ')}</p>${body}${answer}</section>`;
}

function problemRows(): string {
  return Object.entries(problems)
    .map(
      ([code, row]) =>
        `<tr><td><code>${code}</code></td><td>${row.status}</td><td><span lang="zh">${quote(row.title.zh)}</span> · ${quote(row.title.en)}</td><td><span lang="zh">${quote(row.remedy.zh)}</span> · ${quote(row.remedy.en)}</td></tr>`,
    )
    .join('');
}

/** The operations for people: one page without a script, made from the same table as everything else. */
export function docsPage(): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>云溯 Yunsu API</title>
<meta name="viewport" content="width=device-width"><style>
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff}
section{border-top:1px solid #d0d7de;margin-top:2rem}h2{font-size:1.1rem}table{border-collapse:collapse;width:100%}
td,th{text-align:left;padding:.3rem .6rem;border:1px solid #d0d7de;vertical-align:top}pre{overflow:auto;background:#f6f8fa;padding:1rem}
a{color:#0550ae}small{color:#57606a}</style></head><body>
<h1>云溯 Yunsu API</h1><p><a href="/api/openapi.json">OpenAPI 3.1</a></p>
<nav><ul>${operationNames.map((name) => `<li><a href="#${name}">${name}</a></li>`).join('')}</ul></nav>
${operationNames.map(section).join('\n')}
<section id="problems"><h2>Problems</h2><table><tr><th>Code</th><th>Status</th><th>Title</th><th>Remedy</th></tr>${problemRows()}</table></section>
</body></html>`;
}
