import { expect, type Page, type Response } from '@playwright/test'

const id = /[0-9a-f]{8}-[0-9a-f-]{27}|(?<=\/)\d+(?=$|[/?])/g

/** Two addresses with the same key lead to pages of the same making. */
function keyOf(address: URL): string {
  const kind = address.pathname === '/settings/channels/new' ? address.searchParams.get('kind') : ''
  return `${address.pathname.replaceAll(id, ':id')} ${kind ?? ''}`.trim()
}

/** Without these the search has failed to find its way, whatever else it found. */
const certain = [
  ...['/', '/projects', '/projects/new', '/projects/:id', '/projects/:id/edit', '/projects/tags'],
  ...['/alerts', '/alerts/:id', '/settings/alerts', '/settings/channels', '/settings/channels/:id'],
  ...['/settings/channels/new', '/settings/channels/new dingtalk', '/settings/channels/new email'],
  ...['/settings/channels/new webhook', '/sources', '/sources/new', '/sources/:id'],
  ...['/deliveries', '/deliveries/:id', '/audit', '/audit/:id', '/account', '/system'],
  ...['/settings/subscriptions', '/settings/subscriptions/new', '/settings/subscriptions/:id'],
  ...['/settings/subscriptions/test', '/settings/groups', '/settings/groups/new'],
  ...['/settings/clusters', '/settings/clusters/new', '/settings/sign-in', '/settings/sign-in/new'],
  ...['/people', '/people/:id', '/settings/on-call', '/settings/on-call/:id'],
  ...[
    '/hosts',
    '/help/alert-events',
    '/system/parameters',
    '/settings/alerts/versions/:id',
    '/settings/alerts/level-rules/apply',
  ],
]

type Answer = Pick<Response, 'status' | 'text'>

/**
 * Follows every link from the first page, once for each kind of page, and opens each as it is told;
 * each has to answer.
 */
export async function walkPages(
  origin: string,
  open: (path: string) => Promise<Answer>,
): Promise<readonly string[]> {
  const waiting = [new URL('/', origin), new URL('/account', origin)]
  const found = new Map<string, string>()
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (found.has(keyOf(next))) continue
    const path = `${next.pathname}${next.search}`
    found.set(keyOf(next), path)
    const answer = await open(path)
    expect(answer.status(), `${path} is linked`).toBe(200)
    for (const [, href = ''] of (await answer.text()).matchAll(/<a\b[^>]*?\bhref="([^"]*)"/g)) {
      const link = new URL(href.replaceAll('&amp;', '&'), next)
      const isPage = !/^\/(api|metrics)\b/.test(link.pathname)
      if (link.origin === origin && isPage && !found.has(keyOf(link))) waiting.push(link)
    }
  }
  expect([...found.keys()]).toEqual(expect.arrayContaining(certain))
  return [...found.values()]
}

/** The pages that there are, without looking at any. */
export const findPages = (page: Page, origin: string): Promise<readonly string[]> =>
  walkPages(origin, (path) => page.request.get(path))
