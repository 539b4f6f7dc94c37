import { type Alert, breach, createChannel, createProject, type Items } from '../harness/api.ts'
import { expect, test } from '../harness/journey.ts'

interface Counted {
  readonly notifications: { readonly suppressed: number }
}

test('a firing project is silenced: nothing more arrives of it, and when the silence is ended, it comes back', async ({
  page,
  api,
  stack,
  robot,
}) => {
  await createChannel(api, 'DBA_group', robot)
  const project = await createProject(api, 'pay_orders', { protectionLevel: 'medium' })
  await breach({ api, stack }, 'pay_orders', 9_000)
  await robot.waitForMessage(({ text }) => text.includes('pay_orders'))
  const [alert] = (await api.get<Items<Alert>>('/alerts?scope=project')).items

  await page.goto(`/projects/${project.id}`)
  await page.getByRole('link', { name: 'Silence…' }).click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('pay_orders')
  await page.getByRole('button', { name: '6 h', exact: true }).click()
  await expect(page.getByText('One open alert would fall silent:')).toBeVisible()
  await page.getByRole('button', { name: 'Hold messages back' }).click()
  const row = page.getByRole('row').filter({ hasText: 'pay_orders' })
  await expect(row).toContainText('project pay_orders')

  const before = robot.messages().length
  // A level that rises is told at once, as the next repeat is in its time.
  await api.put(`/projects/${project.id}/protection-level`, { level: 'high' })
  await expect
    .poll(async () => {
      const { notifications } = await api.get<Counted>(`/alerts/${alert?.id}`)
      return notifications.suppressed
    })
    .toBe(1)
  await page.goto(`/alerts/${alert?.id}`)
  await expect(page.getByText(/^Silent until/)).toBeVisible()
  const timeline = page.getByRole('list', { name: 'What happened' })
  await expect(timeline).toContainText('Held back by “pay_orders” until')
  expect(robot.messages().length).toBe(before)

  await page.goto('/silences')
  await expect(row).toContainText('alert')
  await row.getByRole('button', { name: 'End now' }).click()
  await expect(page.getByText('Nothing is being held back.')).toBeVisible()
  const back = await robot.waitForMessage(({ text }) => text.includes('静默已结束'))
  expect(back.text).toContain('pay_orders')
  await page.goto(`/alerts/${alert?.id}`)
  await expect(timeline).toContainText('“pay_orders” has ended and it still fires')
})

test('a maintenance window says when it comes, refuses windows that run together, and is planned', async ({
  page,
}) => {
  await page.goto('/silences/new?kind=maintenance')
  await page.getByLabel('Name', { exact: true }).fill('weekend upgrade')
  await page.getByLabel('Sat', { exact: true }).check()
  await expect(page.getByText('Comes again: Every week on Saturday.')).toBeVisible()
  await page.getByLabel('Comes again', { exact: true }).selectOption('daily')
  const length = page.getByLabel('How long each time', { exact: true })
  await length.fill('1d')
  await page.getByRole('button', { name: 'Save the plan' }).click()
  await expect(page.getByText(/^The next window begins after 1440 minutes/)).toBeVisible()
  await length.fill('2h')
  await page.getByRole('button', { name: 'Save the plan' }).click()
  await expect(page).toHaveURL(/\/silences\?kind=maintenance$/)
})
