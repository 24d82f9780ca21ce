// What a browser is shown at `/`: Apollo Sandbox where the internet is, our own explorer where it is not.
import { randomBytes } from 'node:crypto';
import { type Exchange, replyText } from '../http/reply';
import type { ReadyOperation } from './read-operations';

const CDN = 'https://embeddable-sandbox.cdn.apollographql.com';
const FRAME = 'https://sandbox.embed.apollographql.com';
/** How long the CDN may take before the page offers the explorer. */
const OFFER_AFTER_MS = 2_000;

export interface SandboxPageOptions {
  /** Whether the gateway has an explorer of its own at `/explorer`. */
  explorer: boolean;
  /** Whether Apollo Sandbox is tried first; never without the explorer, which is what remains when it does not come. */
  sandbox: boolean;
  operations: ReadyOperation[];
}

/** With neither Sandbox nor explorer there is still a page that says where the graph is. */
export function createSandboxPage({ explorer, sandbox, operations }: SandboxPageOptions) {
  return function showFrontPage(exchange: Exchange): void {
    exchange.response.setHeader('vary', 'accept');
    if (explorer && !sandbox) return leadTo(exchange, '/explorer');
    const nonce = randomBytes(16).toString('base64');
    const tried = explorer && sandbox;
    exchange.response.setHeader('content-security-policy', contentPolicy(nonce, tried));
    replyText(exchange, 200, 'text/html', page(nonce, tried, explorer ? operations : []));
  };
}

function leadTo(exchange: Exchange, address: string): void {
  exchange.response.setHeader('location', address);
  replyText(exchange, 302, 'text/plain', `${address}\n`);
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
  body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; color: #1d2430; background: #fff; margin: 0; }
  main { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
  code { background: #f0f2f5; padding: 0 .3em; }
  a { color: #0b57a4; }
  #offer { border: 2px solid #0b57a4; border-radius: .5rem; padding: .5rem 1rem; margin: 1rem 0; }
  #offer a, #offer button { font: inherit; display: inline-block; background: #0b57a4; color: #fff; border: 0; border-radius: .3rem; padding: .4rem 1rem; text-decoration: none; cursor: pointer; }
  #sandbox, #sandbox iframe { position: fixed; inset: 0; width: 100%; height: 100%; border: 0; background: #fff; }
  #sandbox:empty { display: none; }
  [hidden] { display: none !important; }
</style>
</head>
<body>
<main>
<h1>联席 Lianxi</h1>
<p>这里是数据图的入口。向 <code>/graphql</code> 用 POST 发送 GraphQL 查询即可。<br>
<span lang="en">This is the door of the graph. Send GraphQL queries to <code>/graphql</code> by POST.</span></p>
${sandbox ? sandboxOffer() : ''}
<p>数据图的全部类型和说明 · <span lang="en">All types with their descriptions</span>: <a href="/schema.graphql">/schema.graphql</a></p>
${operationList(operations)}
</main>
<div id="sandbox"></div>
${sandbox ? sandboxScript(nonce) : ''}
</body>
</html>
`;
}

function operationList(operations: ReadyOperation[]): string {
  if (operations.length === 0) return '';
  const items = operations.map(({ file, text }) => {
    const title = /^#\s*(?:\d+\s)?\s*(.+)$/m.exec(text)?.[1] ?? '';
    return `<li><a href="/operations/${escapeHtml(file)}">${escapeHtml(file)}</a> ${escapeHtml(title)}</li>`;
  });
  return `<h2>现成的查询 Ready-made queries</h2>\n<ol>\n${items.join('\n')}\n</ol>`;
}

/** The explorer's link is there without any script; the box around it speaks up when the CDN does not. */
function sandboxOffer(): string {
  return `<p id="waiting">正在从互联网载入 Apollo Sandbox …… <span lang="en">Apollo Sandbox is loading from the internet …</span>
<a href="/explorer">/explorer</a></p>
<div id="offer" role="status" hidden>
<p>Apollo Sandbox 没有从互联网载入（内网常见）。本机自带的查询工具不需要互联网。<br>
<span lang="en">Apollo Sandbox did not load from the internet, as is usual on an intranet. The gateway's own explorer needs none.</span></p>
<p><a href="/explorer">打开查询工具 Open the explorer</a>
<button type="button" id="late" hidden>Apollo Sandbox 已载入，打开 It has loaded after all: open</button></p>
</div>`;
}

/** A Sandbox that comes late never takes the page from under a reader's hands: it waits to be asked for. */
function sandboxScript(nonce: string): string {
  return `<script nonce="${nonce}">
  (function () {
    var byId = function (id) { return document.getElementById(id); };
    var offered = false;
    var timer = setTimeout(offer, ${OFFER_AFTER_MS});
    function offer() {
      offered = true;
      byId('waiting').hidden = true;
      byId('offer').hidden = false;
    }
    function open() {
      byId('waiting').hidden = true;
      new window.EmbeddedSandbox({
        target: '#sandbox',
        initialEndpoint: new URL('/graphql', window.location.href).href,
        endpointIsEditable: false,
        runTelemetry: false,
        allowDynamicStyles: false,
      });
    }
    var script = document.createElement('script');
    script.nonce = '${nonce}';
    script.src = '${CDN}/v2/embeddable-sandbox.umd.production.min.js';
    script.addEventListener('error', function () { clearTimeout(timer); offer(); });
    script.addEventListener('load', function () {
      clearTimeout(timer);
      if (!offered) return open();
      byId('late').hidden = false;
      byId('late').addEventListener('click', open);
    });
    document.head.appendChild(script);
  })();
</script>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
