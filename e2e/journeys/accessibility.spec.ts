import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { furnish } from '../harness/furnish.ts'
import { expect, test } from '../harness/journey.ts'
import { findPages } from '../harness/pages.ts'
import { showTheme } from '../harness/preferences.ts'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const contrast = ['color-contrast', 'link-in-text-block']
// Colours are the same at every width: they are looked at once, in both themes, as that takes longest.
const widths = {
  'on a screen': { width: 1280, height: 800, colours: true },
  'on a phone': { width: 360, height: 740, colours: false },
}

async function faults(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations, passes } = await axe.analyze()
  if (passes.length === 0) throw new Error('axe has looked at nothing')
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}

/** Looks at the page, and where colours matter at those of both themes. */
async function look(page: Page, what: string, colours: boolean): Promise<void> {
  await showTheme(page, 'light')
  const all = new AxeBuilder({ page }).withTags(standards)
  expect.soft(await faults(colours ? all : all.disableRules(contrast)), what).toEqual([])
  if (!colours) return
  await showTheme(page, 'dark')
  const dark = new AxeBuilder({ page }).withRules(contrast)
  expect.soft(await faults(dark), `${what} in the dark`).toEqual([])
}

/** The forms of all kinds of channel are drawn from tables of fields by one component: two stand for all. */
const standsForItself = (path: string) =>
  !path.startsWith('/settings/channels/new?') || /kind=(dingtalk|email)$/.test(path)

/** How far the page can be scrolled sideways; wide tables scroll within themselves. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const [where, { colours, ...viewport }] of Object.entries(widths)) {
  test.describe(() => {
    test.use({ viewport, contextOptions: { reducedMotion: 'reduce' } })

    test(`axe finds nothing on any page ${where}, and no page scrolls sideways`, async ({
      page,
      context,
      api,
      stack,
      robot,
    }) => {
      test.setTimeout(240_000)
      await furnish({ api, stack, robot })
      const pages = (await findPages(page, stack.url)).filter(standsForItself)
      for (const path of [...pages, '/no-such-page']) {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await look(page, path, colours)
        expect.soft(await overflow(page), `${path} scrolls sideways`).toBeLessThanOrEqual(0)
      }
      await context.clearCookies({ name: 'highwater.session' })
      await page.goto('/sign-in')
      await look(page, 'the page to sign in', colours)
    })
  })
}
