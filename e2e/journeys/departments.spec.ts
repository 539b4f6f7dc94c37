import { createProject } from '../harness/api.ts'
import { expect, test } from '../harness/journey.ts'

test.use({ as: 'stranger' })

const initialPassword = 'given by an administrator'
const password = 'chosen by nobody else than me'

test('who sees no source is told whose they would see, not that there is none', async ({
  page,
  api,
}) => {
  const { id: sales } = await api.post<{ id: string }>('/departments', { name: 'Sales' })
  const person = { email: 'han@example.com', displayName: 'Han Meimei', initialPassword }
  const { id } = await api.post<{ id: string }>('/users', person)
  await api.post('/sources', {
    ...{ name: 'orders', kind: 'postgresql', enabled: false, secrets: { password: 'x' } },
    config: { host: '127.0.0.1', port: 9, database: 'orders', user: 'watcher' },
  })
  await createProject(api, 'pay_orders')

  await page.goto('/sign-in?next=/sources')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password').fill(initialPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('New password').fill(password)
  await page.getByLabel('Repeat it').fill(password)
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await expect(page).toHaveURL(/\/sources$/)
  await expect(page.getByText('You belong to no department yet')).toBeVisible()

  const departments = [{ department: sales, role: 'viewer' }]
  await api.patch(`/users/${id}`, { departments })
  await page.reload()
  await expect(page.getByText('No source of your departments is read')).toBeVisible()
  await expect(page.getByText('Sources of other departments are not shown to you.')).toBeVisible()
  await expect(page.getByRole('table')).toBeHidden()

  await page.goto('/projects')
  const add = page.getByRole('button', { name: 'Add a project' }).first()
  await expect(add).toHaveAttribute('aria-disabled', 'true')
  await page.goto('/projects/new')
  await expect(page.getByText('does not allow this', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add project' })).toBeHidden()
})
