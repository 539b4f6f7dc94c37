import { alertEvents } from '@highwater/core/alert'
import type { Items } from '../harness/api.ts'
import { expect, test } from '../harness/journey.ts'

test('Highwater’s own machine is on the list of hosts; another one reports, is short of disk, and is removed', async ({
  page,
  api,
}) => {
  // The page is as it was made: the worker has to have reported its machine before.
  const reported = () => api.get<Items<{ isOwn: boolean }>>('/hosts')
  await expect.poll(reported).toMatchObject({ items: [{ isOwn: true }] })
  await page.goto('/hosts')
  const hosts = page.getByRole('table', { name: 'Hosts' })
  await expect(hosts.getByRole('row').filter({ hasText: 'Highwater' })).toContainText('Up')
  await api.post('/hosts/db-1/heartbeat', { cpu: 0.2, memory: 0.4, disk: 0.97 })
  await page.reload()
  const row = hosts.getByRole('row').filter({ hasText: 'db-1' })
  await expect(row).toContainText('97 %')
  await expect(row).toContainText('over 90 %')
  await row.getByRole('button', { name: 'Remove db-1' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(row).toHaveCount(0)
})

test('the help page explains every alert event step by step', async ({ page }) => {
  await page.goto('/help/alert-events#host_threshold')
  await expect(page.getByRole('heading', { name: 'Host short of resources' })).toBeInViewport()
  for (const event of alertEvents) await expect(page.locator(`#${event} ol li`)).not.toHaveCount(0)
})
