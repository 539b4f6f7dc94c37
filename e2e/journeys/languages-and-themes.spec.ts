import { expect, test } from '../harness/journey.ts'
import { chooseFrom } from '../harness/menu.ts'

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
