import type { Page, Response } from '@playwright/test'

export interface Traffic {
  /** What the browser's console reported as an error, and what scripts threw. */
  readonly complaints: readonly string[]
  /** Every text that the server has sent to the page. */
  readonly texts: () => Promise<string>
}

/** Listens to a page from now on. */
export function watchTraffic(page: Page): Traffic {
  const complaints: string[] = []
  const received: Promise<string>[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()} ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`))
  page.on('response', (answer) => {
    const isText = /html|json|text\/x-component/.test(answer.headers()['content-type'] ?? '')
    if (isText) received.push(answer.text().catch(() => ''))
  })
  return { complaints, texts: async () => (await Promise.all(received)).join('\n') }
}

/** What is wrong with the headers of a page; its own nonce is left in the set. */
export function headerFaults(answer: Response, nonces: Set<string>): readonly string[] {
  const headers = answer.headers()
  const policy = headers['content-security-policy'] ?? ''
  const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy) ?? []
  const kept = {
    'scripts need the nonce': policy.includes(`script-src 'self' 'nonce-${nonce}'`),
    'no text becomes a script': !policy.includes('unsafe-eval'),
    'the nonce is its own': nonce !== '' && !nonces.has(nonce),
    'types are not guessed': headers['x-content-type-options'] === 'nosniff',
    'nobody frames it': headers['x-frame-options'] === 'DENY',
    'addresses are not told': headers['referrer-policy'] !== undefined,
  }
  nonces.add(nonce)
  return Object.entries(kept).flatMap(([law, isKept]) => (isKept ? [] : [law]))
}
