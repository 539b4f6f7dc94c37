import { type Alert, breach, createProject, type Items } from '../harness/api.ts'
import { expect, test } from '../harness/journey.ts'
import { signIn } from '../harness/people.ts'
import { administrator } from '../harness/stack.ts'

test.use({ as: 'stranger', javaScriptEnabled: false })

test('without JavaScript a person signs in, reads lists, follows links and acknowledges', async ({
  page,
  api,
  stack,
}) => {
  await createProject(api, 'pay_orders')
  await breach({ api, stack }, 'pay_orders')
  const firing = async () => (await api.get<Items<Alert>>('/alerts?state=firing')).items
  await expect.poll(async () => (await firing()).length).toBe(1)

  await page.goto('/alerts')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Falerts$/)
  await page.getByLabel('E-mail').fill(administrator.email)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('E-mail or password is wrong.')).toBeVisible()
  await page.getByLabel('Password').fill(administrator.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/alerts$/)

  await page.getByRole('table').getByRole('link', { name: 'pay_orders' }).first().click()
  await expect(page.getByRole('heading', { name: 'pay_orders', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Now' }).first().click()
  await page.getByRole('button', { name: 'Acknowledge pay_orders' }).click()
  await expect(page.getByText(`acknowledged by ${administrator.email}`)).toBeVisible()

  await page.getByRole('link', { name: 'Projects' }).first().click()
  await page.getByLabel('Search').fill('pay')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=pay/)
  await expect(page.getByRole('link', { name: 'pay_orders' }).first()).toBeVisible()
})

test('without JavaScript what a button is refused stands on the page', async ({ page, api }) => {
  await signIn(page)
  const { items } = await api.get<Items<{ id: string }>>('/users')
  await page.goto(`/people/${items[0]?.id}`)
  await page.getByRole('button', { name: 'Disable', exact: true }).click()
  const refusal = page.getByText('No other administrator could take over.')
  await expect(refusal).toBeVisible()
  expect((await refusal.boundingBox())?.width).toBeGreaterThan(100)
})
