import { once } from 'node:events'
import { request } from 'node:http'
import { awaitLife } from '../harness/come-alive.ts'
import { expect, test } from '../harness/journey.ts'
import { signIn } from '../harness/people.ts'

test('a session that is revoked elsewhere ends at once', async ({ page, browser, stack }) => {
  const other = await browser.newContext({
    baseURL: stack.url,
    storageState: { cookies: [], origins: [] },
  })
  const elsewhere = await other.newPage()
  awaitLife(elsewhere)
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

test('signals that make no sense are refused in words, though they pass the framework by', async ({
  api,
}) => {
  const quiet = { project: 'orders', observedAt: '2026-01-02T03:04:05Z' }
  const answer = await api.tryPost('/signals', {
    signals: Array.from({ length: 1_001 }, () => quiet),
  })
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({
    code: 'invalid_input',
    errors: [{ path: 'signals' }],
  })
})
