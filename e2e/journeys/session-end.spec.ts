import type { Page } from '@playwright/test'
import { faultsInBothThemes } from '../harness/axe.ts'
import { expect, test } from '../harness/journey.ts'
import { signIn } from '../harness/people.ts'

/** What a browser tells a page to whose tab its reader comes back. */
const comeBackTo = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

test('a page whose session ends says so at once, keeps what is typed and goes on after a new sign-in', async ({
  page,
  browser,
  stack,
}) => {
  await page.goto('/projects/new?kind=migration')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await page.getByLabel('Name').fill('half_typed')

  const other = await browser.newContext({
    baseURL: stack.url,
    storageState: { cookies: [], origins: [] },
  })
  const elsewhere = await other.newPage()
  await signIn(elsewhere)
  await elsewhere.goto('/account')
  await elsewhere.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await other.close()

  const notice = page.getByRole('listitem').filter({ hasText: 'Your session has ended' })
  await expect(notice).toBeVisible()
  await expect(page.getByText('Session ended', { exact: true })).toBeVisible()
  const again = notice.getByRole('link', { name: 'Sign in again' })
  await expect(again).toHaveAttribute('href', '/sign-in?next=%2Fprojects%2Fnew%3Fkind%3Dmigration')
  await page.setViewportSize({ width: 360, height: 740 })
  await expect(again).toBeInViewport({ ratio: 1 })
  expect(await faultsInBothThemes(page)).toEqual([])

  await page.getByRole('button', { name: 'Add project' }).click()
  await expect(page.getByText('Sign in in another tab, then try again here.')).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue('half_typed')

  await comeBackTo(page)
  await expect(notice).toBeVisible()
  await signIn(await page.context().newPage())
  await comeBackTo(page)
  await expect(notice).toBeHidden()
  await page.getByRole('button', { name: 'Add project' }).click()
  await expect(page.getByRole('heading', { name: 'half_typed', level: 1 })).toBeVisible()
})

test('a page whose stream is answered with an error opens it anew', async ({ page }) => {
  let refusals = 0
  await page.route('**/api/trpc/live.news*', async (route) => {
    refusals += 1
    if (refusals > 1) await route.continue()
    else await route.fulfill({ status: 503 })
  })
  await page.goto('/')
  await expect(page.getByText('Not live', { exact: true })).toBeVisible()
  await expect(page.getByText('Live', { exact: true })).toBeVisible({ timeout: 15_000 })
})
