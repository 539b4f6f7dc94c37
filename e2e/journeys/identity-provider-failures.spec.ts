import { setTimeout as pause } from 'node:timers/promises'
import { minutes, seconds } from '@highwater/core'
import { type ProviderRefusal, providerRefusalTexts } from '@highwater/core/sign-in'
import type { APIResponse, Page } from '@playwright/test'
import { connectProvider, identify, providerName } from '../harness/identity.ts'
import { expect, test } from '../harness/journey.ts'

test.use({ as: 'stranger' })

const whereTo = (answer: APIResponse): string =>
  new URL(answer.headers().location ?? '', answer.url()).href

const sentence = (page: Page, refusal: ProviderRefusal) =>
  expect(page.getByRole('alert').getByText(providerRefusalTexts[refusal].en)).toBeVisible()

/** Goes to the provider and stops just before coming back; answers the address that is left to visit. */
async function passProvider(page: Page, login: string): Promise<string> {
  await page.getByRole('link', { name: `Sign in with ${providerName}` }).click()
  await page.getByLabel('Who are you?').waitFor()
  const { request } = page.context()
  const goOn = { form: { login, answer: 'go' }, maxRedirects: 0 }
  const said = await request.post(page.url(), goOn)
  return whereTo(await request.get(whereTo(said), { maxRedirects: 0 }))
}

/** Writes another nonce into the next request that this browser is sent to the provider with. */
const spoilNonce = (page: Page, url: string) =>
  page.route(
    `${url}/api/auth/**`,
    async (route) => {
      const answer = await route.fetch({ maxRedirects: 0 })
      const headers = answer.headers()
      const away = new URL(headers.location ?? '')
      away.searchParams.set('nonce', 'of-somebody-else')
      await route.fulfill({ response: answer, headers: { ...headers, location: away.href } })
    },
    { times: 1 },
  )

/** How many pages the web server takes to be open. */
async function openPages(url: string): Promise<number> {
  const metrics = await fetch(`${url}/metrics`)
  return Number(/^highwater_live_browsers (\d+)$/m.exec(await metrics.text())?.[1])
}

test('what goes wrong at the provider is said in a sentence, and lets nobody in', async ({
  page,
  browser,
  context,
  api,
  stack: { url, clock },
}) => {
  const provider = await connectProvider(api, { url })
  const wu = { email: 'wu@example.com', email_verified: true, name: 'Wu Min' }
  provider.people.set('wu', { ...wu, groups: ['dba'] })
  await api.put('/sign-in-rules', { rules: [{ match: 'equals', value: 'dba', role: 'auditor' }] })

  await test.step('a token that was made for another sign-in', async () => {
    await page.goto('/sign-in')
    await spoilNonce(page, url)
    await identify(page, 'wu')
    await sentence(page, 'nonce_mismatch')
  })

  await test.step('a code that came too late', async () => {
    await context.clearCookies()
    provider.lifetimes.codeSeconds = 1
    await page.goto('/sign-in')
    const callback = await passProvider(page, 'wu')
    await pause(1_000)
    await page.goto(callback)
    await sentence(page, 'code_refused')
    provider.lifetimes.codeSeconds = 60
  })

  await test.step('an answer that is used again, by somebody who stole the cookies too', async () => {
    await context.clearCookies()
    const callback = page.waitForRequest((request) => request.url().includes('/callback/'))
    await page.goto('/audit')
    await page.getByRole('link', { name: `Sign in with ${providerName}` }).click()
    await page.getByLabel('Who are you?').fill('wu')
    const thief = await browser.newContext({ storageState: await context.storageState() })
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page).toHaveURL(`${url}/audit`)
    const stolen = await thief.newPage()
    await stolen.goto((await callback).url())
    await sentence(stolen, 'code_refused')
    await thief.close()
  })

  await test.step('a group that is taken away ends the session', async () => {
    provider.people.set('wu', { ...wu, groups: [] })
    // While one request asks the provider the others go on as before: an open page would have some, and
    // so has one until the server has noticed that it is closed. One may even come so late that it asks.
    await page.goto('about:blank')
    await expect.poll(() => openPages(url)).toBe(0)
    await clock.advance(minutes(16))
    await expect(async () => {
      await page.goto('/audit')
      await expect(page).toHaveURL(new RegExp(`^${url}/sign-in`), { timeout: 3_000 })
    }).toPass()
    await expect(page.getByText('Your session has ended')).toBeVisible()
    await page.getByRole('link', { name: `Sign in with ${providerName}` }).click()
    await sentence(page, 'no_rule')
    provider.people.set('wu', { ...wu, groups: ['dba'] })
  })

  await test.step('clocks that differ too far', async () => {
    provider.lifetimes.idTokenSeconds = 60
    await clock.advance(seconds(120))
    await page.getByRole('link', { name: `Sign in with ${providerName}` }).click()
    await sentence(page, 'token_expired')
  })

  await test.step('a provider that is down', async () => {
    await context.clearCookies()
    await page.goto('/sign-in')
    const callback = await passProvider(page, 'wu')
    await provider.close()
    await page.goto(callback)
    await sentence(page, 'provider_unreachable')
  })

  await page.goto('/audit')
  await expect(page).toHaveURL(new RegExp(`^${url}/sign-in`))
})
