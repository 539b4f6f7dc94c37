import { type Alert, breach, createProject, type Items } from '../harness/api.ts'
import { coveredOnTheWay } from '../harness/focus.ts'
import { expect, test } from '../harness/journey.ts'
import { inLanguage } from '../harness/preferences.ts'

/** A screen of 1280 × 1024 at 400 %. */
const enlarged = { width: 320, height: 256 }

test('enlarged to 400 %, no bar covers what has the focus, and no page scrolls sideways', async ({
  page,
  context,
  stack,
}) => {
  await inLanguage(context, stack.url, 'en')
  await page.setViewportSize(enlarged)
  for (const path of ['/settings/channels/new?kind=dingtalk', '/silences/new', '/audit']) {
    await page.goto(path)
    for (const key of ['Tab', 'Shift+Tab'] as const) {
      expect.soft(await coveredOnTheWay(page, key, 40), `${path} by ${key}`).toEqual([])
    }
  }
  for (const path of ['/system', '/hosts', '/people']) {
    await page.goto(path)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect.soft(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0)
  }
})

test('when the row that has the focus goes, the one in its place has it, and the heading after the last', async ({
  page,
  api,
  stack,
}) => {
  for (const name of ['pay_orders', 'crm_customers']) {
    await createProject(api, name)
    await breach({ api, stack }, name)
  }
  const firing = async () => (await api.get<Items<Alert>>('/alerts?state=firing')).items
  await expect.poll(async () => (await firing()).length).toBe(2)
  const close = async (name: string) => {
    const alert = (await firing()).find(({ project }) => project?.name === name)
    await api.post(`/alerts/${alert?.id}/close`, { reason: 'known' })
  }
  await page.goto('/')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  const rows = page.getByRole('main').locator('[data-row-link]')
  await expect(rows).toHaveCount(2)
  const [first = '', second = ''] = await rows.allTextContents()
  await page.keyboard.press('j')
  await expect(page.getByRole('link', { name: first })).toBeFocused()
  await close(first)
  await expect(page.getByRole('link', { name: second })).toBeFocused()
  await close(second)
  await expect(page.getByRole('heading', { name: 'Now', level: 1 })).toBeFocused()
})

test('closing the pane of an alert that has gone meanwhile leaves the focus on the page', async ({
  page,
  api,
  stack,
}) => {
  await createProject(api, 'pay_orders')
  await breach({ api, stack }, 'pay_orders')
  await page.goto('/')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  const rows = page.getByRole('main').locator('[data-row-link]')
  await expect(rows).toHaveCount(1)
  await page.keyboard.press('j')
  await expect(rows).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  const [alert] = (await api.get<Items<Alert>>('/alerts?state=firing')).items
  await api.post(`/alerts/${alert?.id}/close`, { reason: 'known' })
  // Behind the pane the page has no roles.
  await expect(page.locator('main [data-row-link]')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Now', level: 1 })).toBeFocused()
})

test('with the colours of the system, the chosen tab, a switch and a box still show what they are', async ({
  page,
  context,
  stack,
}) => {
  await inLanguage(context, stack.url, 'en')
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/projects')
  const edge = (name: string) =>
    page
      .getByRole('main')
      .getByRole('link', { name, exact: true })
      .evaluate((tab) => getComputedStyle(tab).borderBottomColor)
  expect(await edge('All')).not.toBe(await edge('Migration'))

  await page.goto('/settings/channels/new?kind=dingtalk')
  const tab = (name: string) =>
    page.getByRole('tab', { name }).evaluate((each) => getComputedStyle(each).borderBottomColor)
  expect(await tab('Firing')).not.toBe(await tab('Digest'))
  const toggle = page.getByRole('checkbox', { name: /Mention everybody/ })
  const ground = () => toggle.evaluate((each) => getComputedStyle(each).backgroundColor)
  const off = await ground()
  await toggle.setChecked(!(await toggle.isChecked()))
  await expect.poll(ground).not.toBe(off)
})

test('lists of one form have buttons with names of their own', async ({ page, context, stack }) => {
  await inLanguage(context, stack.url, 'en')
  await page.goto('/settings/channels/new?kind=email')
  const names = await page
    .getByRole('main')
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((each) => each.getAttribute('aria-label') ?? ''))
  const entries = names.filter((name) => /^(Add|Remove)/.test(name))
  expect(entries.length).toBeGreaterThan(3)
  expect(new Set(entries).size).toBe(entries.length)
})

test('an auditor is offered the keys that lead through the alerts, not those that change them', async ({
  page,
  api,
  stack,
}) => {
  await createProject(api, 'pay_orders')
  await breach({ api, stack }, 'pay_orders')
  await page.goto('/')
  const keys = page.getByLabel('Keys')
  await expect(keys).toContainText('Acknowledge')
  const [me] = (await api.get<Items<{ id: string }>>('/users')).items
  const heir = { email: 'heir@example.com', displayName: 'Han Meimei', role: 'admin' }
  await api.post('/users', { ...heir, initialPassword: 'given by an administrator' })
  await api.patch(`/users/${me?.id}`, { role: 'auditor' })
  await page.reload()
  await expect(keys).toContainText('Open')
  await expect(keys).not.toContainText('Acknowledge')
  await expect(keys).not.toContainText('Snooze')
})
