import { type Api, createProject } from '../harness/api.ts'
import { expect, test } from '../harness/journey.ts'
import { chooseFrom } from '../harness/menu.ts'
import type { Stack } from '../harness/stack.ts'

const say = ({ api, stack }: { api: Api; stack: Stack }, project: string, signal: object) =>
  api.post('/signals', { signals: [{ project, observedAt: stack.clock.now(), ...signal }] })

test('a project shows its steps, is left unwatched with a reason, and is watched again', async ({
  page,
  api,
  stack,
}) => {
  const project = await createProject(api, 'pay_orders')
  await say({ api, stack }, 'pay_orders', { step: { name: 'FULL_MIGRATION', state: 'finished' } })
  await say({ api, stack }, 'pay_orders', {
    step: { name: 'INCR_SYNC', state: 'monitoring' },
    latencySeconds: 1,
  })
  await page.goto(`/projects/${project.id}`)
  const steps = page.getByRole('table', { name: 'Steps' })
  await expect(steps.getByRole('row').nth(1)).toContainText('Full migrationCompleted')
  await expect(steps.getByRole('row').nth(2)).toContainText('Incremental synchronization')
  await expect(steps.getByRole('row').nth(2)).toContainText('Monitoring')

  await chooseFrom(page.getByRole('button', { name: 'More actions' }), 'Pause watching…')
  await page.getByLabel('Reason').fill('upgrade tonight')
  await page.getByRole('button', { name: 'Pause watching' }).click()
  await expect(page.getByText('This project is not watched')).toBeVisible()
  await expect(page.getByText('upgrade tonight')).toBeVisible()

  await page.goto('/projects?watched=false')
  await expect(page.getByRole('row').filter({ hasText: 'pay_orders' })).toContainText('Not watched')
  await page.goto(`/projects/${project.id}`)
  await page.getByRole('button', { name: 'Resume watching' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Resume watching' }).click()
  await expect(page.getByText('This project is not watched')).toBeHidden()
})

test('of a selection those are released that may be, and the others are named with the reason', async ({
  page,
  api,
  stack,
}) => {
  await createProject(api, 'stopped')
  await createProject(api, 'working')
  await say({ api, stack }, 'stopped', { state: 'failed' })
  await say({ api, stack }, 'working', { latencySeconds: 1 })
  await page.goto('/projects')
  await page.getByLabel('Select all on this page').check()
  await chooseFrom(page.getByRole('button', { name: 'More actions' }), 'Release…')
  await page.getByLabel('I know that this cannot be undone').check()
  await page.getByRole('button', { name: 'Release', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('1 changed, 1 left as they were')
  await expect(dialog).toContainText('working · its state does not allow this')
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByRole('row').filter({ hasText: 'stopped' })).toContainText('Released')
})

test('a tag is put on a selection, renamed for all and deleted after a count', async ({
  page,
  api,
}) => {
  await createProject(api, 'one')
  await createProject(api, 'two')
  await page.goto('/projects')
  await page.getByLabel('Select all on this page').check()
  await chooseFrom(page.getByRole('button', { name: 'More actions' }), 'Add tags…')
  await page.getByLabel('Tags, separated by blanks').fill('core')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('row').filter({ hasText: 'two' })).toContainText('core')

  await page.getByRole('link', { name: 'Tags', exact: true }).click()
  const row = (name: string) => page.getByRole('row').filter({ hasText: name })
  await row('core').getByRole('button', { name: 'Rename' }).click()
  await page.getByLabel('New name of core').fill('kernel')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(row('kernel')).toContainText('2')
  await row('kernel').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('It is taken off 2 projects.')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('No tags yet.')).toBeVisible()
})
