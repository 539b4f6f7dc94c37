import { breach, createChannel, createProject } from '../harness/api.ts'
import { expect, test } from '../harness/journey.ts'

test('the list of deliveries takes in what is sent while it is open, and the focus stays where it was', async ({
  page,
  api,
  stack,
  robot,
}) => {
  await createChannel(api, 'DBA_group', robot)
  await createProject(api, 'orders')
  await breach({ api, stack }, 'orders')
  await robot.waitForMessage(({ text }) => text.includes('orders'))
  await page.goto('/deliveries')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  const alerts = page.getByRole('main').getByRole('link', { name: /^A\d+/ })
  await expect(alerts).toHaveCount(1)
  await alerts.focus()
  await createProject(api, 'invoices')
  await breach({ api, stack }, 'invoices')
  await expect(alerts).toHaveCount(2)
  await expect(page.getByRole('link', { name: /^A1\b/ })).toBeFocused()
})

test('a live list stays on the page while the server is away, and goes on when it is back', async ({
  page,
  api,
  stack,
}) => {
  await page.goto('/hosts')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await stack.web.kill()
  await expect(page.getByText('Not live')).toBeVisible()
  // Longer than the list goes without being made anew.
  await page.waitForTimeout(17_000)
  await expect(page.getByRole('heading', { name: 'Hosts', level: 1 })).toBeVisible()
  await stack.web.start()
  await expect(page.getByText('Live', { exact: true })).toBeVisible({ timeout: 30_000 })
  await api.post('/hosts/db-7/heartbeat', {})
  await expect(page.getByText('db-7')).toBeVisible({ timeout: 30_000 })
})
