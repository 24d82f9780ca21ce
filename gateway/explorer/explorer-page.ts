// The page that a browser is shown: Apollo Sandbox where the internet is, and always the graph's own links.
import { randomBytes } from 'node:crypto';
import { type Exchange, replyText } from '../http/reply';
import type { ReadyOperation } from './read-operations';

const CDN = 'https://embeddable-sandbox.cdn.apollographql.com';
const FRAME = 'https://sandbox.embed.apollographql.com';

export interface ExplorerPageOptions {
  sandbox: boolean;
  operations: ReadyOperation[];
}

/** Everything in the page works without the Sandbox; its script comes late and only then takes the page over. */
export function createExplorerPage({ sandbox, operations }: ExplorerPageOptions) {
  return function showExplorer(exchange: Exchange): void {
    const nonce = randomBytes(16).toString('base64');
    exchange.response.setHeader('content-security-policy', contentPolicy(nonce, sandbox));
    exchange.response.setHeader('vary', 'accept');
    replyText(exchange, 200, 'text/html', page(nonce, sandbox, operations));
  };
}

function contentPolicy(nonce: string, sandbox: boolean): string {
  const own = [
    `default-src 'none'`,
    `style-src 'nonce-${nonce}'${sandbox ? ` ${CDN}` : ''}`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ];
  const forSandbox = [`script-src 'nonce-${nonce}' ${CDN}`, `frame-src ${FRAME}`, `img-src ${CDN}`];
  return [...own, ...(sandbox ? forSandbox : [])].join('; ');
}

function page(nonce: string, sandbox: boolean, operations: ReadyOperation[]): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>联席 Lianxi</title>
<style nonce="${nonce}">
  body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
  code { background: #f2f2f2; padding: 0 .3em; }
  #sandbox, #sandbox iframe { position: fixed; inset: 0; width: 100%; height: 100%; border: 0; background: #fff; }
  #sandbox:empty { display: none; }
</style>
</head>
<body>
<h1>联席 Lianxi</h1>
<p>这里是数据图的入口。向 <code>/graphql</code> 用 POST 发送 GraphQL 查询即可。<br>
This is the door of the graph. Send GraphQL queries to <code>/graphql</code> by POST.</p>
<p>数据图的全部类型和说明 · All types with their descriptions: <a href="/schema.graphql">/schema.graphql</a></p>
${operationList(operations)}
${sandbox ? sandboxNote() : ''}
<div id="sandbox"></div>
${sandbox ? sandboxScript(nonce) : ''}
</body>
</html>
`;
}

function operationList(operations: ReadyOperation[]): string {
  if (operations.length === 0) return '';
  const items = operations.map(({ file, text }) => {
    const title = /^#\s*(.+)$/m.exec(text)?.[1] ?? '';
    return `<li><a href="/operations/${escapeHtml(file)}">${escapeHtml(file)}</a> ${escapeHtml(title)}</li>`;
  });
  return `<h2>现成的查询 Ready-made queries</h2>\n<ol>\n${items.join('\n')}\n</ol>`;
}

function sandboxNote(): string {
  return `<p id="note">查询工具 Apollo Sandbox 从互联网载入；如果没有出现，请使用上面的链接。<br>
The query tool, Apollo Sandbox, loads from the internet; if it does not appear, use the links above.</p>`;
}

function sandboxScript(nonce: string): string {
  return `<script nonce="${nonce}" src="${CDN}/v2/embeddable-sandbox.umd.production.min.js" id="sandbox-script" async></script>
<script nonce="${nonce}">
  document.getElementById('sandbox-script').addEventListener('load', function () {
    new window.EmbeddedSandbox({
      target: '#sandbox',
      initialEndpoint: new URL('/graphql', window.location.href).href,
      endpointIsEditable: false,
      runTelemetry: false,
      allowDynamicStyles: false,
    });
  });
</script>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
