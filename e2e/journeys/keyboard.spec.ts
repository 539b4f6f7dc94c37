import { furnish } from '../harness/furnish.ts'
import { expect, test } from '../harness/journey.ts'

test('the alerts of Now are walked, opened, put off and acknowledged with the keyboard alone', async ({
  page,
  api,
  stack,
  robot,
}) => {
  await furnish({ api, stack, robot })
  await page.goto('/')
  const first = page.getByRole('link', { name: 'pay_orders' })
  const second = page.getByRole('link', { name: 'crm_customers' })
  await expect(first).toBeVisible()
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await page.keyboard.press('j')
  await expect(first).toBeFocused()
  await page.keyboard.press('j')
  await expect(second).toBeFocused()
  await page.keyboard.press('k')
  await expect(first).toBeFocused()

  await page.keyboard.press('Enter')
  const pane = page.getByRole('dialog', { name: 'pay_orders' })
  await expect(pane).toBeVisible()
  await expect(pane).toContainText('6 min 52 s behind')
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press('Tab')
    await expect(pane.locator(':focus')).toHaveCount(1)
  }
  await page.keyboard.press('Escape')
  await expect(pane).toBeHidden()
  await expect(first).toBeFocused()

  await page.keyboard.press('s')
  await expect(page.getByRole('dialog', { name: 'Snooze pay_orders' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(first).toBeFocused()
  await page.keyboard.press('s')
  await expect(page.getByRole('button', { name: '30 min' })).toBeFocused()
  await page.keyboard.press('Enter')
  const row = page.getByRole('listitem').filter({ hasText: 'pay_orders' }).first()
  await expect(row).toContainText('snoozed until')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).not.toContainText('snoozed until')

  await first.focus()
  await page.keyboard.press('a')
  await expect(page.getByText('Acknowledged pay_orders').first()).toBeVisible()
  await expect(row).toContainText('acknowledged by')
})

test('the commands open by a key, go to a page, and give the focus back', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+k')
  const commands = page.getByRole('dialog', { name: 'Commands' })
  await expect(commands).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(commands).toBeHidden()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('audit')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/audit$/)
})
