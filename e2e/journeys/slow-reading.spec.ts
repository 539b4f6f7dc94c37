import { setTimeout as pause } from 'node:timers/promises'
import { type Alert, breach, createProject, type Items } from '../harness/api.ts'
import { expect, test } from '../harness/journey.ts'

test('while news keep coming, a page that is read slowly still shows what is new', async ({
  page,
  api,
  stack,
}) => {
  await createProject(api, 'restless')
  await breach({ api, stack }, 'restless')
  const firing = () => api.get<Items<Alert>>('/alerts?scope=project&state=firing')
  await expect.poll(async () => (await firing()).items).toHaveLength(1)
  const [restless] = (await firing()).items
  await page.goto('/')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await page.route(/\/api\/trpc\/.*alert/, async (route) => {
    await pause(1_500)
    await route.continue()
  })
  let isOver = false
  const news = (async () => {
    while (!isOver) {
      await api.post(`/alerts/${restless?.id}/acknowledge`, {})
      await api.post(`/alerts/${restless?.id}/unacknowledge`, {})
    }
  })()
  try {
    await createProject(api, 'orders')
    await breach({ api, stack }, 'orders')
    await expect(page.getByRole('listitem').filter({ hasText: 'orders' })).toBeVisible()
  } finally {
    isOver = true
    await news
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  }
})
