import { type APIRequestContext, expect, type Page, request } from '@playwright/test'
import { administrator } from './stack.ts'

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, person = administrator): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Now', level: 1 })).toBeVisible()
}

type State = Awaited<ReturnType<APIRequestContext['storageState']>>

/** The cookies of a browser in which the administrator has signed in. */
export async function signedInState(url: string): Promise<State> {
  const browser = await request.newContext({ baseURL: url })
  try {
    const { csrfToken } = await (await browser.get('/api/auth/csrf')).json()
    const { email, password } = administrator
    await browser.post('/api/auth/callback/credentials', { form: { csrfToken, email, password } })
    const state = await browser.storageState()
    if (state.cookies.some(({ name }) => name === 'highwater.session')) return state
    throw new Error('The administrator could not sign in.')
  } finally {
    await browser.dispose()
  }
}
