import type { Page } from '@playwright/test'

/** Every text a reader sees or hears: what stands on the page, and the names and hints of controls. */
function textsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const silent = 'script, style, code, pre, kbd, q, noscript, [data-nextjs-router]'
    const language = document.documentElement.lang
    const isForeign = (element: Element | null) =>
      element?.closest(`[lang]:not([lang="${language}"])`) !== null
    const texts: string[] = [document.title]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      if (parent === null || parent.closest(silent) !== null || isForeign(parent)) continue
      texts.push(node.textContent ?? '')
    }
    for (const element of document.querySelectorAll(
      '[title], [aria-label], [placeholder], [alt]',
    )) {
      if (element.closest(silent) !== null || isForeign(element)) continue
      for (const name of ['title', 'aria-label', 'placeholder', 'alt']) {
        texts.push(element.getAttribute(name) ?? '')
      }
    }
    return texts.map((text) => text.trim()).filter((text) => text !== '')
  })
}

const areas =
  'common|frame|signIn|hosts|help|now|projectLife|projects|alerts|settings|backtest|levelRules|' +
  'channels|deliveries|audit|silences|subscriptions|system|parameters|account|errors|' +
  'templates|clusters|people|onCall|access|signInSettings'
const key = new RegExp(`\\b(?:${areas})(?:\\.[a-z][A-Za-z_]+)+\\b`, 'g')

/** Keys that stand where their text should, and arguments that were not filled in. */
export async function rawKeys(page: Page): Promise<readonly string[]> {
  const texts = await textsOf(page)
  return texts.flatMap((text) =>
    [...text.matchAll(key), ...text.matchAll(/(?<!\$)\{\w+\}/g)].map(String),
  )
}

/** Names, units and terms that are written so in Chinese too. */
const borrowed = new Set(
  [
    ...['Highwater', 'DingTalk', 'Markdown', 'Webhook', 'Webhooks', 'Standard', 'GitHub', 'worker'],
    ...[
      'PostgreSQL',
      'MySQL',
      'OceanBase',
      'GRANT',
      'TLS',
      'STARTTLS',
      'SMTP',
      'PEM',
      'SHA',
      'CSV',
    ],
    ...['API', 'URL', 'HTTP', 'HTTPS', 'GET', 'POST', 'PUT', 'PATCH', 'JSON', 'UTC', 'CIDR', 'SEC'],
    ...[
      'CPU',
      'DDL',
      'DML',
      'Lark',
      'Slack',
      'Incoming',
      'Microsoft',
      'Teams',
      'Power',
      'Automate',
    ],
    ...['Telegram', 'BotFather', 'WeCom', 'AgentId', 'UserID', 'user', 'open', 'here', 'channel'],
    ...[
      'all',
      'key',
      'Secret',
      'Asia',
      'Shanghai',
      'OMS',
      'OCP',
      'ping',
      'SSH',
      'OOM',
      'DNS',
      'top',
    ],
    ...['PagerDuty', 'Prometheus', 'Alertmanager', 'Keycloak', 'Entra', 'OpenID', 'eyJ'],
    ...['OAuth', 'XOAUTH', 'CRAM', 'LOGIN', 'PLAIN', 'Client', 'Issuer', 'Scope', 'ISO'],
    ...['firing', 'repeat', 'resolved', 'digest', 'test', 'project', 'host', 'source'],
    ...['event', 'level', 'XML'],
    ...['active', 'inactive', 'JWKS', 'team', 'dba', 'shell', 'groups', 'roles', 'ASCII', 'Events'],
    ...['Integration', 'Excel', 'xlsx', 'end', 'session', 'Basic'],
    ...['timedatectl', 'chronyc', 'tracking'],
    ...['Authorization', 'Bearer', 'curl', 'token', 'access', 'userId', 'socks', 'Chrome', 'Linux'],
  ].map((word) => word.toLowerCase()),
)

/** What the journeys have typed in, and what is data of the program itself. */
const data = [
  /简体中文|繁體中文|\b(?:ROOT|ADMIN)(?:-VIEWER)?\b|client_secret_\w+|offline_access|openid/g,
  // Names of template variables, and the codes that they stand for.
  /插入 [a-z_.]+|\b[a-z]+(?:_[a-z]+)+\b/g,
  /connect ECONN\w+ [\d.:]+/g,
  /pay_orders|pay-orders|crm_customers|dw_facts|migration_of_\w+|DBA_group|值班邮箱|pager_\w+/g,
  /shop primary|signals of the night job|\bcore\b|\bpayments\b|\bDefault(?: subscription)?\b|bootstrap token|\bnode\b/g,
  /[\w.+-]+@[\w.]+|https?:\/\/\S+|smtp\.example\.com|[0-9a-f]{8}-[0-9a-f-]{27}|\b[A-Z]\d+\b/g,
  /(?:Playwright|Mozilla)\/.*|HIGHWATER_\w+|pg_monitor|\$\{\w+\}|\b[a-z]+[A-Z]\w+\b/g,
]

/** Names of languages stand in their own language. */
const languages = /^(?:English|简体中文|繁體中文|中文|Switch to English|切换到中文)$/

/** Words of the other language that a reader of this one would stumble over. */
export async function foreignWords(
  page: Page,
  language: 'zh-CN' | 'en',
): Promise<readonly string[]> {
  const texts = (await textsOf(page))
    .filter((text) => !languages.test(text))
    .map((text) => data.reduce((rest, known) => rest.replaceAll(known, ' '), text))
  if (language === 'en') return texts.filter((text) => /\p{Script=Han}/u.test(text))
  return texts.filter((text) =>
    [...text.matchAll(/[A-Za-z]{3,}/g)].some(([word]) => !borrowed.has(word.toLowerCase())),
  )
}
