import { expect, test } from '../harness/journey.ts'

test('a refusal is seen and has the focus, wherever its reason stands', async ({ page }) => {
  await page.goto('/settings/subscriptions/new')
  await page.getByLabel('Name', { exact: true }).fill('nobody yet')
  await page.getByRole('button', { name: 'Create the subscription' }).click()
  const fault = page.getByText('Give at least one level a channel, an alert group or a person.')
  await expect(fault).toBeFocused()
  await expect(fault).toBeInViewport()
})

test('a form whose kind of channel was switched off meanwhile says so, and keeps what was typed', async ({
  page,
  api,
}) => {
  await page.goto('/settings/channels/new?kind=webhook')
  await page.getByLabel('Name', { exact: true }).fill('late_hook')
  await page.getByLabel('Address', { exact: true }).fill('https://hook.example.com/in')
  await api.post('/channel-kinds/webhook/switch-off', { note: 'Robots only.' })
  try {
    await page.getByRole('button', { name: 'Save without a test' }).click()
    const notice = page.getByRole('alert').filter({ hasText: 'Robots only.' })
    await expect(notice).toBeVisible()
    await expect(notice).toBeInViewport()
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('late_hook')
  } finally {
    await api.post('/channel-kinds/webhook/switch-on', {})
  }
})

test('removing an entry with the keyboard leaves the focus in its list', async ({ page }) => {
  await page.goto('/settings/subscriptions/new')
  await page.getByRole('button', { name: 'Add a step' }).click()
  await page.getByRole('button', { name: 'Remove the last step' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Add a step' })).toBeFocused()
})

test('a list whose address has a cursor of another one begins at its start', async ({ page }) => {
  await page.goto('/deliveries?cursor=abc')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(/does not know/)).toBeVisible()
})
