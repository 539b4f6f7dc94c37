import { expect, type Locator } from '@playwright/test'

/**
 * Opens a menu and chooses from it. A page that has just been rendered on the server hears the first
 * click only once its scripts have come, so it is clicked until it opens.
 */
export async function chooseFrom(opener: Locator, choice: string): Promise<void> {
  const item = opener
    .page()
    .getByRole('menuitem', { name: choice })
    .or(opener.page().getByRole('menuitemradio', { name: choice }))
  await expect(async () => {
    await opener.click({ timeout: 2_000 })
    await expect(item).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await item.click()
}
