import type { Page } from '@playwright/test'
import { faultsBesideColours, faultsInBothThemes } from '../harness/axe.ts'
import { furnish, planted } from '../harness/furnish.ts'
import { expect, test } from '../harness/journey.ts'
import { walkPages } from '../harness/pages.ts'
import { inLanguage } from '../harness/preferences.ts'
import { administrator } from '../harness/stack.ts'
import { headerFaults, watchTraffic } from '../harness/traffic.ts'
import { foreignWords, rawKeys } from '../harness/words.ts'

const screen = { width: 1280, height: 800 }
const phone = { width: 360, height: 740 }

test.use({ viewport: screen, contextOptions: { reducedMotion: 'reduce' } })

async function open(page: Page, path: string) {
  const answer = await page.goto(path)
  if (answer === null) throw new Error(`${path} was not asked for`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return answer
}

async function expectWords(page: Page, path: string, language: 'zh-CN' | 'en'): Promise<void> {
  expect.soft(await rawKeys(page), `${path} shows keys`).toEqual([])
  expect.soft(await foreignWords(page, language), `${path} in ${language}`).toEqual([])
}

/** How far the page can be scrolled sideways; wide tables scroll within themselves. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** These compare by rows and by columns: a phone scrolls them sideways. */
const twoWays = ['Roles', 'Thresholds of the three levels']

/** Tables of which a part is out of sight, by their names. */
const cutTables = (page: Page): Promise<string[]> =>
  page
    .locator('table:not(.sr-only *)')
    .evaluateAll((tables) =>
      tables
        .filter(({ parentElement: frame }) => frame && frame.scrollWidth > frame.clientWidth)
        .map((table) => table.querySelector('caption')?.textContent ?? ''),
    )

/** Of the pages that were opened for their words, these are looked at with axe as well. */
const standsForItself = (path: string) =>
  // The forms of all kinds of channel are drawn from tables of fields by one component: two stand for all.
  !path.startsWith('/settings/channels/new?') || /kind=(dingtalk|email)$/.test(path)

async function expectFit(page: Page, what: string): Promise<void> {
  expect.soft(await faultsInBothThemes(page), `${what} on a screen`).toEqual([])
  expect.soft(await overflow(page), `${what} scrolls sideways`).toBeLessThanOrEqual(0)
  await page.setViewportSize(phone)
  expect.soft(await faultsBesideColours(page), `${what} on a phone`).toEqual([])
  expect.soft(await overflow(page), `${what} scrolls sideways on a phone`).toBeLessThanOrEqual(0)
  const cut = (await cutTables(page)).filter((name) => !twoWays.includes(name))
  expect.soft(cut, `tables of ${what} run out of a phone`).toEqual([])
  await page.setViewportSize(screen)
}

test('every page speaks English throughout, axe finds nothing on a screen and on a phone, light and dark, and none scrolls sideways', async ({
  page,
  context,
  api,
  stack,
  robot,
}) => {
  test.setTimeout(400_000)
  await furnish({ api, stack, robot })
  await inLanguage(context, stack.url, 'en')
  await walkPages(stack.url, async (path) => {
    const answer = await open(page, path)
    await expectWords(page, path, 'en')
    if (standsForItself(path)) await expectFit(page, path)
    return answer
  })
  await open(page, '/no-such-page')
  await expectFit(page, 'a page that there is not')
  await context.clearCookies({ name: 'highwater.session' })
  await open(page, '/sign-in')
  await expectFit(page, 'the page to sign in')
})

test('every page speaks Chinese throughout and keeps its own content policy; no secret leaves the server, and whoever is not signed in sees nothing', async ({
  page,
  context,
  browser,
  api,
  stack,
  robot,
}) => {
  test.setTimeout(300_000)
  await furnish({ api, stack, robot })
  await inLanguage(context, stack.url, 'zh-CN')
  const traffic = watchTraffic(page)
  const nonces = new Set<string>()
  const paths = await walkPages(stack.url, async (path) => {
    const answer = await open(page, path)
    expect.soft(headerFaults(answer, nonces), `headers of ${path}`).toEqual([])
    await expectWords(page, path, 'zh-CN')
    return answer
  })
  expect(traffic.complaints).toEqual([])

  const sent = await traffic.texts()
  expect(sent).toContain('pay_orders')
  const { password } = administrator
  const secrets = Object.entries({ ...planted, apiToken: stack.token, password })
  const found = (text: string) =>
    secrets.filter(([, secret]) => text.includes(secret)).map(([name]) => name)
  expect(found(sent), 'sent to the browser').toEqual([])
  const kept = stack.web.log() + stack.worker.log() + (await stack.dump())
  expect(found(kept), 'kept in the clear').toEqual([])

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
