import { furnish } from '../harness/furnish.ts'
import { expect, test } from '../harness/journey.ts'
import { chooseFrom } from '../harness/menu.ts'
import { findPages } from '../harness/pages.ts'
import { inLanguage } from '../harness/preferences.ts'
import { foreignWords, rawKeys } from '../harness/words.ts'

test('language and theme are changed on the page and are the same after a reload', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('button', { name: '切换到中文' }).click()
  await expect(page.getByRole('heading', { name: '当前', level: 1 })).toBeVisible()
  await chooseFrom(page.getByRole('button', { name: '主题' }), '深色')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const ink = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const dark = await ink()
  await expect(async () => {
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark', { timeout: 500 })
  }).toPass()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  expect(await ink()).toBe(dark)
  await page.getByRole('button', { name: 'Switch to English' }).click()
  await expect(page.getByRole('heading', { name: 'Now', level: 1 })).toBeVisible()
})

for (const language of ['zh-CN', 'en'] as const) {
  test(`every page speaks ${language} throughout, and shows no key of a text`, async ({
    page,
    context,
    api,
    stack,
    robot,
  }) => {
    await furnish({ api, stack, robot })
    await inLanguage(context, stack.url, language)
    for (const path of await findPages(page, stack.url)) {
      await page.goto(path)
      expect.soft(await rawKeys(page), `${path} shows keys`).toEqual([])
      expect.soft(await foreignWords(page, language), `${path} in ${language}`).toEqual([])
    }
  })
}
