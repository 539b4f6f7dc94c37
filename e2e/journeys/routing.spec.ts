import { breach, createChannel, createProject } from '../harness/api.ts'
import { expect, test } from '../harness/journey.ts'

test('a group and a subscription are made, the routing is tried, and the alert goes where it says', async ({
  page,
  api,
  stack,
  robot,
}) => {
  await createChannel(api, 'DBA_group', robot)
  await createProject(api, 'pay_orders', { tags: ['pay'] })

  await page.goto('/settings/groups')
  await page.getByRole('link', { name: 'New alert group' }).click()
  await page.getByLabel('Name', { exact: true }).fill('on call')
  await page.getByLabel('DBA_group', { exact: true }).check()
  await page.getByRole('button', { name: 'Create the alert group' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'on call' })).toContainText('DBA_group')

  await page.goto('/settings/subscriptions/new')
  await page.getByRole('button', { name: 'Create the subscription' }).click()
  await expect(
    page.getByText('Give at least one level a channel, an alert group or a person.'),
  ).toBeVisible()
  await page.getByLabel('Name', { exact: true }).fill('payments')
  await page.getByLabel('Language of messages').selectOption('en')
  await page.getByLabel('Tags').first().fill('pay')
  const high = page.getByRole('group', { name: 'High protection' })
  await high.getByLabel('on call', { exact: true }).check()
  await page.getByRole('button', { name: 'Add a step' }).click()
  const step = page.getByRole('group', { name: 'Step 1' })
  await step.getByLabel('After (minutes without acknowledgement)').fill('15')
  await step.getByLabel('DBA_group', { exact: true }).check()
  await page.getByRole('button', { name: 'Create the subscription' }).click()
  const row = page.getByRole('row').filter({ hasText: 'payments' })
  await expect(row).toContainText('Tags pay')
  await expect(row).toContainText('on call')
  await page.getByRole('switch', { name: /Default subscription/ }).click()
  await expect(page.getByText('"Default subscription" is disabled', { exact: true })).toBeVisible()

  await page.getByRole('link', { name: 'Test the routing' }).click()
  const run = page.getByRole('button', { name: 'Test', exact: true })
  await run.click()
  await expect(page.getByText('Name a project or an event.')).toBeVisible()
  await page.getByLabel('Project').fill('pay_odrers')
  await run.click()
  await expect(page.getByText('There is no such project')).toBeVisible()
  await page.getByLabel('Project').fill('pay_orders')
  await page.getByLabel('Event').selectOption('host_down')
  await run.click()
  await expect(page.getByText('This event is about no project')).toBeVisible()
  await page.getByLabel('Event').selectOption('')
  await run.click()
  await expect(page.getByText('DBA_group (English)')).toBeVisible()
  await expect(page.getByText('Subscription: payments')).toBeVisible()
  await expect(page.getByText('After 15 min: DBA_group')).toBeVisible()
  await page.getByLabel('Protection level').selectOption('low')
  await run.click()
  await expect(page.getByText('No subscription covers this alert')).toBeVisible()

  await breach({ api, stack }, 'pay_orders')
  const told = await robot.waitForMessage(({ text }) => text.includes('pay_orders'))
  expect(told.text).toContain('Firing: pay')
  await page.goto('/alerts')
  await page
    .getByRole('link', { name: /pay_orders/ })
    .first()
    .click()
  await expect(page.getByText('Why you got this: subscription payments')).toBeVisible()
  await expect(page.getByText(/First told at .* through DBA_group\./)).toBeVisible()
  await expect(page.getByText(/Escalates in .* to DBA_group unless somebody/)).toBeVisible()
})
