import { type Alert, breach, createChannel, createProject, type Items } from '../harness/api.ts'
import { expect, test } from '../harness/journey.ts'
import { administrator } from '../harness/stack.ts'

test('a level that contradicts another is refused while it is typed, between the two values', async ({
  page,
}) => {
  await page.goto('/settings/alerts')
  const high = page.getByLabel('Latency threshold, High', { exact: true })
  const medium = page.getByLabel('Latency threshold, Medium', { exact: true })
  await high.fill('4m')
  await medium.fill('2m')
  await expect(medium).toHaveAttribute('aria-invalid', 'true')
  await expect(
    page.getByText(/High has 4 min, so Medium cannot be less than that: 2 min/),
  ).toBeVisible()
  await medium.fill('1s')
  await expect(page.getByText('Allowed is 30 s to 10 min.')).toBeVisible()
  await medium.fill('nonsense')
  await expect(medium).toHaveAttribute('aria-invalid', 'true')
  await page.reload()
  await expect(high).toHaveValue('30s')
})

test('a saved edit of a level closes the alerts it covers as an edit, and nobody is told of a recovery', async ({
  page,
  api,
  stack,
  robot,
}) => {
  await createChannel(api, 'DBA_group', robot)
  await createProject(api, 'pay_orders')
  await breach({ api, stack }, 'pay_orders', 45)
  await robot.waitForMessage(({ text }) => text.includes('pay_orders'))

  await page.goto('/settings/alerts')
  await page.getByLabel('Latency threshold, High', { exact: true }).fill('1m30s')
  await expect(page.getByText('Latency threshold, High: 30 s → 1 min 30 s')).toBeVisible()
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('Alert settings saved as version 2', { exact: true })).toBeVisible()

  const closed = await robot.waitForMessage(({ text }) => text.includes('已结束'))
  expect(closed.text).toMatch(/\S 修改了告警阈值，按新的阈值不再告警/)
  expect(closed.text).not.toContain('恢复')
  const { items } = await api.get<Items<Alert>>('/alerts?scope=project')
  expect(items).toMatchObject([{ state: 'closed', closeReason: 'policy_changed' }])

  await page.goto(`/alerts/${items[0]?.id}`)
  await expect(page.getByRole('list', { name: 'What happened' })).toContainText(
    'Closed: Alert settings changed, by ',
  )
  await page.goto('/audit')
  const edit = page.getByRole('row').filter({ hasText: 'Alert settings' }).first()
  await expect(edit).toContainText(administrator.email)
})
