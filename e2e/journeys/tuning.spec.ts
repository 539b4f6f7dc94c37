import { breach, createProject, type Items } from '../harness/api.ts'
import { expect, test } from '../harness/journey.ts'
import { administrator } from '../harness/stack.ts'

test('a parameter is refused beside its field, saved, and reset, and the page says who did it', async ({
  page,
}) => {
  await page.goto('/system/parameters')
  const row = page.getByRole('row').filter({ hasText: 'reopenWithinSeconds' })
  const value = page.getByLabel('Reopen window', { exact: true })
  await expect(value).toHaveValue('600')
  await expect(row).toContainText('Never')
  await value.fill('90000')
  await row.getByRole('button', { name: 'Save Reopen window' }).click()
  await expect(row.getByText('Use 0–86400 seconds.')).toBeVisible()
  await value.fill('900')
  await row.getByRole('button', { name: 'Save Reopen window' }).click()
  await expect(page.getByText('Reopen window was saved', { exact: true })).toBeVisible()
  await expect(row).toContainText(administrator.email)
  await page.reload()
  await expect(value).toHaveValue('900')
  await row.getByRole('button', { name: 'Reset Reopen window to 600 s' }).click()
  await expect(value).toHaveValue('600')
  await expect(row.getByRole('button', { name: /^Reset/ })).toHaveCount(0)
})

test('an old version of the alert settings is looked at, with what it would do, and restored', async ({
  page,
  api,
  stack,
}) => {
  const levels = await api.get<Record<string, object>>('/protection-levels')
  await api.put('/protection-levels', { ...levels, high: { ...levels.high, latencySeconds: 60 } })
  await createProject(api, 'pay_orders')
  await breach({ api, stack }, 'pay_orders', 45)
  await page.goto('/settings/alerts')
  const versions = page.getByRole('table', { name: 'Versions of the alert settings' })
  await versions.getByRole('link', { name: '1', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alert settings, version 1')
  await expect(page.getByRole('row', { name: /Latency threshold, High/ })).toContainText('1 min')
  const preview = page.getByRole('region', { name: 'What saving would do' })
  await preview.getByRole('button', { name: 'Preview' }).click()
  await expect(preview.getByText('One alert would open now')).toBeVisible()
  await page.getByRole('button', { name: 'Restore version 1' }).click()
  await expect(page).toHaveURL(/\/settings\/alerts$/)
  await expect(page.getByLabel('Latency threshold, High', { exact: true })).toHaveValue('30s')
  await expect(versions.getByRole('link', { name: 'restored from version 1' })).toBeVisible()
})

test('a rule gives a tag its level: to new projects at once, to those that there are on request', async ({
  page,
  api,
}) => {
  const levelOf = async (name: string) => {
    const { items } = await api.get<Items<{ name: string; protectionLevel: string }>>('/projects')
    return items.find((project) => project.name === name)?.protectionLevel
  }
  await createProject(api, 'old_orders', { tags: ['core'], protectionLevel: 'low' })
  await page.goto('/settings/alerts')
  await page.getByRole('button', { name: 'Add rule' }).click()
  await expect(page.getByText('Say for which tag, which department, or both.')).toBeVisible()
  await page.getByLabel('Tag').fill('core')
  await page.getByRole('button', { name: 'Add rule' }).click()
  const rules = page.getByRole('table', { name: 'Rules of first levels' })
  await expect(rules.getByRole('row', { name: /with tag core/ })).toContainText('High')
  await createProject(api, 'new_orders', { tags: ['core'], protectionLevel: undefined })
  expect(await levelOf('new_orders')).toBe('high')

  await page.getByRole('link', { name: 'Apply to existing projects' }).click()
  await expect(page.getByText('One project would get another level.')).toBeVisible()
  await expect(page.getByRole('row', { name: /old_orders/ })).toContainText('Low')
  await page.getByRole('button', { name: 'Change one project' }).click()
  await expect(page.getByText('One project was changed.')).toBeVisible()
  expect(await levelOf('old_orders')).toBe('high')
})
