import { type Alert, breach, createProject, type Items } from '../harness/api.ts'
import { faults } from '../harness/axe.ts'
import { expect, test } from '../harness/journey.ts'

test('before level rules are applied to the projects that there are, the page says what becomes of alerts', async ({
  page,
  api,
  stack,
}) => {
  await createProject(api, 'orders', { tags: ['batch'] })
  await breach({ api, stack }, 'orders', 45)
  const firing = async () => (await api.get<Items<Alert>>('/alerts?state=firing')).items
  await expect.poll(async () => (await firing()).length).toBe(1)
  await api.post('/level-rules', { tag: 'batch', level: 'low', department: null })
  await page.goto('/settings/alerts')
  await page.getByRole('link', { name: 'Apply to existing projects' }).click()
  await expect(page.getByText('One project would get another level.')).toBeVisible()
  const impact = page.getByRole('region', { name: 'What applying the rules would do to alerts' })
  await impact.getByRole('button', { name: 'Preview' }).click()
  await expect(impact.getByText('One open alert would close')).toBeVisible()
  await expect(impact.getByText('1 → 0 alerts')).toBeVisible()
  expect(await faults(page)).toEqual([])
  await page.getByRole('button', { name: 'Change one project' }).click()
  await expect(page.getByText('One project was changed.')).toBeVisible()
  await expect
    .poll(() => api.get('/alerts?scope=project&state=closed'))
    .toMatchObject({
      items: [{ project: { name: 'orders' } }],
    })
})
