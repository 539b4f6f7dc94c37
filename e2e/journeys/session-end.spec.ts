import type { Page } from '@playwright/test'
import { faultsInBothThemes } from '../harness/axe.ts'
import { awaitLife } from '../harness/come-alive.ts'
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
  awaitLife(elsewhere)
  await signIn(elsewhere)
  await elsewhere.goto('/account')
  await elsewhere.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(elsewhere.getByText('You are signed in nowhere else any more')).toBeVisible()
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

  // Until it has been refused again, the page would not notice that its reader comes back once more.
  const refused = page.waitForResponse(/live\.news/)
  await comeBackTo(page)
  await (await refused).finished()
  await expect(notice).toBeVisible()
  await signIn(await page.context().newPage())
  await comeBackTo(page)
  await expect(notice).toBeHidden()
  await page.getByRole('button', { name: 'Add project' }).click()
  await expect(page.getByRole('heading', { name: 'half_typed', level: 1 })).toBeVisible()
})

test('a page whose stream is answered with an error opens it anew', async ({ page }) => {
  let isWell = false
  await page.route('**/api/trpc/live.news*', (route) =>
    isWell ? route.continue() : route.fulfill({ status: 503 }),
  )
  await page.goto('/')
  await expect(page.getByText('Not live', { exact: true })).toBeVisible()
  isWell = true
  await expect(page.getByText('Live', { exact: true })).toBeVisible({ timeout: 15_000 })
})
