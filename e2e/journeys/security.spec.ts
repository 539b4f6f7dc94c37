import { once } from 'node:events'
import { request } from 'node:http'
import { furnish, planted } from '../harness/furnish.ts'
import { expect, test } from '../harness/journey.ts'
import { findPages } from '../harness/pages.ts'
import { signIn } from '../harness/people.ts'
import { administrator } from '../harness/stack.ts'

test('every page keeps its own content policy, and no secret leaves the server', async ({
  page,
  api,
  stack,
  robot,
}) => {
  await furnish({ api, stack, robot })
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()} ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`))
  const received: Promise<string>[] = []
  page.on('response', (answer) => {
    const isText = /html|json|text\/x-component/.test(answer.headers()['content-type'] ?? '')
    if (isText) received.push(answer.text().catch(() => ''))
  })
  const nonces = new Set<string>()
  const paths = await findPages(page, stack.url)
  for (const path of paths) {
    const answer = await page.goto(path)
    const headers = answer?.headers() ?? {}
    const [, nonce = ''] = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '') ?? []
    expect(headers['content-security-policy']).toContain(`script-src 'self' 'nonce-${nonce}'`)
    expect(headers['content-security-policy']).not.toContain('unsafe-eval')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['referrer-policy']).toBeDefined()
    nonces.add(nonce)
    await page.waitForLoadState('load')
  }
  expect(nonces.size, 'each answer has a nonce of its own').toBe(paths.length)
  expect(complaints).toEqual([])

  const everything = (await Promise.all(received)).join('\n')
  expect(everything).toContain('pay_orders')
  const { password } = administrator
  const secrets = Object.entries({ ...planted, apiToken: stack.token, password })
  const leaked = secrets.filter(([, secret]) => everything.includes(secret))
  expect(leaked.map(([name]) => name)).toEqual([])
  const kept = stack.web.log() + stack.worker.log() + (await stack.dump())
  expect(secrets.filter(([, secret]) => kept.includes(secret)).map(([name]) => name)).toEqual([])
})

test('a session that is revoked elsewhere ends at once', async ({ page, browser, stack }) => {
  const other = await browser.newContext({
    baseURL: stack.url,
    storageState: { cookies: [], origins: [] },
  })
  const elsewhere = await other.newPage()
  await signIn(elsewhere)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(
    page.getByText('You are signed in nowhere else any more', { exact: true }),
  ).toBeVisible()
  await elsewhere.goto('/projects')
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  await page.goto('/projects')
  await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible()
  await other.close()
})

test('a stranger’s name for this address leads nowhere', async ({ stack }) => {
  const { hostname, port } = new URL(stack.url)
  const statusFor = async (host: string, path: string) => {
    const sent = request({ hostname, port, path, headers: { host } }).end()
    const [answer] = await once(sent, 'response')
    answer.resume()
    return answer.statusCode
  }
  expect(await statusFor('evil.example', '/sign-in')).toBe(421)
  expect(await statusFor('localhost', '/sign-in')).toBe(200)
  expect(await statusFor('web', '/api/health/live')).toBe(200)
})

test('whoever is not signed in sees nothing', async ({ page, browser, api, stack, robot }) => {
  await furnish({ api, stack, robot })
  const paths = await findPages(page, stack.url)
  const stranger = await browser.newContext({
    baseURL: stack.url,
    storageState: { cookies: [], origins: [] },
  })
  for (const path of paths) {
    const answer = await stranger.request.get(path)
    expect(new URL(answer.url()).pathname, path).toBe('/sign-in')
    expect(await answer.text(), path).not.toContain('pay_orders')
  }
  for (const path of ['/api/v1/projects', '/api/v1/alerts', '/api/trpc/alert.now']) {
    expect((await stranger.request.get(path)).status(), path).toBe(401)
  }
  await stranger.close()
})
