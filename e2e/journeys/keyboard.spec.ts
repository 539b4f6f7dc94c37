import type { Page } from '@playwright/test'
import { type Alert, breach, createProject, type Items } from '../harness/api.ts'
import { faultsInBothThemes } from '../harness/axe.ts'
import { furnish } from '../harness/furnish.ts'
import { expect, test } from '../harness/journey.ts'
import { keepToasts } from '../harness/toasts.ts'

/** By its key; what is typed before it has the focus goes to the page. */
async function openCommands(page: Page): Promise<void> {
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox')).toBeFocused()
}

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
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeVisible()
  await keepToasts(page)
  const row = page.getByRole('listitem').filter({ hasText: 'pay_orders' }).first()
  await expect(row).toContainText('snoozed until')
  await undo.click()
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
  await openCommands(page)
  const commands = page.getByRole('dialog', { name: 'Commands' })
  await page.keyboard.press('Escape')
  await expect(commands).toBeHidden()
  await openCommands(page)
  await page.keyboard.type('audit')
  await expect(commands.getByRole('option', { selected: true })).toContainText('AuditTrace')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/audit$/)
})

test('the commands lead to a project by its name and to an alert by its short id', async ({
  page,
  api,
  stack,
}) => {
  for (const name of ['pay_orders', 'pay_refunds', 'audit_log']) await createProject(api, name)
  await breach({ api, stack }, 'pay_orders')
  const firing = () => api.get<Items<Alert>>('/alerts?state=firing')
  await expect.poll(async () => (await firing()).items.length).toBe(1)
  const [alert] = (await firing()).items

  await page.goto('/')
  const commands = page.getByRole('dialog', { name: 'Commands' })
  const chosen = commands.getByRole('option', { selected: true })
  await openCommands(page)
  await page.keyboard.type('pay')
  await expect(commands.getByRole('group', { name: 'Projects' })).toContainText('pay_orders')
  await expect(commands.getByRole('option')).toHaveCount(2)
  await expect(commands.getByRole('status')).toHaveText('2 projects found')
  await expect(chosen).toContainText('pay_orders')
  expect(await faultsInBothThemes(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await expect(chosen).toContainText('pay_refunds')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'pay_refunds', level: 1 })).toBeVisible()

  await openCommands(page)
  await page.keyboard.type('audit')
  await expect(commands.getByRole('option', { name: /audit_log/ })).toBeVisible()
  await expect(chosen).toContainText('AuditTrace')
  await page.keyboard.press('Escape')

  await openCommands(page)
  await page.keyboard.type(alert?.shortId.toLowerCase() ?? '')
  await expect(chosen).toContainText(`${alert?.shortId} · pay_orders`)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/alerts/${alert?.id}`)
})

test('the commands say when nothing is called so, and when the search itself fails', async ({
  page,
  api,
}) => {
  await createProject(api, 'pay_orders')
  await page.goto('/')
  await openCommands(page)
  const standing = page.getByRole('dialog', { name: 'Commands' }).getByRole('status')
  await page.keyboard.type('pay_x')
  await expect(standing).toHaveText('No page, project or alert is called that.')
  await page.context().setOffline(true)
  await page.keyboard.press('Backspace')
  await expect(standing).toContainText('Projects and alerts could not be searched.')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused()
  await page.context().setOffline(false)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option', { name: /pay_orders/ })).toBeVisible()
})
