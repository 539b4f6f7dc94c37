import { type IdentityProvider, startIdentityProvider } from '@highwater/identity-provider'
import type { Page } from '@playwright/test'
import type { Api } from './api.ts'
import type { Stack } from './stack.ts'

/** The name on the button of the sign-in page. */
export const providerName = 'Company account'

/** A real OpenID provider that the installation knows; the other side of each needs the other first. */
export async function connectProvider(
  api: Api,
  { url }: Pick<Stack, 'url'>,
): Promise<IdentityProvider> {
  const { id } = await api.post<{ id: string }>('/sign-in-providers', {
    name: providerName,
    issuer: 'https://not-yet.example',
    clientId: 'highwater',
    clientSecret: 'not yet',
  })
  const provider = await startIdentityProvider({
    redirectUris: [`${url}/api/auth/callback/${id}`],
    logoutUris: [`${url}/sign-in`],
  })
  const { issuer, clientId, clientSecret } = provider
  await api.patch(`/sign-in-providers/${id}`, { issuer, clientId, clientSecret })
  return provider
}

/** Goes to the provider from the sign-in page and says who one is there. */
export async function identify(page: Page, login: string): Promise<void> {
  await page.getByRole('link', { name: `Sign in with ${providerName}` }).click()
  await page.getByLabel('Who are you?').fill(login)
  await page.getByRole('button', { name: 'Continue' }).click()
}
