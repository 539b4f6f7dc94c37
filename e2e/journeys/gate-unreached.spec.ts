import type { Page } from '@playwright/test'
import { type Api, apiOf } from '../harness/api.ts'
import { expect, test } from '../harness/journey.ts'
import { administrator } from '../harness/stack.ts'

test.use({ as: 'first visitor' })

const initialPassword = 'given by an administrator'
const chosenPassword = 'chosen by nobody else than me'

/** Sends the form while the network is away: the page stays and says so. */
async function sendInVain(page: Page, button: string): Promise<void> {
  await page.context().setOffline(true)
  await page.getByRole('button', { name: button }).click()
  await expect(page.getByText('The server did not answer.')).toBeVisible()
  await page.context().setOffline(false)
}

const carryMail = async (api: Api) => {
  const { id } = await api.post<{ id: string }>('/channels', {
    name: 'Mail',
    kind: 'email',
    config: {
      ...{ host: '127.0.0.1', port: 9, security: 'none' },
      ...{ from: { address: 'alerts@example.com' }, to: ['dba@example.com'] },
    },
    saveUntested: true,
  })
  await api.put('/installation/mail-channel', { channel: id })
}

test('the forms before the console keep what was typed when no answer comes, and go on afterwards', async ({
  page,
  stack,
}) => {
  const email = page.getByLabel('E-mail')
  const password = page.getByLabel('Password')

  await test.step('setting up', async () => {
    await page.goto('/setup')
    await page.getByLabel('Your name').fill(administrator.name)
    await email.fill(administrator.email)
    await password.fill(administrator.password)
    await sendInVain(page, 'Create administrator')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '切换到中文' }).click()
    await expect(
      page.getByRole('listitem').filter({ hasText: 'your choice may not be kept' }),
    ).toBeVisible()
    await page.context().setOffline(false)
    await expect(email).toHaveValue(administrator.email)
    await expect(password).toHaveValue(administrator.password)
    await page.getByRole('button', { name: 'Create administrator' }).click()
    await expect(page.getByRole('heading', { name: 'Now', level: 1 })).toBeVisible()
  })

  const api = apiOf(stack.url, stack.token)
  const person = { email: 'han@example.com', displayName: 'Han Meimei' }
  await api.post('/users', { ...person, initialPassword })
  await carryMail(api)
  await page.context().clearCookies()

  await test.step('asking for a link', async () => {
    await page.goto('/sign-in/forgot')
    await email.fill(person.email)
    await sendInVain(page, 'Send the link')
    await expect(email).toHaveValue(person.email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await expect(page.getByText('a mail is on its way')).toBeVisible()
    await expect(page.getByText('The server did not answer.')).toBeHidden()
  })

  await test.step('signing in; a refused password is typed anew', async () => {
    await page.goto('/sign-in')
    await email.fill(person.email)
    await password.fill('not the password')
    await sendInVain(page, 'Sign in')
    await expect(password).toHaveValue('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText('E-mail or password is wrong.')).toBeVisible()
    await expect(email).toHaveValue(person.email)
    await expect(password).toHaveValue('')
    await password.fill(initialPassword)
    await page.getByRole('button', { name: 'Sign in' }).click()
  })

  await test.step('choosing a new password', async () => {
    const repeated = page.getByLabel('Repeat it')
    await page.getByLabel('New password').fill(chosenPassword)
    await repeated.fill(chosenPassword)
    await sendInVain(page, 'Save and continue')
    await expect(repeated).toHaveValue(chosenPassword)
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await expect(page.getByRole('heading', { name: 'Now', level: 1 })).toBeVisible()
  })
})
