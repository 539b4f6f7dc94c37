import { type Alert, breach, createProject, type Items } from '../harness/api.ts'
import { faults } from '../harness/axe.ts'
import { expect, test } from '../harness/journey.ts'
import { inLanguage, showTheme } from '../harness/preferences.ts'

test('before a threshold is saved, the page says which alert would close and what thirty days would have seen', async ({
  page,
  context,
  api,
  stack,
}) => {
  await createProject(api, 'orders')
  await breach({ api, stack }, 'orders', 45)
  const firing = async () => (await api.get<Items<Alert>>('/alerts?state=firing')).items
  await expect.poll(async () => (await firing()).length).toBe(1)
  await page.goto('/settings/alerts')
  const preview = page.getByRole('region', { name: 'What saving would do' })
  await expect(preview).toHaveCount(0)
  await page.getByLabel('Latency threshold, High', { exact: true }).fill('60s')
  await preview.getByRole('button', { name: 'Preview' }).click()
  await expect(preview.getByText('One open alert would close')).toBeVisible()
  await expect(preview.getByText('One project gets other limits.')).toBeVisible()
  await expect(preview.getByRole('link', { name: 'orders' })).toBeVisible()
  await expect(preview.getByText('No alert would open now')).toBeVisible()
  await expect(preview.getByText('1 → 0 alerts')).toBeVisible()
  await preview.getByRole('button', { name: 'Last 7 days' }).click()
  const table = preview.getByRole('table', { name: /alerts per day/ })
  await expect(table.getByRole('row')).toHaveCount(1 + 7)
  await expect(table.getByRole('row').last()).toContainText('each signal')
  for (const theme of ['light', 'dark']) {
    await showTheme(page, theme)
    expect(await faults(page)).toEqual([])
  }

  await page.getByLabel('Latency threshold, High', { exact: true }).fill('90s')
  await expect(preview.getByText('The values have changed since this preview.')).toBeVisible()

  await inLanguage(context, stack.url, 'zh-CN')
  await page.goto('/settings/alerts')
  await page.getByLabel('延迟', { exact: false }).first().fill('60s')
  await page.getByRole('button', { name: '预览' }).click()
  await expect(page.getByText('1 → 0 条告警')).toBeVisible()
})
